// The one comparison behind preview, review and lesson goals: every flow whose verdict differs between two snapshots.
import type { ConnectionId, ConnectionTable } from '../net/connection-table.ts';
import { changedMembers } from './changed-members.ts';
import type { PairVerdict } from './family-matrix.ts';
import { scopeOf } from './flow-party.ts';
import type { MemberEnd } from './flow-place.ts';
import { type JointMember, type JointParty, jointParties } from './joint-party.ts';
import { memberVerdict } from './member-verdict.ts';
import { missingSentence, rowsOf } from './pair-cells.ts';
import type { FlipKind, FlipRow, Impact, NodeId, PortScope, Verdict } from './results.ts';
import type { Snapshot } from './snapshot.ts';

export interface SnapshotDiff {
  /** One row for each pair of workloads (or external nodes), protocol, contiguous port range and kind of flip. */
  readonly flips: readonly FlipRow[];
  readonly impact: Impact;
  /** Flips at either end of each node, workloads and externals by id. */
  readonly byNode: ReadonlyMap<NodeId, Impact>;
}

const VERDICTS: readonly Verdict[] = ['allowed', 'unknown', 'denied'];

/** A change to or from unknown is neither an opening nor a closing. */
function flipKind(was: Verdict, now: Verdict): FlipKind {
  if (was === 'unknown' || now === 'unknown') return 'unknown';
  return now === 'allowed' ? 'opened' : 'closed';
}

function pointsWith(verdict: Verdict, pair: PairVerdict, table: ConnectionTable): ConnectionId {
  if (verdict === 'allowed') return pair.allowed;
  if (verdict === 'unknown') return pair.unknown;
  return table.difference(table.difference(table.all, pair.allowed), pair.unknown);
}

/** The verdict of a pair in one snapshot; where an end does not exist no flow is possible. */
function verdictIn(snapshot: Snapshot, src: MemberEnd | undefined, dst: MemberEnd | undefined): PairVerdict {
  const { none } = snapshot.table;
  return src === undefined || dst === undefined ? { allowed: none, unknown: none } : memberVerdict(snapshot, src, dst);
}

interface Change {
  readonly was: Verdict;
  readonly now: Verdict;
  readonly points: ConnectionId;
  readonly pairs: number;
}

function pairCount(src: JointParty, dst: JointParty, from: JointMember, to: JointMember): number {
  return src.id === dst.id && from === to ? from.count * (from.count - 1) : from.count * to.count;
}

/** How the flows between two parties changed, for each kind of change, and the pod pairs in all. */
function changesBetween(
  base: Snapshot,
  head: Snapshot,
  src: JointParty,
  dst: JointParty,
  scope: ConnectionId,
): { changes: Change[]; of: number } {
  const { table } = head;
  const changes = new Map<string, Change>();
  let of = 0;
  for (const from of src.members) {
    for (const to of dst.members) {
      const pairs = pairCount(src, dst, from, to);
      if (pairs === 0) continue;
      of += pairs;
      const before = verdictIn(base, from.base, to.base);
      const after = verdictIn(head, from.head, to.head);
      if (before.allowed === after.allowed && before.unknown === after.unknown) continue;
      for (const was of VERDICTS) {
        for (const now of VERDICTS) {
          if (was === now) continue;
          const both = table.intersection(pointsWith(was, before, table), pointsWith(now, after, table));
          const points = table.intersection(both, scope);
          if (points === table.none) continue;
          const key = `${was}/${now}`;
          const known = changes.get(key);
          const joined = known ? table.union(known.points, points) : points;
          changes.set(key, { was, now, points: joined, pairs: (known?.pairs ?? 0) + pairs });
        }
      }
    }
  }
  return { changes: [...changes.values()], of };
}

function flipRows(src: JointParty, dst: JointParty, change: Change, of: number, table: ConnectionTable): FlipRow[] {
  return rowsOf(change.points, 'range', table).map(({ protocol, ports }) => ({
    src: src.id,
    dst: dst.id,
    protocol,
    ports,
    verdict: change.now,
    was: change.was,
    flip: flipKind(change.was, change.now),
    ...(change.pairs < of ? { mixed: { pairs: change.pairs, of } } : {}),
    ...(change.was === 'unknown' || change.now === 'unknown' ? { missing: missingSentence(src, dst) } : {}),
  }));
}

const NO_IMPACT: Impact = { opened: 0, closed: 0, unknown: 0 };

function countFlip(impact: Impact, kind: FlipKind): Impact {
  return { ...impact, [kind]: impact[kind] + 1 };
}

function summarise(flips: readonly FlipRow[]): SnapshotDiff {
  let impact = NO_IMPACT;
  const byNode = new Map<NodeId, Impact>();
  for (const row of flips) {
    impact = countFlip(impact, row.flip);
    for (const id of new Set([row.src, row.dst])) byNode.set(id, countFlip(byNode.get(id) ?? NO_IMPACT, row.flip));
  }
  return { flips, impact, byNode };
}

/**
 * All flips from `base` to `head`. Both must share one connection table.
 *
 * A pair's verdict is the meet of the source's egress and the destination's ingress, so it can only differ where one
 * of the two does; pairs with both ends unchanged are not looked at.
 */
export function diffSnapshots(base: Snapshot, head: Snapshot, ports: PortScope): SnapshotDiff {
  if (base === head) return summarise([]);
  if (base.table !== head.table) throw new Error('snapshots to compare must share one connection table');
  const parties = jointParties(base, head);
  const changed = changedMembers(base, head, parties);
  const changedTargets = parties.filter((party) => changed.ingress.has(party.id));
  const flips: FlipRow[] = [];
  for (const src of parties) {
    for (const dst of changed.egress.has(src.id) ? parties : changedTargets) {
      if (src.isOutside && dst.isOutside) continue;
      const scope = scopeOf(dst.ports, ports, head.table, base.beyondPorts || head.beyondPorts);
      const { changes, of } = changesBetween(base, head, src, dst, scope);
      for (const change of changes) flips.push(...flipRows(src, dst, change, of, head.table));
    }
  }
  return summarise(flips);
}
