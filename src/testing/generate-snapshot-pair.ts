// Two snapshots to be compared, of every kind that counting by groups goes other ways for.
import fc from 'fast-check';
import { defaultOptions } from '../engine/engine-options.ts';
import { createSnapshot, createSnapshotCache } from '../engine/snapshot.ts';
import { calicoClusterArbitrary, calicoFiles } from './generate-calico-cluster.ts';
import { clusterArbitrary, filesOf } from './generate-cluster.ts';
import { optionsOf } from './judged-cluster.ts';

const kubernetes = fc.tuple(clusterArbitrary, clusterArbitrary, fc.boolean()).map(([base, other, sameObjects]) => {
  const cache = createSnapshotCache();
  const head = { ...(sameObjects ? base : other), policies: other.policies };
  const options = optionsOf(base);
  return [createSnapshot(filesOf(base), options, cache), createSnapshot(filesOf(head), options, cache)] as const;
});
const calico = fc.tuple(calicoClusterArbitrary, calicoClusterArbitrary).map(([base, other]) => {
  const cache = createSnapshotCache();
  const head = { ...base, policies: other.policies };
  return [
    createSnapshot(calicoFiles(base), defaultOptions, cache),
    createSnapshot(calicoFiles(head), defaultOptions, cache),
  ] as const;
});

const json = (object: object): string => JSON.stringify({ apiVersion: 'v1', ...object });
const policyText = (namespace: string, name: string, spec: object): string =>
  json({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name, namespace }, spec });
const fromApp = (app: string) => ({ from: [{ namespaceSelector: {}, podSelector: { matchLabels: { app } } }] });
const somePolicies = [
  policyText('x', 'closed', { podSelector: {} }),
  policyText('x', 'from-b', { podSelector: { matchLabels: { app: 'a' } }, ingress: [fromApp('b')] }),
  policyText('y', 'to-a', {
    podSelector: { matchLabels: { app: 'b' } },
    policyTypes: ['Egress'],
    egress: [{ to: [{ namespaceSelector: {}, podSelector: { matchLabels: { app: 'a' } } }] }],
  }),
  policyText('y', 'one-pod', { podSelector: { matchLabels: { first: 'yes' } }, ingress: [fromApp('a')] }),
];

/** Workloads whose pods run on several nodes, some of them on the host network. */
export const spreadPods = fc
  .record({
    pods: fc.array(fc.record({ owner: fc.constantFrom('a', 'b', 'c'), node: fc.constantFrom(undefined, 'n1', 'n2') }), {
      minLength: 3,
      maxLength: 9,
    }),
    onHosts: fc.boolean(),
    base: fc.subarray(somePolicies),
    head: fc.subarray(somePolicies),
  })
  .map(({ pods, onHosts, base, head }) => {
    const manifests = pods.map(({ owner, node }, number) => {
      const metadata = {
        ...{ name: `${owner}-${number}`, namespace: owner === 'a' ? 'x' : 'y' },
        labels: { app: owner, first: number === 0 ? 'yes' : 'no' },
        ownerReferences: [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: owner, controller: true }],
      };
      const spec = { nodeName: node, hostNetwork: onHosts && owner === 'c', containers: [] };
      return json({ kind: 'Pod', metadata, spec });
    });
    const cache = createSnapshotCache();
    const evaluate = (policies: readonly string[]) =>
      createSnapshot([{ path: 'a.yaml', text: [...manifests, ...policies].join('\n---\n') }], defaultOptions, cache);
    return [evaluate(base), evaluate(head)] as const;
  });

/** So many pods with a policy each that a change of all is told by rows and their exceptions, not pair by pair. */
const MANY = 28;
const peersArbitrary = fc.array(fc.option(fc.nat(MANY - 1), { nil: undefined }), { minLength: MANY, maxLength: MANY });
const manyPolicies = fc.tuple(peersArbitrary, peersArbitrary).map(([base, head]) => {
  const namespaceOf = (at: number) => (at % 3 === 0 ? 'x' : 'y');
  const pods = Array.from({ length: MANY }, (_, at) =>
    json({
      kind: 'Pod',
      metadata: { name: `p${at}`, namespace: namespaceOf(at), labels: { app: `a${at}` } },
      spec: { containers: [] },
    }),
  );
  /** Without a peer: open to all. */
  const policies = (peers: readonly (number | undefined)[]) =>
    peers.map((peer, number) => {
      const at = number % MANY;
      const ingress = [peer === undefined ? {} : fromApp(`a${peer}`)];
      return policyText(namespaceOf(at), `p${number}`, { podSelector: { matchLabels: { app: `a${at}` } }, ingress });
    });
  const cache = createSnapshotCache();
  const evaluate = (peers: readonly (number | undefined)[]) => {
    const texts = { 'pods.yaml': pods, 'policies.yaml': policies(peers) };
    const files = Object.entries(texts).map(([path, list]) => ({ path, text: list.join('\n---\n') }));
    return createSnapshot(files, defaultOptions, cache);
  };
  // What answers the questions of both is the ground of both: their columns are the same.
  evaluate([...base, ...head]);
  return [evaluate(base), evaluate(head)] as const;
});

export const snapshotPairs = fc.oneof(kubernetes, calico, spreadPods, manyPolicies);
