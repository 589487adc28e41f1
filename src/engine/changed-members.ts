// Which parties judge any flow differently in two snapshots, per direction; the rest need no comparison.

import type { AddressColumns } from './address-columns.ts';
import type { Addressing } from './addressing.ts';
import type { JointParty } from './joint-party.ts';
import type { Direction, NodeId } from './results.ts';
import type { Snapshot } from './snapshot.ts';
import type { DirectionVerdicts } from './tier-walks.ts';

/** Families count besides what each family's verdicts say: they tell over which of them two ends can speak. */
function sameAddressing(a: Addressing, b: Addressing | undefined): boolean {
  return (
    a.families === b?.families &&
    a.places.length === b.places.length &&
    a.places.every((place, index) => place.family === b.places[index]?.family)
  );
}

function sameSpace(a: AddressColumns, b: AddressColumns): boolean {
  if (a === b) return true;
  const { atoms } = b.atoms;
  return (
    a.atoms.atoms.length === atoms.length &&
    a.atoms.atoms.every(({ cidr }, id) => cidr.text === atoms[id]?.cidr.text && a.columnOf[id] === b.columnOf[id])
  );
}

/** True where both snapshots have the same columns with the same meaning, so that verdicts compare column by column. */
function sameColumns(base: Snapshot, head: Snapshot): boolean {
  const a = base.universe;
  const b = head.universe;
  return (
    a.size === b.size &&
    base.matrix.families.join() === head.matrix.families.join() &&
    a.classes.length === b.classes.length &&
    a.classes.every((one, id) => one.key === b.classes[id]?.key) &&
    a.addressings.every((one, id) => sameAddressing(one, b.addressings[id])) &&
    sameSpace(a.space, b.space) &&
    base.options.podCIDRs.join() === head.options.podCIDRs.join() &&
    base.cluster.endpoints.length === head.cluster.endpoints.length &&
    base.cluster.endpoints.every(
      (endpoint, id) =>
        endpoint.id === head.cluster.endpoints[id]?.id &&
        endpoint.count === head.cluster.endpoints[id]?.count &&
        endpoint.node === head.cluster.endpoints[id]?.node &&
        a.classOf[id] === b.classOf[id],
    )
  );
}

/** Compares the verdicts of one end; results are shared by classes governed alike, so few pairs are ever compared. */
class VerdictComparison {
  readonly #memo = new Map<DirectionVerdicts, Map<DirectionVerdicts, boolean>>();

  same(a: DirectionVerdicts, b: DirectionVerdicts): boolean {
    const memo = this.#memo.get(a) ?? new Map<DirectionVerdicts, boolean>();
    this.#memo.set(a, memo);
    const known = memo.get(b);
    if (known !== undefined) return known;
    const result = a.equals(b);
    memo.set(b, result);
    return result;
  }
}

/** Parties whose egress (ingress) verdicts may differ. Where columns differ, that is every party. */
export function changedMembers(
  base: Snapshot,
  head: Snapshot,
  parties: readonly JointParty[],
): Record<Direction, ReadonlySet<NodeId>> {
  const all = new Set(parties.map((party) => party.id));
  // What hosts forward is judged beside the ends of a flow, so it can change any of them.
  const isForwarding = base.transit.size > 0 || head.transit.size > 0;
  const sameHosts = base.cluster.toOwnHost?.verdict === head.cluster.toOwnHost?.verdict;
  if (!sameColumns(base, head) || isForwarding || !sameHosts) return { egress: all, ingress: all };
  const comparison = new VerdictComparison();
  const changed = (direction: Direction): Set<NodeId> => {
    const differs = (column: number): boolean =>
      column < head.universe.classes.length &&
      base.matrix.families.some((family) => {
        const before = base.matrix.over(family).verdicts(direction, column);
        return !comparison.same(before, head.matrix.over(family).verdicts(direction, column));
      });
    return new Set(
      parties
        .filter((party) => party.members.some((member) => member.head !== undefined && differs(member.head.column)))
        .map((party) => party.id),
    );
  };
  return { egress: changed('egress'), ingress: changed('ingress') };
}
