// The ends of flips as what they are made of, pods one by one and ranges of addresses, so that any snapshot can be asked about them.
import type { Cluster } from '../../model/cluster.ts';
import type { Cidr } from '../../net/cidr.ts';
import { parseCidr } from '../../net/cidr.ts';
import { AddressAtoms } from '../address-atoms.ts';
import { podsOf, setAtoms } from '../flow-party.ts';
import type { MemberEnd } from '../flow-place.ts';
import type { NodeId } from '../results.ts';
import type { Snapshot } from '../snapshot.ts';
import { columnOfCidr } from '../universe.ts';
import { collectVocabulary } from '../vocabulary.ts';

/** A pod, the pods of a template, a host, or a range that no policy of base and head divides. */
export type PartyUnit =
  | { readonly type: 'endpoint'; readonly id: NodeId; readonly count: number }
  | { readonly type: 'range'; readonly cidr: Cidr };

const placesById = new WeakMap<Cluster, ReadonlyMap<NodeId, number>>();

function placesOf(cluster: Cluster): ReadonlyMap<NodeId, number> {
  const known = placesById.get(cluster);
  if (known) return known;
  const made = new Map(cluster.endpoints.map(({ id }, index) => [id, index]));
  placesById.set(cluster, made);
  return made;
}

/** Index of an endpoint of a cluster; undefined where it does not exist there. */
export function placeOf(cluster: Cluster, { id }: PartyUnit & { type: 'endpoint' }): number | undefined {
  return placesOf(cluster).get(id);
}

/** What stands for a unit in a snapshot; undefined where it does not exist there. `withNodes`: where pods run counts. */
export function endIn(snapshot: Snapshot, unit: PartyUnit, withNodes: boolean): MemberEnd | undefined {
  if (unit.type === 'range') return { column: columnOfCidr(snapshot.universe, unit.cidr), node: undefined };
  const index = placeOf(snapshot.cluster, unit);
  const endpoint = index === undefined ? undefined : snapshot.cluster.endpoints[index];
  const column = index === undefined ? undefined : snapshot.universe.classOf[index];
  if (!endpoint || column === undefined) return undefined;
  return { column, node: withNodes || endpoint.workload < 0 ? endpoint.node : undefined };
}

/** The parties of flips from base to head. */
export class PartyUnits {
  readonly #sides: readonly Snapshot[];
  readonly #atoms: AddressAtoms;
  readonly #known = new Map<NodeId, readonly PartyUnit[]>();
  #workloads: ReadonlyMap<NodeId, readonly PartyUnit[]> | undefined;

  constructor(base: Snapshot, head: Snapshot) {
    this.#sides = [base, head];
    this.#atoms = new AddressAtoms(this.#sides.flatMap(({ policies }) => collectVocabulary(policies).cidrs));
  }

  of(id: NodeId): readonly PartyUnit[] {
    const known = this.#known.get(id);
    if (known) return known;
    const made = this.#make(id);
    this.#known.set(id, made);
    return made;
  }

  #make(id: NodeId): readonly PartyUnit[] {
    if (id === 'internet') return this.#ranges(this.#roots());
    if (id.startsWith('cidr:')) {
      const parsed = parseCidr(id.slice('cidr:'.length));
      return parsed ? [{ type: 'range', cidr: parsed.cidr }] : [];
    }
    const sets = this.#sides.flatMap(({ cluster }) => cluster.sets.filter((set) => set.id === id));
    if (sets.length > 0) return this.#ranges(new Set(sets.flatMap((set) => setAtoms(set, this.#atoms))));
    if (id.startsWith('host:')) return [{ type: 'endpoint', id, count: 1 }];
    this.#workloads ??= this.#allWorkloads();
    return this.#workloads.get(id) ?? [];
  }

  #roots(): readonly number[] {
    const families = new Set(this.#sides.flatMap(({ universe }) => universe.families));
    return this.#atoms.atoms.flatMap(({ cidr, empty }, atom) =>
      cidr.prefix === 0 && !empty && families.has(cidr.family) ? [atom] : [],
    );
  }

  #ranges(atoms: Iterable<number>): readonly PartyUnit[] {
    return [...atoms].flatMap((atom) => {
      const cidr = this.#atoms.atoms[atom]?.cidr;
      return cidr ? [{ type: 'range' as const, cidr }] : [];
    });
  }

  #allWorkloads(): ReadonlyMap<NodeId, readonly PartyUnit[]> {
    const pods = new Map<NodeId, Map<NodeId, number>>();
    for (const { cluster } of this.#sides) {
      for (const { id, endpoints } of cluster.workloads) {
        const own = pods.get(id) ?? new Map<NodeId, number>();
        pods.set(id, own);
        for (const index of endpoints) {
          const endpoint = cluster.endpoints[index];
          if (endpoint) own.set(endpoint.id, Math.max(own.get(endpoint.id) ?? 0, podsOf(endpoint)));
        }
      }
    }
    return new Map(
      [...pods].map(([id, own]) => [
        id,
        [...own].map(([pod, count]) => ({ type: 'endpoint' as const, id: pod, count })),
      ]),
    );
  }
}
