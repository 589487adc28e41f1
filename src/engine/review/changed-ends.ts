// Which ends of flows two snapshots of one cluster judge alike, without judging any flow.
import type { Direction } from '../results.ts';
import { onOneGround, type Snapshot, type SnapshotCache } from '../snapshot.ts';
import { type PartyUnit, placeOf } from './party-units.ts';

/** Whether what policy says at one end may be another in the second snapshot. */
export type MayDiffer = (unit: PartyUnit, direction: Direction) => boolean;

const ALWAYS: MayDiffer = () => true;

/**
 * On one ground, endpoints that the same list of policies governs are judged alike: lists are one object as long as they hold the very
 * same policies. Addresses outside have no policy of their own. Where the clusters differ, or hosts judge what they forward, anything may.
 */
export function changedEnds(before: Snapshot, after: Snapshot, cache: SnapshotCache): MayDiffer {
  if (before.transit.size + after.transit.size > 0 || before.cluster !== after.cluster) return ALWAYS;
  const [a, b] = onOneGround(before, after, cache);
  if (a.ground !== b.ground || a.tiers !== b.tiers) return ALWAYS;
  return (unit, direction) => {
    if (unit.type === 'range') return false;
    const place = placeOf(a.cluster, unit);
    const id = place === undefined ? undefined : a.universe.classOf[place];
    return id === undefined || a.matrix.governs[direction][id] !== b.matrix.governs[direction][id];
  };
}
