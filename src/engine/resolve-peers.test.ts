// Rules that name nodes: whose an address is, as far as Node objects and pods tell.
import { describe, it } from 'vitest';
import { cluster } from '../testing/cluster-text.ts';
import { expectReachability } from '../testing/truth-table.ts';
import { defaultOptions } from './engine-options.ts';
import { judgeFlow } from './judge-flow.ts';
import { createSnapshot } from './snapshot.ts';

const pods = cluster`shop: web@10.0.0.1 job*2`;
/** `n1` has a Node object; of `n2` only a pod tells. */
const nodes = `
{apiVersion: v1, kind: Node, metadata: {name: n1, labels: {zone: a}}, status: {addresses: [{type: InternalIP, address: 10.9.0.1}]}}
---
apiVersion: v1
kind: Pod
metadata: {name: agent, namespace: shop}
spec: {nodeName: n2, containers: [{name: main, image: img}]}
status: {hostIP: 10.9.0.2, podIP: 10.0.0.9}
`;

function expectToNodes(selector: string, manifests: string, grid: string): void {
  const rules = `egress: [{action: Allow, to: [{nodes: ${selector}}]}, {action: Deny, to: [{networks: [0.0.0.0/0]}]}]`;
  const text = `apiVersion: policy.networking.k8s.io/v1alpha1
kind: AdminNetworkPolicy
metadata: {name: to-nodes}
spec:
  priority: 1
  subject: {namespaces: {}}
  ${rules}
---${manifests}`;
  const snapshot = createSnapshot([...pods, { path: 'nodes.yaml', text }], {
    ...defaultOptions,
    semantics: 'kubernetes',
  });
  expectReachability((probe) => {
    const verdict = judgeFlow(snapshot, probe);
    return typeof verdict === 'string' ? verdict : verdict.error;
  }, grid);
}

describe('a rule that names nodes', () => {
  it('means whatever is outside of the pods perhaps, where there is no Node object', () =>
    expectToNodes('{matchLabels: {zone: a}}', '', 'TCP/80 10.9.0.1 8.8.8.8 shop/job\nshop/web ? ? X'));
  it('means the nodes that it selects, and perhaps those whose labels are not known', () =>
    expectToNodes('{matchLabels: {zone: a}}', nodes, 'TCP/80 10.9.0.1 10.9.0.2 8.8.8.8 shop/job\nshop/web . ? X X'));
  it('means every known node where it selects all', () =>
    expectToNodes('{matchLabels: {}}', nodes, 'TCP/80 10.9.0.1 10.9.0.2 8.8.8.8 shop/job\nshop/web . . X X'));
});
