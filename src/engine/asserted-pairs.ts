// The pairs that an assertion speaks of, in groups that policy cannot tell apart.
import type { Assertion } from '../resources/assertion.ts';
import { AllowedFlows } from './asserted-others.ts';
import { type AssertedUnit, type Units, unitsOf } from './asserted-units.ts';
import type { Ground } from './ground.ts';
import type { NodeId } from './results.ts';
import type { Snapshot } from './snapshot.ts';

/** Units alike in everything that a verdict depends on; at least one. */
export interface UnitGroup {
  readonly first: AssertedUnit;
  readonly units: readonly AssertedUnit[];
}

export interface AssertedPairs {
  readonly from: readonly UnitGroup[];
  readonly to: readonly UnitGroup[];
  /** Where one side is `others`: what is left out. */
  readonly allowed: AllowedFlows | undefined;
  /** The one node of each side, where it has one. */
  readonly src: NodeId | undefined;
  readonly dst: NodeId | undefined;
  /** Set where an end means nothing here. */
  readonly fault?: string;
}

function keyOf({ members, ports, points, isOutside, family }: AssertedUnit): string {
  const places = members.map(
    ({ column, node, isHost, count }) => `${column}/${node ?? ''}/${isHost ?? ''}/${count > 1}`,
  );
  const listening = points ? points.join() : ports.map(({ protocol, port }) => `${protocol}${port}`).join();
  return `${places.join()} ${listening} ${isOutside} ${family ?? ''}`;
}

function grouped(units: readonly AssertedUnit[], signature: (unit: AssertedUnit) => string): readonly UnitGroup[] {
  const groups = new Map<string, { first: AssertedUnit; units: AssertedUnit[] }>();
  for (const unit of units) {
    const key = `${signature(unit)} ${keyOf(unit)}`;
    const group = groups.get(key);
    if (group) group.units.push(unit);
    else groups.set(key, { first: unit, units: [unit] });
  }
  return [...groups.values()];
}

function onlyId(units: Units): NodeId | undefined {
  if ('fault' in units || units.length !== 1) return undefined;
  const [only] = units;
  return only?.points ? undefined : only?.id;
}

function make(snapshot: Snapshot, assertion: Assertion, others: readonly Assertion[]): AssertedPairs {
  const { from, to, ports } = assertion;
  const isOpen = from.isOthers || to.isOthers;
  const allowed = isOpen
    ? new AllowedFlows(
        snapshot,
        others.filter((one) => one !== assertion),
      )
    : undefined;
  const units = (side: 'from' | 'to'): Units =>
    assertion[side].isOthers && allowed
      ? allowed.others(snapshot, side)
      : unitsOf(snapshot, assertion[side], { ports, isSource: side === 'from' });
  const [src, dst] = [units('from'), units('to')];
  const ids = { src: onlyId(src), dst: onlyId(dst), allowed };
  if ('fault' in src) return { ...ids, from: [], to: [], fault: src.fault };
  if ('fault' in dst) return { ...ids, from: [], to: [], fault: dst.fault };
  const sign = (side: 'from' | 'to') => (unit: AssertedUnit) => allowed?.signature(unit, side) ?? '';
  return { ...ids, from: grouped(src, sign('from')), to: grouped(dst, sign('to')) };
}

interface Known {
  readonly sets: Snapshot['namedSets'];
  readonly cidrs: Snapshot['namedCIDRs'];
  readonly pairs: WeakMap<Assertion, AssertedPairs>;
}

const known = new WeakMap<Ground, Known>();

/**
 * On one ground they depend on the ranges and sets that policies name, and on nothing else. `file`: all assertions of the
 * assertion's file, which are read anew together.
 */
export function assertedPairs(snapshot: Snapshot, assertion: Assertion, file: readonly Assertion[]): AssertedPairs {
  const { ground, namedSets: sets, namedCIDRs: cidrs } = snapshot;
  let own = known.get(ground);
  if (!own || own.sets !== sets || own.cidrs !== cidrs) {
    own = { sets, cidrs, pairs: new WeakMap() };
    known.set(ground, own);
  }
  const pairs = own.pairs.get(assertion) ?? make(snapshot, assertion, file);
  own.pairs.set(assertion, pairs);
  return pairs;
}
