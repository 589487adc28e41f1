// Policies full of mistakes: whatever is wrong with one, each fix on offer mends it, in every style of writing.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeText, failingFixes, mended, stylesOf } from './decode-text.ts';
import { runs, timeFor } from './property-runs.ts';

const text = fc.constantFrom(
  '',
  'a',
  'allow',
  'Deny',
  'tcp',
  'UDP',
  'ICMP',
  'ingress',
  'Egress',
  '10',
  'true',
  'a b',
  '!has(a)',
);
const net = fc.constantFrom(
  '10.0.0.1',
  '10.0.0.1/8',
  '10.0.0.0/8',
  'fd00::1',
  'fd00::1/8',
  '0.0.0.0/0',
  'a.example',
  '',
);
const port = fc.oneof(
  fc.constantFrom(0, 80, 70000, '80', '8000-9000', '9:8', 'HTTP', 'http', null, true),
  fc.record(
    { port: fc.constantFrom(80, 'http'), protocol: fc.constantFrom('TCP', 'UDP'), endPort: fc.constant(90) },
    { requiredKeys: ['port'] },
  ),
);
const labels = fc.dictionary(
  fc.constantFrom('app', 'k8s-app', 'a/b', 'a b'),
  fc.constantFrom('web', "it's", '', '"', 'y'),
  { maxKeys: 2 },
);
const labelSelector = fc.oneof(
  fc.record({ matchLabels: labels }),
  labels,
  fc.record({
    matchExpressions: fc.array(
      fc.record({
        key: text,
        operator: fc.constantFrom('In', 'Exists', 'x'),
        values: fc.array(text, { maxLength: 2 }),
      }),
      { maxLength: 2 },
    ),
  }),
);
const selector = fc.oneof(
  fc.constantFrom(
    "a = 'b'",
    'a == b',
    "a == 'b'",
    "a in ('b')",
    'a in ["b"]',
    "a == 'b'\n",
    'has(a',
    'global()',
    '"',
    "'",
    "a == 'b' and has(c)",
    "projectcalico.org/orchestrator == 'kubernetes'",
    5,
  ),
  labelSelector,
);
const list = <T>(item: fc.Arbitrary<T>) => fc.oneof(fc.array(item, { maxLength: 3 }), item);
const some = <T>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record(shape, { requiredKeys: [] });

const peer = some({
  podSelector: labelSelector,
  namespaceSelector: labelSelector,
  ipBlock: some({ cidr: net, except: list(net) }),
});
const side = some({
  nets: list(net),
  notNets: list(net),
  ports: list(port),
  selector,
  Selector: selector,
  podSelector: labelSelector,
  matchLabels: labels,
  ipBlock: some({ cidr: net, except: list(net) }),
  services: some({ name: text, namespace: text }),
  serviceMatch: text,
});
const rule = some({
  action: text,
  protocol: fc.oneof(text, fc.constantFrom(0, 6, 300)),
  ipVersion: fc.constantFrom(4, 6, '4'),
  icmp: some({ type: fc.constantFrom(8, 255, '8') }),
  source: side,
  destination: side,
  from: list(peer),
  to: list(peer),
  ports: list(port),
});
const spec = some({
  selector,
  podSelector: labelSelector,
  types: list(text),
  policyTypes: list(text),
  order: fc.constantFrom(1, '10', 'x', -2.5),
  preDNAT: fc.constantFrom(true, 'true', 'x'),
  applyOnForward: fc.constantFrom(true, false, 'True'),
  ingress: fc.array(rule, { maxLength: 2 }),
  egress: fc.array(fc.oneof(rule, fc.constant(null)), { maxLength: 2 }),
});
const manifest = fc.record({
  apiVersion: fc.constantFrom(
    'projectcalico.org/v3',
    'crd.projectcalico.org/v1',
    'networking.k8s.io/v1',
    'projectcalico.org/v1',
  ),
  kind: fc.constantFrom('NetworkPolicy', 'GlobalNetworkPolicy', 'StagedNetworkPolicy', 'GlobalNetworkPolcy'),
  metadata: fc.record({ name: fc.constantFrom('a', 'MyPolicy', 'a_b', 'a.b.c'), namespace: fc.constantFrom('x', 'X') }),
  spec,
});

it(
  'each fix mends what it belongs to',
  () =>
    fc.assert(
      fc.property(manifest, (value) => {
        for (const style of stylesOf(JSON.stringify(value))) expect(failingFixes(style)).toEqual([]);
      }),
      runs(50),
    ),
  timeFor(60),
);

it(
  'taking one fix after the other comes to an end, with fewer mistakes',
  () =>
    fc.assert(
      fc.property(manifest, (value) => {
        const before = JSON.stringify(value, null, 2);
        const after = mended(before);
        expect(decodeText(after).diagnostics.flatMap((one) => one.fixes ?? [])).toEqual([]);
        expect(decodeText(after).diagnostics.some((one) => one.gap === 'unreadable')).toBe(false);
      }),
      runs(60),
    ),
  timeFor(60),
);
