// Which workload a pod belongs to, from its owner references.
import type { ObjectMeta, PodResource, WorkloadResource } from '../resources/resource.ts';

export interface OwnerName {
  readonly kind: string;
  readonly name: string;
}

/** `ns/Kind/name`, the key of a workload within a cluster. */
export function workloadKey(namespace: string, owner: OwnerName): string {
  return `${namespace}/${owner.kind}/${owner.name}`;
}

function controllerOf(meta: ObjectMeta): OwnerName | undefined {
  return meta.owners.find((owner) => owner.controller) ?? meta.owners[0];
}

/**
 * A Deployment names its ReplicaSets `NAME-HASH` and labels their pods `pod-template-hash: HASH`, so the
 * Deployment is known even where the ReplicaSet object is not in the manifests.
 */
function deploymentByHash(replicaSet: string, hash: string | undefined): OwnerName | undefined {
  if (!hash || !replicaSet.endsWith(`-${hash}`)) return undefined;
  return { kind: 'Deployment', name: replicaSet.slice(0, -hash.length - 1) };
}

/** The topmost owner of an object: a Deployment rather than its ReplicaSet, a CronJob rather than its Job. */
export function topOwner(
  meta: ObjectMeta,
  workloads: ReadonlyMap<string, WorkloadResource>,
  depth = 0,
): OwnerName | undefined {
  const owner = controllerOf(meta);
  if (!owner) return undefined;
  const object = workloads.get(workloadKey(meta.namespace, owner));
  // Two levels exist in Kubernetes; more than four can only be a ring.
  const above = object && depth < 4 ? topOwner(object.meta, workloads, depth + 1) : undefined;
  if (above) return above;
  if (owner.kind === 'ReplicaSet' && !object) {
    return deploymentByHash(owner.name, meta.labels.get('pod-template-hash')) ?? owner;
  }
  return { kind: owner.kind, name: owner.name };
}

/** Finished pods take part in nothing, and their addresses may be in use again. */
export function isTerminated(pod: PodResource): boolean {
  return pod.status.phase === 'Succeeded' || pod.status.phase === 'Failed';
}
