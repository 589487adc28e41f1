// What is offered at the cursor, drawn as `|`.
import { describe, expect, it } from 'vitest';
import { cluster } from '../testing/cluster-text.ts';
import { reportOf } from '../testing/report-of.ts';
import { completionAt } from './completion-items.ts';

const report = await reportOf(
  cluster`
    shop{team=red}: web{app=web,tier=front}:80*2 db{app=db}:5432,53/UDP odd{on=yes}
    infra: prometheus{app=prometheus}:9090`,
);
const head = 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  namespace: shop\n';

function completionIn(drawn: string) {
  const before = drawn.slice(0, drawn.indexOf('|')).split('\n');
  const column = (before.at(-1) ?? '').length + 1;
  return completionAt(drawn.replace('|', '').split('\n'), before.length, column, report);
}
const offered = (drawn: string) => completionIn(head + drawn).items.map(({ label }) => label);
const accepted = (drawn: string, label: string) => {
  const { fromColumn, items } = completionIn(head + drawn);
  const text = head + drawn.slice(0, drawn.indexOf('|'));
  const lineStart = text.lastIndexOf('\n') + 1;
  return text.slice(head.length, lineStart + fromColumn - 1) + items.find((item) => item.label === label)?.text;
};

describe('completionAt', () => {
  it.each<[string, string, string[]]>([
    ['fields not yet there', 'spec:\n  podSelector: {}\n  |\n  egress: []', ['policyTypes', 'ingress']],
    ['fields of an item', 'spec:\n  ingress:\n    - f|', ['from', 'ports']],
    ['directions', 'spec:\n  policyTypes:\n    - |', ['Ingress', 'Egress']],
    ['directions in brackets', 'spec:\n  policyTypes: [|', ['Ingress', 'Egress']],
    ['protocols', 'spec:\n  ingress:\n    - ports:\n        - protocol: |', ['TCP', 'UDP', 'SCTP']],
    ['ports of the protocol', 'spec:\n  ingress:\n    - ports:\n        - port: |', ['80', '5432', '9090']],
    [
      'ports of another protocol',
      'spec:\n  ingress:\n    - ports:\n        - protocol: UDP\n          port: |',
      ['53'],
    ],
    ['namespaces', 'metadata:\n  namespace: |', ['infra', 'shop']],
    ['label keys of the policy’s namespace', 'spec:\n  podSelector:\n    matchLabels:\n      |', ['app', 'tier', 'on']],
    ['label values of the policy’s namespace', 'spec:\n  podSelector:\n    matchLabels:\n      app: |', ['web', 'db']],
    [
      'label values of a peer, others after its own',
      'spec:\n  egress:\n    - to:\n        - podSelector:\n            matchLabels:\n              app: |',
      ['web', 'db', 'prometheus'],
    ],
    [
      'labels of namespaces',
      'spec:\n  ingress:\n    - from:\n        - namespaceSelector:\n            matchLabels:\n              kubernetes.io/metadata.name: |',
      ['infra', 'shop'],
    ],
    [
      'values of an expression',
      'spec:\n  podSelector:\n    matchExpressions:\n      - key: tier\n        operator: In\n        values: [|',
      ['front'],
    ],
    [
      'operators',
      'spec:\n  podSelector:\n    matchExpressions:\n      - operator: |',
      ['In', 'NotIn', 'Exists', 'DoesNotExist'],
    ],
    ['nothing in a comment', 'spec:\n  # |', []],
    ['nothing under an unknown field', 'spec:\n  pods:\n    |', []],
  ])('%s', (_, drawn, labels) => expect(offered(drawn)).toEqual(labels));

  it('offers nothing in other kinds', () => expect(completionIn('kind: Pod\nspec:\n  |').items).toEqual([]));

  it.each<[string, string, string]>([
    ['spec:\n  pod|', 'podSelector', 'spec:\n  podSelector:\n    '],
    ['spec:\n  |', 'ingress', 'spec:\n  ingress:\n    - '],
    ['spec:\n  ingress:\n    - |', 'from', 'spec:\n  ingress:\n    - from:\n        - '],
    ['spec:\n  podSelector:\n    matchLabels:\n      |', 'on', 'spec:\n  podSelector:\n    matchLabels:\n      "on": '],
    [
      'spec:\n  podSelector:\n    matchLabels:\n      on: |',
      'yes',
      'spec:\n  podSelector:\n    matchLabels:\n      on: "yes"',
    ],
    ['spec:\n  policyTypes: [Ingress, E|', 'Egress', 'spec:\n  policyTypes: [Ingress, Egress'],
  ])('%j and %s', (drawn, label, text) => expect(accepted(drawn, label)).toBe(text));
});
