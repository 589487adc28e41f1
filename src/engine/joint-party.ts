// Parties of two snapshots side by side: the same workload or address range, with what stands for it in each.
import { compareText } from '../base/compare-text.ts';
import type { AddressSet, Workload } from '../model/cluster.ts';
import { type Cidr, compareCidrs } from '../net/cidr.ts';
import { AddressAtoms } from './address-atoms.ts';
import { type FlowParty, hostParties, type PartyFacts, podsOf, setAtoms, workloadParty } from './flow-party.ts';
import type { MemberEnd } from './flow-place.ts';
import type { NodeId } from './results.ts';
import type { Snapshot } from './snapshot.ts';
import { columnOfCidr } from './universe.ts';
import { collectVocabulary } from './vocabulary.ts';

/** Pods (or addresses) that one column stands for in each snapshot; undefined where they do not exist. */
export interface JointMember {
  readonly base: MemberEnd | undefined;
  readonly head: MemberEnd | undefined;
  readonly count: number;
}

export interface JointParty extends PartyFacts {
  readonly members: readonly JointMember[];
  /** The same party of either snapshot, where the same columns stand for it in both. */
  readonly whole?: FlowParty;
}

const endKey = (end: MemberEnd | undefined): string => (end ? `${end.column}@${end.node ?? ''}` : '-');

/** A snapshot and its workload; undefined where it has none of that id. */
interface Side {
  readonly snapshot: Snapshot;
  readonly workload: Workload | undefined;
}

function jointWorkload(id: NodeId, base: Side, head: Side): JointParty {
  const nodesMatter = [base, head].some(({ snapshot }) => !snapshot.universe.onHosts.isEmpty());
  const pods = new Map<NodeId, { base?: MemberEnd; head?: MemberEnd; count: number }>();
  const collect = ({ snapshot, workload }: Side, side: 'base' | 'head'): void => {
    for (const index of workload?.endpoints ?? []) {
      const endpoint = snapshot.cluster.endpoints[index];
      const column = snapshot.universe.classOf[index];
      if (!endpoint || column === undefined) continue;
      const known = pods.get(endpoint.id);
      const end = { column, node: nodesMatter ? endpoint.node : undefined };
      pods.set(endpoint.id, { ...known, [side]: end, count: Math.max(known?.count ?? 0, podsOf(endpoint)) });
    }
  };
  collect(base, 'base');
  collect(head, 'head');
  const members = new Map<string, JointMember>();
  for (const pod of pods.values()) {
    const key = `${endKey(pod.base)}/${endKey(pod.head)}`;
    const count = (members.get(key)?.count ?? 0) + pod.count;
    members.set(key, { base: pod.base, head: pod.head, count });
  }
  const sides = [base, head].flatMap(({ snapshot, workload }) => (workload ? workloadParty(snapshot, workload) : []));
  return {
    id,
    namespace: sides[0]?.namespace,
    isOutside: false,
    workload: id,
    members: [...members.values()],
    // A side that declares no port makes every port count.
    ports: sides.every((side) => side.ports.length > 0) ? sides.flatMap((side) => side.ports) : [],
    addressesUnknown: sides.some((side) => side.addressesUnknown),
  };
}

/** The CIDRs of both snapshots and of the sets that their rules select, as one division of the address space. */
class JointSpace {
  readonly atoms: AddressAtoms;
  readonly #base: Snapshot;
  readonly #head: Snapshot;

  constructor(base: Snapshot, head: Snapshot) {
    this.#base = base;
    this.#head = head;
    this.atoms = new AddressAtoms([base, head].flatMap((snapshot) => collectVocabulary(snapshot.policies).cidrs));
  }

  /** Atoms by what they are part of in each snapshot. */
  #members(atoms: readonly number[]): JointMember[] {
    const column = (snapshot: Snapshot, cidr: Cidr): MemberEnd => ({
      column: columnOfCidr(snapshot.universe, cidr),
      node: undefined,
    });
    const members = new Map<string, JointMember>();
    for (const atom of atoms) {
      const cidr = this.atoms.atoms[atom]?.cidr;
      if (!cidr) continue;
      const [base, head] = [column(this.#base, cidr), column(this.#head, cidr)];
      const key = `${base.column}/${head.column}`;
      members.set(key, { base, head, count: (members.get(key)?.count ?? 0) + 1 });
    }
    return [...members.values()];
  }

  party(id: NodeId, atoms: readonly number[]): JointParty {
    return {
      id,
      namespace: undefined,
      isOutside: true,
      workload: undefined,
      members: this.#members(atoms),
      ports: [],
      addressesUnknown: false,
    };
  }
}

/** Every range and set that either snapshot names, and the Internet for the rest. */
export function jointExternals(base: Snapshot, head: Snapshot): JointParty[] {
  const space = new JointSpace(base, head);
  const families = new Set([...base.universe.families, ...head.universe.families]);
  const named = new Map([base, head].flatMap((one) => one.namedCIDRs.map((cidr) => [cidr.text, cidr] as const)));
  const live = space.atoms.atoms.flatMap((atom, index) => (atom.empty ? [] : [{ cidr: atom.cidr, index }]));
  const roots = live.filter(({ cidr }) => cidr.prefix === 0 && families.has(cidr.family)).map(({ index }) => index);
  const ranges = live.filter(({ cidr }) => cidr.prefix > 0 && named.has(cidr.text));
  return [
    ...(roots.length > 0 ? [space.party('internet', roots)] : []),
    ...ranges
      .sort((a, b) => compareCidrs(a.cidr, b.cidr))
      .map(({ cidr, index }) => space.party(`cidr:${cidr.text}`, [index])),
    ...jointSets(base, head, space),
  ];
}

/** A set is what it holds in either snapshot: an address that it lost is still one that its flows had. */
function jointSets(base: Snapshot, head: Snapshot, space: JointSpace): JointParty[] {
  const sets = new Map<NodeId, AddressSet[]>();
  for (const set of [...base.namedSets, ...head.namedSets]) sets.set(set.id, [...(sets.get(set.id) ?? []), set]);
  return [...sets]
    .sort(([a], [b]) => compareText(a, b))
    .map(([id, own]) => space.party(id, [...new Set(own.flatMap((set) => setAtoms(set, space.atoms)))]))
    .filter((party) => party.members.length > 0);
}

/** Hosts under policy; one that only one snapshot has takes part in no flow of the other. */
function jointHosts(base: Snapshot, head: Snapshot): JointParty[] {
  const parties = new Map<NodeId, { base?: FlowParty; head?: FlowParty }>();
  for (const party of hostParties(base)) parties.set(party.id, { base: party });
  for (const party of hostParties(head)) parties.set(party.id, { ...parties.get(party.id), head: party });
  return [...parties].flatMap(([, sides]) => {
    const facts = sides.head ?? sides.base;
    if (!facts) return [];
    return { ...facts, members: [{ base: sides.base?.members[0], head: sides.head?.members[0], count: 1 }] };
  });
}

/** The parties of both snapshots, workloads first, in stable order. */
export function jointParties(base: Snapshot, head: Snapshot): JointParty[] {
  const byId = ({ cluster }: Snapshot): Map<NodeId, Workload> =>
    new Map(cluster.workloads.map((workload) => [workload.id, workload]));
  const inBase = byId(base);
  const inHead = byId(head);
  const ids = [...new Set([...inBase.keys(), ...inHead.keys()])].sort(compareText);
  const joint = (id: NodeId): JointParty =>
    jointWorkload(id, { snapshot: base, workload: inBase.get(id) }, { snapshot: head, workload: inHead.get(id) });
  return [...ids.map(joint), ...jointHosts(base, head), ...jointExternals(base, head)];
}
