// The order of nodes in a list: workloads and pods by namespace and name, then hosts, sets, ranges of addresses, and the Internet last.
import { compareText } from '../base/compare-text.ts';
import { type Cidr, compareCidrs, parseCidr } from '../net/cidr.ts';
import type { NodeId } from './results.ts';

const KINDS = ['workload', 'pod', 'namespace', 'host', 'set', 'cidr'];

interface Placed {
  readonly id: NodeId;
  /** Workloads and their pods are one kind. */
  readonly kind: number;
  readonly namespace: string;
  readonly name: string;
  readonly cidr: Cidr | undefined;
}

function placed(id: NodeId): Placed {
  const colon = id.indexOf(':');
  const kind = KINDS.indexOf(id.slice(0, colon));
  const rest = id.slice(colon + 1);
  const cidr = kind === KINDS.indexOf('cidr') ? parseCidr(rest)?.cidr : undefined;
  const parts = kind <= 1 ? rest.split('/') : [rest];
  const namespace = parts.length > 1 ? (parts[0] ?? '') : '';
  const rank = kind < 0 ? KINDS.length : Math.max(1, kind);
  return { id, kind: rank, namespace, name: parts.at(-1) ?? '', cidr };
}

function comparePlaced(a: Placed, b: Placed): number {
  if (a.kind !== b.kind) return a.kind - b.kind;
  if (a.cidr && b.cidr) return compareCidrs(a.cidr, b.cidr);
  return compareText(a.namespace, b.namespace) || compareText(a.name, b.name) || compareText(a.id, b.id);
}

/** Compares nodes of a list; of each of `ids` its place is found once. */
export function nodeOrder(ids: Iterable<NodeId>): (a: NodeId, b: NodeId) => number {
  const sorted = [...new Set(ids)].map(placed).sort(comparePlaced);
  const ranks = new Map(sorted.map(({ id }, rank) => [id, rank]));
  return (a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0);
}
