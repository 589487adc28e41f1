// The parties of a snapshot, made once for all snapshots that share what they are made of.
import { allParties, type FlowParty } from './flow-party.ts';
import type { Ground } from './ground.ts';
import type { Snapshot } from './snapshot.ts';

interface Known {
  readonly sets: Snapshot['namedSets'];
  readonly cidrs: Snapshot['namedCIDRs'];
  readonly parties: readonly FlowParty[];
}

const knownParties = new WeakMap<Ground, Known>();

/** As `allParties`. On one ground they depend on the ranges and sets that policies name, and on nothing else. */
export function partiesOf(snapshot: Snapshot): readonly FlowParty[] {
  const { ground, namedSets, namedCIDRs } = snapshot;
  const known = knownParties.get(ground);
  if (known && known.sets === namedSets && known.cidrs === namedCIDRs) return known.parties;
  const parties = allParties(snapshot);
  knownParties.set(ground, { sets: namedSets, cidrs: namedCIDRs, parties });
  return parties;
}
