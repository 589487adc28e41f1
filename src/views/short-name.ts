// Nodes as a person writes them in a form or a file: the shortest name that means them.
import type { NodeId, SnapshotReport } from '../engine/results.ts';
import { nodeName } from '../exporters/node-name.ts';

/** `dev-app/frontend` where only one workload has the name, otherwise with its kind. */
export function shortName(report: SnapshotReport | undefined, id: NodeId): string {
  const full = nodeName(id);
  const [namespace, kind, name] = full.split('/');
  if (kind === undefined || name === undefined) return full;
  if (id.startsWith('pod:')) return `${namespace}/${name}`;
  const alike = report?.namespaces.find((one) => one.name === namespace)?.workloads.filter((one) => one.name === name);
  return alike?.length === 1 ? `${namespace}/${name}` : full;
}
