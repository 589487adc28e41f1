// The verdicts between two parties: one cell for each kind of pod pair, and the cells laid over one another port by port.
import { formatPorts, wholeRanges } from '../net/connection-set.ts';
import type { ConnectionId, ConnectionTable } from '../net/connection-table.ts';
import type { PairVerdict } from './family-matrix.ts';
import type { FlowParty, PartyFacts } from './flow-party.ts';
import { memberVerdict } from './member-verdict.ts';
import type { Verdict } from './results.ts';
import type { Snapshot } from './snapshot.ts';

/** `pairs` pod pairs with one verdict for every point. */
export interface PairCell {
  readonly verdict: PairVerdict;
  readonly pairs: number;
}

/** Cells between two parties. A pod to itself is no flow between pods, so a party of one pod has no cell with itself. */
export function pairCells(snapshot: Snapshot, src: FlowParty, dst: FlowParty): PairCell[] {
  const cells: PairCell[] = [];
  for (const from of src.members) {
    for (const to of dst.members) {
      const isSame = src.id === dst.id && from.column === to.column && from.node === to.node;
      const pairs = isSame ? from.count * (from.count - 1) : from.count * to.count;
      if (pairs > 0) cells.push({ verdict: memberVerdict(snapshot, from, to), pairs });
    }
  }
  return cells;
}

/** A set of points with one verdict between two parties. */
export interface VerdictArea {
  readonly points: ConnectionId;
  readonly verdict: Verdict;
  /** Pod pairs with this verdict; equal to `of` where all agree. */
  readonly pairs: number;
  readonly of: number;
}

const ORDER: readonly Verdict[] = ['allowed', 'unknown', 'denied'];

function verdictSet(verdict: Verdict, cell: PairVerdict, table: ConnectionTable): ConnectionId {
  if (verdict === 'allowed') return cell.allowed;
  if (verdict === 'unknown') return cell.unknown;
  return table.difference(table.difference(table.all, cell.allowed), cell.unknown);
}

/** Where all pod pairs agree, which is nearly always, each verdict is one area. */
function uniformAreas({ verdict: cell, pairs }: PairCell, scope: ConnectionId, table: ConnectionTable): VerdictArea[] {
  const areas: VerdictArea[] = [];
  for (const verdict of ORDER) {
    const points = table.intersection(scope, verdictSet(verdict, cell, table));
    if (points !== table.none) areas.push({ points, verdict, pairs, of: pairs });
  }
  return areas;
}

/**
 * Splits `scope` into areas. Where pod pairs differ, the area takes the verdict that opens most: a flow between two
 * workloads is allowed when some pair of their pods may use it, and `pairs` says how many.
 */
export function verdictAreas(cells: readonly PairCell[], scope: ConnectionId, table: ConnectionTable): VerdictArea[] {
  const of = cells.reduce((sum, cell) => sum + cell.pairs, 0);
  if (of === 0) return [];
  const [only] = cells;
  if (only && cells.length === 1) return uniformAreas(only, scope, table);
  let rest = scope;
  const areas: VerdictArea[] = [];
  for (const verdict of ORDER) {
    // Split the points some pair has this verdict on by how many pairs have it.
    let byCount = new Map<number, ConnectionId>([[0, rest]]);
    for (const cell of cells) {
      const own = verdictSet(verdict, cell.verdict, table);
      const next = new Map<number, ConnectionId>();
      const add = (count: number, points: ConnectionId): void => {
        if (points !== table.none) next.set(count, table.union(next.get(count) ?? table.none, points));
      };
      for (const [count, points] of byCount) {
        add(count, table.difference(points, own));
        add(count + cell.pairs, table.intersection(points, own));
      }
      byCount = next;
    }
    rest = byCount.get(0) ?? table.none;
    for (const [pairs, points] of byCount) if (pairs > 0) areas.push({ points, verdict, pairs, of });
    if (rest === table.none) break;
  }
  return areas;
}

/** Rows of a set of points: one for each protocol, its ranges joined, or one for each range. */
export function rowsOf(
  points: ConnectionId,
  each: 'protocol' | 'range',
  table: ConnectionTable,
): { protocol: string; ports: string }[] {
  const rows: { protocol: string; ports: string }[] = [];
  for (const range of wholeRanges(table.set(points))) {
    const protocol = range.protocol === 'other' ? 'other protocols' : range.protocol;
    const ports = formatPorts(range);
    const last = rows.at(-1);
    if (each === 'protocol' && last?.protocol === protocol) last.ports += `,${ports}`;
    else rows.push({ protocol, ports });
  }
  return rows;
}

/** Why a flow between two parties is unknown, as a sentence. */
export function missingSentence(src: PartyFacts, dst: PartyFacts): string {
  const unknown = [src, dst].filter((party) => party.addressesUnknown).map((party) => party.id.replace(/^\w+:/, ''));
  const names = [...new Set(unknown)].join(' and ');
  return names === '' ? 'a fact is not in the manifests' : `the pod addresses of ${names} are not in the manifests`;
}
