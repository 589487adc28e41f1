// Which workloads a planned cluster has, and where: found by number, so that nothing is kept.
import type { ClusterPlan } from './cluster-plan.ts';
import { nameHash } from './seeded-random.ts';

export interface PlannedWorkload {
  readonly index: number;
  readonly namespace: string;
  /** Its name and the value of its label `app`; other namespaces have one of that name too. */
  readonly app: string;
  /** The value of its label `tier`. */
  readonly role: string;
  /** Of its ReplicaSet. */
  readonly hash: string;
  readonly firstPod: number;
  readonly pods: number;
}

export const roles: readonly [string, ...string[]] = ['frontend', 'backend', 'data', 'jobs'];

export const namespaceName = (index: number): string => `team-${index}`;

export const workloadCount = ({ pods, podsPerWorkload }: ClusterPlan): number => Math.ceil(pods / podsPerWorkload);

/** Workloads of one namespace have neighbouring numbers. */
export function workloadAt(plan: ClusterPlan, index: number): PlannedWorkload {
  const count = workloadCount(plan);
  const namespace = Math.floor((index * plan.namespaces) / count);
  const first = Math.ceil((namespace * count) / plan.namespaces);
  const firstPod = index * plan.podsPerWorkload;
  return {
    index,
    namespace: namespaceName(namespace),
    app: `app-${index - first}`,
    role: roles[index % roles.length] ?? roles[0],
    hash: nameHash(index, 10),
    firstPod,
    pods: Math.min(plan.podsPerWorkload, plan.pods - firstPod),
  };
}

export function podName({ app, hash, firstPod }: PlannedWorkload, replica: number): string {
  return `${app}-${hash}-${nameHash(firstPod + replica, 5)}`;
}

/** Pods have the addresses of 10.128.0.0/9 in turn. */
export function podAddress(pod: number): string {
  return `10.${128 + (pod >> 16)}.${(pod >> 8) & 255}.${pod & 255}`;
}
