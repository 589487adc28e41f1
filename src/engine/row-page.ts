// One page of a flow table: filtered, sorted, cut. Ties keep the order of the whole table.
import { compareText } from '../base/compare-text.ts';
import type { FlowRow, FlowSortKey, NodeId, Page, SnapshotId } from './results.ts';

export interface RowQuery {
  readonly filter: string;
  readonly sort: FlowSortKey;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** What a node's id reads as: without the word before the colon. */
export function nodeText(id: NodeId): string {
  return id.replace(/^(workload|pod|cidr|namespace|set|host):/, '');
}

/** Whether a row holds all words of a filter. */
export function rowMatcher(filter: string): (row: FlowRow) => boolean {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return () => true;
  return (row) => {
    const text = `${nodeText(row.src)} ${nodeText(row.dst)} ${row.protocol} ${row.ports} ${row.verdict}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
}

function compareRows(a: FlowRow, b: FlowRow, key: FlowSortKey): number {
  // The first port orders numerically, so that 80 stands before 443.
  if (key === 'ports')
    return Number.parseInt(a.ports, 10) - Number.parseInt(b.ports, 10) || compareText(a.ports, b.ports);
  if (key === 'src' || key === 'dst') return compareText(nodeText(a[key]), nodeText(b[key]));
  return compareText(a[key], b[key]);
}

/** The rows of one page of a list, and how many of it match. */
export function pageOf<Row extends FlowRow>(
  snapshot: SnapshotId,
  { rows, isPartial }: { readonly rows: readonly Row[]; readonly isPartial: boolean },
  query: RowQuery,
): Page<Row> {
  const sign = query.descending ? -1 : 1;
  const found = rows.filter(rowMatcher(query.filter)).sort((a, b) => sign * compareRows(a, b, query.sort));
  const end = query.offset + query.limit;
  return {
    snapshot,
    total: found.length,
    ...(isPartial ? { isPartial } : {}),
    offset: query.offset,
    rows: found.slice(query.offset, end),
  };
}
