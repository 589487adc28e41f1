// Kubernetes' words in Calico's policies: named, translated, and mended fix by fix.
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../documents/text-edit.ts';
import { decodeText, failingFixes, ingressRule, manifestOf, mended, stylesOf } from '../testing/decode-text.ts';

const policy = (spec: string) => manifestOf('NetworkPolicy', spec);
const adviceOn = (text: string) =>
  decodeText(text).diagnostics.map(({ message, advice }) => `${message.split(';')[0]}: ${advice}`);

describe('are translated', () => {
  it.each([
    ['podSelector:\n  matchLabels:\n    app: web\npolicyTypes: [Ingress]', "selector: app == 'web'\ntypes: [Ingress]"],
    ['podSelector: {}', 'selector: all()'],
    [
      'podSelector:\n  matchExpressions:\n  - {key: env, operator: NotIn, values: [a, "it\'s"]}\n  - {key: x, operator: Exists}',
      `selector: env not in { 'a', "it's" } && has(x)`,
    ],
    ['matchLabels: {app: web}', "selector: app == 'web'"],
    ['priority: 5', 'order: 5'],
    [
      ingressRule(
        'action: Allow\nfrom:\n- podSelector:\n    matchLabels: {app: web}\n  namespaceSelector:\n    matchLabels: {team: shop}',
      ),
      ingressRule('action: Allow\nsource: { selector: "app == \'web\'", namespaceSelector: "team == \'shop\'" }'),
    ],
    [
      ingressRule('action: Allow\nfrom:\n- ipBlock:\n    cidr: 10.0.0.0/8\n    except: [10.1.0.0/16]'),
      ingressRule('action: Allow\nsource: { nets: ["10.0.0.0/8"], notNets: ["10.1.0.0/16"] }'),
    ],
    [
      ingressRule('action: Allow\nports:\n- port: 80\n- {port: 8000, endPort: 9000, protocol: TCP}\n- port: http'),
      ingressRule('action: Allow\nprotocol: TCP\ndestination: { ports: [80, "8000:9000", "http"] }'),
    ],
    [
      ingressRule(
        'action: Allow\nsource:\n  podSelector:\n    matchLabels:\n      app: web # the shop\n  ipBlock:\n    cidr: 10.0.0.0/8\n    except:\n    - 10.1.0.0/16',
      ),
      ingressRule(
        'action: Allow\nsource:\n  selector: app == \'web\' # the shop\n  nets: ["10.0.0.0/8"]\n  notNets: ["10.1.0.0/16"]',
      ),
    ],
    [
      ingressRule('action: Allow\nsource:\n  matchLabels:\n    app: web\n  cidrs: []'),
      ingressRule("action: Allow\nsource:\n  selector: app == 'web'\n  nets: []"),
    ],
    [
      ingressRule('action: Allow\nsource: {podSelector: {matchLabels: {app: web}}, service: {name: a, namespace: b}}'),
      ingressRule("action: Allow\nsource: {selector: app == 'web', services: {name: a, namespace: b}}"),
    ],
  ])('%s', (before, after) => {
    const text = policy(before);
    expect(decodeText(text).resources).toEqual([]);
    expect(mended(text)).toBe(policy(after));
    expect(stylesOf(text).flatMap(failingFixes)).toEqual([]);
    const lasting = decodeText(policy(after)).diagnostics.map((one) => one.code);
    for (const style of stylesOf(text))
      expect(decodeText(mended(style)).diagnostics.map((one) => one.code)).toEqual(lasting);
  });
});

describe('are told where they cannot be translated', () => {
  it.each([
    [
      ingressRule('action: Allow\nfrom: [{podSelector: {}}, {namespaceSelector: {}}]'),
      'unknown field "spec.ingress[0].from": Calico writes `source: {selector: "app == \'web\'"}`; several peers are several rules.',
    ],
    [
      ingressRule('action: Allow\norder: 1'),
      'unknown field "spec.ingress[0].order": Rules go in the order in which they are written; `order` belongs to the policy\'s `spec`.',
    ],
    [
      ingressRule('action: Allow\nselector: all()'),
      'unknown field "spec.ingress[0].selector": Write it under `source` or `destination`.',
    ],
    [
      ingressRule('action: Allow\nsource: {protocol: TCP}'),
      'unknown field "spec.ingress[0].source.protocol": Write it in the rule, beside `action`.',
    ],
    [
      'namespaceSelector: all()',
      'unknown field "spec.namespaceSelector": A NetworkPolicy applies in its own namespace: remove it, write a GlobalNetworkPolicy, or put it under a rule\'s `source` or `destination`.',
    ],
    ['preDNAT: true', 'unknown field "spec.preDNAT": Only a GlobalNetworkPolicy has it.'],
    [
      ingressRule('action: Allow\nports:\n- {port: 53, protocol: UDP}\n- {port: 53, protocol: TCP}'),
      'unknown field "spec.ingress[0].ports": Write them under `destination`: `destination: {ports: [80]}`, and `protocol: TCP` beside `action`.',
    ],
  ])('%s', (spec, said) => {
    expect(adviceOn(policy(spec))).toEqual([said]);
    expect(decodeText(policy(spec)).diagnostics[0]?.fixes).toBeUndefined();
  });
});

it('a policy all in Kubernetes’ words may be meant to be one of Kubernetes', () => {
  const spec = 'podSelector: {}\ningress:\n- from:\n  - podSelector: {}\n  - namespaceSelector: {}';
  const fixes = decodeText(policy(spec)).diagnostics.map((one) => one.fixes?.at(-1));
  expect(fixes.slice(0, 2)).toMatchObject([
    { title: 'Write `apiVersion: networking.k8s.io/v1`' },
    { title: 'Write `apiVersion: networking.k8s.io/v1`' },
  ]);
  const fixed = applyEdits(policy(spec), fixes[0]?.edits ?? []);
  expect(fixed).toBe(manifestOf('NetworkPolicy', spec, 'networking.k8s.io/v1'));
  expect(decodeText(fixed).said).toEqual([]);
});

describe('as articles have them', () => {
  const scrape = `apiVersion: crd.projectcalico.org/v1
kind: GlobalNetworkPolicy
metadata:
  name: let-metrics-be-read
spec:
  order: 50 # early
  selector: has(metrics) # whoever has some
  types:
    - Ingress
  ingress:
    - action: Allow
      protocol: TCP
      source:
        namespaceSelector:
          matchLabels:
            kubernetes.io/metadata.name: observability # only from there
        podSelector:
          matchLabels:
            app: scraper # only these
      destination:
        ports:
          - 9100 # the exporter
`;

  it('the storage form with selectors of Kubernetes', () => {
    expect(decodeText(scrape).resources).toEqual([]);
    expect(decodeText(scrape).diagnostics.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
      'warning raw-crd-api',
      'error unknown-field',
      'error wrong-type',
    ]);
    const fixed = mended(scrape);
    expect(decodeText(fixed).said).toEqual([]);
    expect(decodeText(fixed).resources).toHaveLength(1);
    expect(fixed).toContain('apiVersion: projectcalico.org/v3');
    expect(fixed).toContain("namespaceSelector: kubernetes.io/metadata.name == 'observability' # only from there");
    expect(fixed).toContain("selector: app == 'scraper' # only these");
    expect(stylesOf(scrape).flatMap(failingFixes)).toEqual([]);
  });

  const isolate = (name: string) => `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata:
  name: stay-among-yourselves
spec:
  namespaceSelector: tenant == 'yes'
  ingress:
    - action: Allow
      source:
        namespaceSelector: ${name}
`;

  it('a template in quotes matches nothing, which is said', () => {
    const text = isolate('projectcalico.org/name == "{{.Namespace}}"');
    const { diagnostics, resources } = decodeText(text);
    expect(resources).toHaveLength(1);
    expect(diagnostics).toMatchObject([{ code: 'template-text', severity: 'warning' }]);
    expect(diagnostics[0]?.advice).toContain('Render the template first');
    expect(diagnostics.map(({ range }) => text.slice(range.start, range.end))).toEqual(['{{.Namespace}}']);
  });

  it('a template without quotes cannot be read, and how to render it is said', () => {
    const { diagnostics } = decodeText(isolate('{{.Namespace}}'));
    expect(diagnostics).toMatchObject([{ code: 'template', gap: 'unreadable', severity: 'error' }]);
    expect(diagnostics[0]?.advice).toContain('load what renders this one');
  });
});
