// Names on the command line to nodes: `ns/name`, `ns/Kind/name`, `ns/pod`, a namespace, a CIDR, `internet`.
import { nearestName } from '../base/nearest-name.ts';
import type { NodeId, SnapshotReport, WorkloadSummary } from '../engine/results.ts';
import { nodeName } from '../exporters/node-name.ts';
import { UsageError } from './usage-error.ts';

/** Every name that a node may be called by. */
function nodesByName(report: SnapshotReport): ReadonlyMap<string, NodeId> {
  const names = new Map<string, NodeId>();
  for (const { id, label } of report.externals) names.set(nodeName(id), id).set(label, id);
  for (const namespace of report.namespaces) {
    names.set(namespace.name, namespace.id);
    for (const workload of namespace.workloads) {
      for (const pod of workload.pods) names.set(nodeName(pod.id), pod.id).set(`${namespace.name}/${pod.name}`, pod.id);
    }
  }
  // A workload's short name wins over a pod's.
  for (const workload of workloadsOf(report)) {
    names.set(nodeName(workload.id), workload.id).set(`${workload.namespace}/${workload.name}`, workload.id);
  }
  return names;
}

/** The node of that name or id. */
export function nodeCalled(report: SnapshotReport, text: string): NodeId | undefined {
  const names = nodesByName(report);
  return names.get(text) ?? [...names.values()].find((one) => one === text);
}

/** Throws UsageError with the nearest name. */
export function findNode(report: SnapshotReport, text: string): NodeId {
  const id = nodeCalled(report, text);
  if (id !== undefined) return id;
  const names = nodesByName(report);
  const near = nearestName(text, names.keys());
  throw new UsageError(`nothing is called ${text}${near === undefined ? '' : `; did you mean ${near}?`}`);
}

export function workloadsOf(report: SnapshotReport): WorkloadSummary[] {
  return report.namespaces.flatMap((namespace) => namespace.workloads);
}
