// The nodes that flows name, by namespace, for exporters that draw.
import { groupBy } from '../base/group-by.ts';
import type { ExportedFlow } from './connectivity-report.ts';

export interface NodeGroup {
  /** Empty for addresses, the Internet, and namespaces that are nodes themselves. */
  readonly namespace: string;
  readonly names: readonly string[];
}

/** In the order of first appearance as a source, then as a destination; flows come sorted. */
export function groupedNodes(flows: readonly ExportedFlow[]): NodeGroup[] {
  const names = new Set([...flows.map((flow) => flow.src), ...flows.map((flow) => flow.dst)]);
  const groups = groupBy(names, namespaceOf);
  return [...groups].map(([namespace, members]) => ({ namespace, names: members }));
}

/** A workload without its namespace, which is drawn around it; a set or a host without the word that its shape stands for. */
export function nodeLabel(name: string, namespace: string): string {
  return namespace === '' ? name.replace(/^(set|host):/, '') : name.slice(namespace.length + 1);
}

/** Only `ns/Kind/name` lies in a namespace; `10.0.0.0/8` does not. */
function namespaceOf(name: string): string {
  const parts = name.split('/');
  return parts.length === 3 ? (parts[0] ?? '') : '';
}
