// What a selector in the editor selects among the loaded workloads and namespaces, by their labels.
import type { NamespaceSummary, SnapshotReport, WorkloadSummary } from '../engine/results.ts';
import type { SelectorPlace, SelectorRequirement } from './selector-places.ts';

export interface Selected {
  readonly namespaces: readonly NamespaceSummary[];
  readonly workloads: readonly WorkloadSummary[];
  /** Replicas counted; undefined where a large cluster does not list the workloads in question. */
  readonly pods: number | undefined;
}

type LabelList = readonly (readonly [key: string, value: string])[];

/** Kubernetes API, NetworkPolicyPeer: a podSelector alone looks in the policy's own namespace. */
export function selectedBy(place: SelectorPlace, report: SnapshotReport): Selected {
  if (place.role === 'subject') return subjectsOf(place, report);
  const namespaces = report.namespaces.filter((namespace) => {
    if (place.role === 'namespaces') return holds(place.requirements, namespaceLabels(namespace));
    if (!place.namespaces) return namespace.name === place.policy.namespace;
    return holds(place.namespaces, namespaceLabels(namespace));
  });
  const all = namespaces.flatMap((namespace) => namespace.workloads);
  const workloads = place.role === 'pods' ? all.filter((workload) => holds(place.requirements, workload.labels)) : all;
  if (place.role === 'namespaces') {
    return { namespaces, workloads, pods: namespaces.reduce((sum, { counts }) => sum + counts.pods, 0) };
  }
  return { namespaces, workloads, pods: countPods(workloads, namespaces) };
}

/** The engine knows whom a policy applies to; only a policy it does not have (yet) is judged by labels here. */
function subjectsOf(place: SelectorPlace, report: SnapshotReport): Selected {
  const { namespace: space, name } = place.policy;
  const namespaces = report.namespaces.filter((namespace) => namespace.name === space);
  const all = namespaces.flatMap((namespace) => namespace.workloads);
  const policy = report.policies.find(({ id }) => id === `NetworkPolicy/${space}/${name}`);
  if (policy) {
    const ids = new Set(policy.appliesTo);
    return { namespaces, workloads: all.filter(({ id }) => ids.has(id)), pods: policy.appliesToPods };
  }
  const workloads = all.filter((workload) => holds(place.requirements, workload.labels));
  return { namespaces, workloads, pods: countPods(workloads, namespaces) };
}

/** Kubernetes API: NotIn and DoesNotExist hold for objects without the key. */
function holds(requirements: readonly SelectorRequirement[], labels: LabelList): boolean {
  return requirements.every(({ key, operator, values }) => {
    const value = labels.find(([name]) => name === key)?.[1];
    const isAmong = value !== undefined && values.includes(value);
    if (operator === 'In') return isAmong;
    if (operator === 'NotIn') return !isAmong;
    return (value !== undefined) === (operator === 'Exists');
  });
}

/** Every namespace has the label `kubernetes.io/metadata.name`, whether its manifest shows it or not (KEP-2161). */
export function namespaceLabels(namespace: NamespaceSummary): LabelList {
  const others = namespace.labels.filter(([key]) => key !== 'kubernetes.io/metadata.name');
  return [['kubernetes.io/metadata.name', namespace.name], ...others];
}

function countPods(workloads: readonly WorkloadSummary[], namespaces: readonly NamespaceSummary[]): number | undefined {
  if (namespaces.some(({ isListed }) => !isListed)) return undefined;
  return workloads.reduce((sum, { replicas }) => sum + replicas, 0);
}

/** `1 pod`, `2 pods`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
