// One page of a flow table: sorted, cut. Ties keep the order of the whole table.
import { compareText } from '../base/compare-text.ts';
import type { FlowSortKey } from './flow-request.ts';
import { nodeOrder } from './node-order.ts';
import type { FlowRow, NodeId, Page, SnapshotId } from './results.ts';

export interface RowWindow {
  readonly offset: number;
  readonly limit: number;
  /** A flow whose row is asked for: its first one. */
  readonly find?: Pick<FlowRow, 'src' | 'dst'>;
}

/** What a node's id reads as: without the word before the colon. */
export function nodeText(id: NodeId): string {
  return id.replace(/^(workload|pod|cidr|namespace|set|host):/, '');
}

type CompareNodes = ReturnType<typeof nodeOrder>;

function compareRows(a: FlowRow, b: FlowRow, key: FlowSortKey, nodes: CompareNodes): number {
  // The first port orders numerically, so that 80 stands before 443.
  if (key === 'ports')
    return Number.parseInt(a.ports, 10) - Number.parseInt(b.ports, 10) || compareText(a.ports, b.ports);
  if (key === 'src' || key === 'dst') return nodes(a[key], b[key]);
  return compareText(a[key], b[key]);
}

/** Rows in the order asked for; a list is sorted once and then cut again and again. */
export function sortRows<Row extends FlowRow>(
  rows: readonly Row[],
  key: FlowSortKey,
  descending: boolean,
): readonly Row[] {
  const sign = descending ? -1 : 1;
  const nodes = nodeOrder(key === 'src' || key === 'dst' ? rows.map((row) => row[key]) : []);
  return rows.toSorted((a, b) => sign * compareRows(a, b, key, nodes));
}

/** The rows of one page of a sorted list, and how many it has. */
export function pageOf<Row extends FlowRow>(
  snapshot: SnapshotId,
  { rows, isPartial }: { readonly rows: readonly Row[]; readonly isPartial: boolean },
  { offset, limit, find }: RowWindow,
): Page<Row> {
  const found = find ? rows.findIndex(({ src, dst }) => src === find.src && dst === find.dst) : -1;
  return {
    snapshot,
    total: rows.length,
    ...(isPartial ? { isPartial } : {}),
    ...(found >= 0 ? { found } : {}),
    offset,
    rows: rows.slice(offset, offset + limit),
  };
}
