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

function matches(row: FlowRow, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = `${nodeText(row.src)} ${nodeText(row.dst)} ${row.protocol} ${row.ports} ${row.verdict}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

function compareRows(a: FlowRow, b: FlowRow, key: FlowSortKey): number {
  // The first port orders numerically, so that 80 stands before 443.
  if (key === 'ports')
    return Number.parseInt(a.ports, 10) - Number.parseInt(b.ports, 10) || compareText(a.ports, b.ports);
  if (key === 'src' || key === 'dst') return compareText(nodeText(a[key]), nodeText(b[key]));
  return compareText(a[key], b[key]);
}

/** The rows of one page, and how many there are in all. */
export function pageOf<Row extends FlowRow>(snapshot: SnapshotId, rows: readonly Row[], query: RowQuery): Page<Row> {
  const words = query.filter.toLowerCase().split(/\s+/).filter(Boolean);
  const sign = query.descending ? -1 : 1;
  const found = rows.filter((row) => matches(row, words)).sort((a, b) => sign * compareRows(a, b, query.sort));
  const end = query.offset + query.limit;
  return { snapshot, total: found.length, offset: query.offset, rows: found.slice(query.offset, end) };
}
