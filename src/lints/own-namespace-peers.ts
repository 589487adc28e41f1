// Peers of Kubernetes policies that mean pods of their own namespace, where only pods of others fit.
import { groupBy } from '../base/group-by.ts';
import type { Path } from '../documents/manifest.ts';
import type { LabelRequirement, NetworkPolicyPeer, NetworkPolicyResource } from '../resources/resource.ts';
import { DIRECTIONS, type LintContext } from './lint-context.ts';

/** Pods of one class, as labels tell them apart. */
interface PodClass {
  readonly id: number;
  readonly namespace: string;
  readonly labelOf: (key: string) => string | undefined;
  readonly isOnHost: boolean;
}

export interface OwnNamespacePeer {
  readonly resource: NetworkPolicyResource;
  readonly peer: NetworkPolicyPeer;
  readonly path: Path;
  /** Of other namespaces. */
  readonly fitting: readonly PodClass[];
}

function holds({ key, operator, values }: LabelRequirement, { labelOf }: PodClass): boolean {
  const value = labelOf(key);
  if (operator === 'Exists' || operator === 'DoesNotExist') return (value !== undefined) === (operator === 'Exists');
  return (value !== undefined && values.includes(value)) === (operator === 'In');
}

function podClasses({ snapshot }: LintContext): readonly PodClass[] {
  const { universe, labelOf } = snapshot;
  return universe.classes.flatMap(({ sample }, id): PodClass[] => {
    const isOnHost = universe.onHosts.has(id) || universe.hostNetwork.has(id);
    if (sample.namespace === '') return [];
    return [{ id, namespace: sample.namespace, labelOf: (key) => labelOf(sample, key), isOnHost }];
  });
}

function peersOf(resource: NetworkPolicyResource): readonly (readonly [NetworkPolicyPeer, Path])[] {
  return DIRECTIONS.flatMap((direction) =>
    resource.spec[direction].flatMap((rule) =>
      rule.peers.map((peer): readonly [NetworkPolicyPeer, Path] => {
        const list = direction === 'ingress' ? 'from' : 'to';
        return [peer, ['spec', direction, rule.range, list, peer.range]];
      }),
    ),
  );
}

/** None of a namespace of which no pod is in the manifests: there nobody can tell. */
export function ownNamespacePeers(context: LintContext): readonly OwnNamespacePeer[] {
  const all = podClasses(context);
  const byNamespace = groupBy(all, ({ namespace }) => namespace);
  return context.resources.flatMap((resource) => {
    if (resource.kind !== 'NetworkPolicy') return [];
    const own = byNamespace.get(resource.meta.namespace) ?? [];
    if (own.length === 0) return [];
    return peersOf(resource).flatMap(([peer, path]): OwnNamespacePeer[] => {
      if (peer.type !== 'pods' || peer.namespaceSelector) return [];
      const requirements = peer.podSelector?.requirements ?? [];
      const fits = (pod: PodClass): boolean => requirements.every((one) => holds(one, pod));
      if (requirements.length === 0 || own.some(fits)) return [];
      const fitting = all.filter((pod) => !pod.isOnHost && fits(pod));
      return fitting.length > 0 ? [{ resource, peer, path, fitting }] : [];
    });
  });
}
