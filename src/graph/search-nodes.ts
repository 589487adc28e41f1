// Finds nodes by name, also those inside collapsed namespaces.
import type { NodeId, SnapshotReport } from '../engine/results.ts';

export interface SearchHit {
  readonly id: NodeId;
  readonly name: string;
  /** `Deployment in dev-app`, `Namespace`. */
  readonly detail: string;
  /** The namespace to open so that the node shows. */
  readonly within?: NodeId;
}

const MAX_HITS = 12;

/** All words must occur in name or detail, whatever the case. Names that begin with the text come first; then inventory order. */
export function searchNodes(
  report: Pick<SnapshotReport, 'namespaces' | 'externals' | 'hosts'>,
  text: string,
): readonly SearchHit[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const first = words[0];
  if (first === undefined) return [];
  const begins: SearchHit[] = [];
  const others: SearchHit[] = [];
  const consider = (hit: SearchHit) => {
    const name = hit.name.toLowerCase();
    const all = `${name} ${hit.detail.toLowerCase()}`;
    if (words.every((word) => all.includes(word))) (name.startsWith(first) ? begins : others).push(hit);
  };
  for (const { id, name, workloads } of report.namespaces) {
    consider({ id, name, detail: 'Namespace' });
    for (const workload of workloads) {
      consider({ id: workload.id, name: workload.name, detail: `${workload.kind} in ${name}`, within: id });
    }
    if (begins.length >= MAX_HITS) break;
  }
  for (const { id, label, set } of report.externals) {
    const detail = id === 'internet' ? 'Outside the cluster' : set ? 'Network set' : 'Address range';
    consider({ id, name: label, detail });
  }
  for (const { id, name, node } of report.hosts) consider({ id, name, detail: `Host endpoint of ${node}` });
  return [...begins, ...others].slice(0, MAX_HITS);
}
