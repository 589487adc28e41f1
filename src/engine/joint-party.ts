// Parties of two snapshots side by side: the same workload or address range, with what stands for it in each.
import { compareText } from '../base/compare-text.ts';
import type { Workload } from '../model/cluster.ts';
import { compareCidrs } from '../net/cidr.ts';
import { AddressAtoms } from './address-atoms.ts';
import { type PartyFacts, podsOf, workloadParty } from './flow-party.ts';
import type { MemberEnd } from './member-verdict.ts';
import type { NodeId } from './results.ts';
import type { Snapshot } from './snapshot.ts';
import { atomColumn } from './universe.ts';
import { collectVocabulary } from './vocabulary.ts';

/** Pods (or addresses) that one column stands for in each snapshot; undefined where they do not exist. */
export interface JointMember {
  readonly base: MemberEnd | undefined;
  readonly head: MemberEnd | undefined;
  readonly count: number;
}

export interface JointParty extends PartyFacts {
  readonly members: readonly JointMember[];
}

const endKey = (end: MemberEnd | undefined): string => (end ? `${end.column}@${end.node ?? ''}` : '-');

/** A snapshot and its workload; undefined where it has none of that id. */
interface Side {
  readonly snapshot: Snapshot;
  readonly workload: Workload | undefined;
}

function jointWorkload(id: NodeId, base: Side, head: Side): JointParty {
  const nodesMatter = [base, head].some(({ snapshot }) => !snapshot.universe.hostNetwork.isEmpty());
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
    workload: id,
    members: [...members.values()],
    // A side that declares no port makes every port count.
    ports: sides.every((side) => side.ports.length > 0) ? sides.flatMap((side) => side.ports) : [],
    addressesUnknown: sides.some((side) => side.addressesUnknown),
  };
}

/** CIDRs that either snapshot names: each is one range in both, whatever it is part of there. */
function jointExternals(base: Snapshot, head: Snapshot): JointParty[] {
  const cidrs = [base, head].flatMap((snapshot) => collectVocabulary(snapshot.policies).cidrs);
  const union = new AddressAtoms(cidrs);
  const families = new Set([...base.universe.families, ...head.universe.families]);
  const memberOf = (atom: number): JointMember => {
    const cidr = union.atoms[atom]?.cidr;
    const column = (snapshot: Snapshot): MemberEnd | undefined =>
      cidr && { column: atomColumn(snapshot.universe, snapshot.universe.atoms.atomOfCidr(cidr)), node: undefined };
    return { base: column(base), head: column(head), count: 1 };
  };
  const external = (id: NodeId, atoms: readonly number[]): JointParty => ({
    id,
    namespace: undefined,
    workload: undefined,
    members: atoms.map(memberOf),
    ports: [],
    addressesUnknown: false,
  });
  const live = union.atoms.flatMap((atom, index) => (atom.empty ? [] : [{ cidr: atom.cidr, index }]));
  const roots = live.filter(({ cidr }) => cidr.prefix === 0 && families.has(cidr.family)).map(({ index }) => index);
  const named = live.filter(({ cidr }) => cidr.prefix > 0).sort((a, b) => compareCidrs(a.cidr, b.cidr));
  return [
    ...(roots.length > 0 ? [external('internet', roots)] : []),
    ...named.map(({ cidr, index }) => external(`cidr:${cidr.text}`, [index])),
  ];
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
  return [...ids.map(joint), ...jointExternals(base, head)];
}
