// Flows between workloads summed up to flows between namespaces.
import type { FlowRow, NodeId } from '../engine/results.ts';

/** One row for each pair of namespaces (or external nodes), protocol and verdict; its ports are those of any flow in it. */
export function mergeByNamespace(rows: Iterable<FlowRow>): FlowRow[] {
  const groups = new Map<string, { readonly row: FlowRow; readonly ports: Set<string> }>();
  for (const { src: from, dst: to, protocol, verdict, ports } of rows) {
    const [src, dst] = [namespaceOf(from), namespaceOf(to)];
    const key = JSON.stringify([src, dst, protocol, verdict]);
    const group = groups.get(key) ?? { row: { src, dst, protocol, verdict, ports }, ports: new Set() };
    groups.set(key, group);
    group.ports.add(ports);
  }
  return [...groups.values()].map(({ row, ports }) => ({ ...row, ports: joinPorts([...ports]) }));
}

/** `workload:ns/Kind/name` and `pod:ns/name` lie in `namespace:ns`; the others are outside. */
function namespaceOf(id: NodeId): NodeId {
  const [, namespace] = /^(?:workload|pod):([^/]*)\//.exec(id) ?? [];
  return namespace === undefined ? id : `namespace:${namespace}`;
}

/** `80,443` and `440-450` make `80,440-450`; `all` swallows the rest. ICMP messages (`type 8`) are only listed. */
export function joinPorts(lists: readonly string[]): string {
  if (lists.includes('all')) return 'all';
  if (lists.some((list) => list.includes('type')))
    return [...new Set(lists.flatMap((list) => list.split(',')))].join(',');
  const ranges = [...new Set(lists.flatMap((list) => list.split(',')))].map((part) => {
    const [from = 0, to = from] = part.split('-').map(Number);
    return { from, to };
  });
  ranges.sort((a, b) => a.from - b.from);
  const joined: { from: number; to: number }[] = [];
  for (const range of ranges) {
    const last = joined.at(-1);
    if (last !== undefined && range.from <= last.to + 1) last.to = Math.max(last.to, range.to);
    else joined.push({ ...range });
  }
  return joined.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(',');
}
