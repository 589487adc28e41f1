// Slips in labels of both families of policies, and what is no slip.
import { describe, expect, it } from 'vitest';
import { findingsOf, fixedTexts, messagesOf, placesOf, pod } from '../../testing/lint-manifests.ts';
import { selectorUnknownLabel as lint } from './selector-unknown-label.ts';

const calico = (selector: string, source = ''): string =>
  `apiVersion: projectcalico.org/v3\nkind: NetworkPolicy\nmetadata: { name: p, namespace: shop }\nspec:\n  selector: ${selector}\n  types: [Ingress]\n  ingress:\n    - action: Allow\n      source: { ${source} }\n`;
const kubernetes = (podSelector: string, from: string): string =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: p, namespace: shop }\nspec: { podSelector: ${podSelector}, ingress: [{ from: [${from}] }] }\n`;
const cluster =
  pod('shop/web', { app: 'frontend', tier: 'web', v: 'v1' }) +
  pod('ops/agent', { app: 'agent', 'k8s-app': 'prometheus' }) +
  '---\n{apiVersion: v1, kind: Namespace, metadata: {name: ops, labels: {team: platform}}}\n';

describe('with a near name', () => {
  it.each([
    ["app == 'forntend'", "app == 'frontend'"],
    ["App == 'frontend'", "app == 'frontend'"],
    ["tier in {'web', 'wbe'}", "tier in {'web', 'web'}"],
    ["app != 'Frontend'", "app != 'frontend'"],
  ])('mends %s', (selector, fixed) => {
    expect(findingsOf(lint, calico(selector) + cluster)).toMatchObject([{ object: 'NetworkPolicy shop/p' }]);
    expect(findingsOf(lint, calico(selector) + cluster)[0]?.severity).toBeUndefined();
    expect(fixedTexts(lint, calico(selector) + cluster)).toEqual([calico(fixed) + cluster]);
  });

  it.each([
    [
      "namespaceSelector: team == 'plattform'",
      'No namespace has `team` with the value `plattform`, so this matches none; did you mean `platform`?',
    ],
    [
      "namespaceSelector: projectcalico.org/name == 'opps'",
      'No namespace has `projectcalico.org/name` with the value `opps`, so this matches none; did you mean `ops`?',
    ],
    [
      "selector: app == 'fronted'",
      'No pod of shop has `app` with the value `fronted`, so this matches none; did you mean `frontend`?',
    ],
    [
      "notSelector: app == 'fronted'",
      'No pod of shop has `app` with the value `fronted`, so this leaves out nobody; did you mean `frontend`?',
    ],
  ])('in a rule: %s', (source, message) =>
    expect(messagesOf(lint, calico('all()', source) + cluster)).toEqual([message]),
  );

  it('knows policies of Kubernetes', () => {
    const text = kubernetes(
      '{ matchLabels: { app: fronted } }',
      '{ namespaceSelector: { matchLabels: { taem: platform } } }',
    );
    expect(messagesOf(lint, text + cluster)).toEqual([
      'No pod of shop has `app` with the value `fronted`, so this matches none; did you mean `frontend`?',
      'No namespace has a label `taem`, so this matches none; did you mean `team`?',
    ]);
    expect(fixedTexts(lint, text + cluster)[0]).toContain('matchLabels: { app: frontend }');
  });
});

it('is softer without one', () =>
  expect(findingsOf(lint, calico("app == 'payments'") + cluster)).toMatchObject([{ severity: 'info', fixes: [] }]));

it.each([
  ['names that differ in digits', "v == 'v2'", 'info'],
  ['what another namespace has', "app == 'agent'", 'info'],
])('offers no name for %s', (_, selector, severity) =>
  expect(findingsOf(lint, calico(selector) + cluster).map((one) => [one.severity, one.fixes])).toEqual([
    [severity, []],
  ]),
);

it.each([
  ["app == 'frontend'"],
  ['has(tier)'],
  ["app == '{{ .Values.app }}'"],
  ["projectcalico.org/orchestrator == 'k8s' && projectcalico.org/serviceaccount == 'default'"],
  ["app != 'payments'"],
  ['"!has(payments)"'],
])('is silent about %s', (selector) => expect(findingsOf(lint, calico(selector) + cluster)).toEqual([]));

it('says nothing of namespaces whose pods are not in the manifests', () =>
  expect(
    findingsOf(lint, calico("app == 'forntend'").replace('namespace: shop', 'namespace: other') + cluster),
  ).toEqual([]));

it('does not miss kube-system', () =>
  expect(
    findingsOf(lint, calico('all()', "namespaceSelector: projectcalico.org/name == 'kube-system'") + cluster),
  ).toEqual([]));

it('points at a value without letters with its quotes', () =>
  expect(placesOf(lint, calico("tier == ''") + cluster)).toEqual(["''"]));
