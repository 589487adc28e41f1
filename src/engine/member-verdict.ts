// The verdict between two kinds of pods or hosts: policy at both ends, with what depends on where they run.
import type { Family } from '../net/cidr.ts';
import type { PairVerdict } from './family-matrix.ts';
import { flowPlace, isOnHostEnd, type MemberEnd } from './flow-place.ts';
import type { Direction } from './results.ts';
import type { Snapshot } from './snapshot.ts';

/** Both must allow. */
function meet(a: PairVerdict, b: PairVerdict, { table }: Snapshot): PairVerdict {
  const allowed = table.intersection(a.allowed, b.allowed);
  const may = table.intersection(table.union(a.allowed, a.unknown), table.union(b.allowed, b.unknown));
  return { allowed, unknown: table.difference(may, allowed) };
}

/** One of them is the verdict, and nobody knows which. */
function either(a: PairVerdict, b: PairVerdict, { table }: Snapshot): PairVerdict {
  const allowed = table.intersection(a.allowed, b.allowed);
  const may = table.union(table.union(a.allowed, a.unknown), table.union(b.allowed, b.unknown));
  return { allowed, unknown: table.difference(may, allowed) };
}

const everything = ({ table }: Snapshot): PairVerdict => ({ allowed: table.all, unknown: table.none });

/** A host to a pod on it: no policy of the host sees that, but what a pod on the host network may send is its own policy's. */
function fromOwnHost(snapshot: Snapshot, from: MemberEnd, to: MemberEnd, spoken?: Family): PairVerdict {
  const { matrix, universe } = snapshot;
  const isPolicedHost = from.column < universe.classes.length && !universe.hostNetwork.has(from.column);
  return isPolicedHost ? everything(snapshot) : matrix.end('egress', from.column, to.column, spoken);
}

/** A pod to its own host: the pod's egress, the host's setting, and those of the host's policies that see it. */
function toOwnHost(snapshot: Snapshot, from: MemberEnd, to: MemberEnd, spoken?: Family): PairVerdict {
  const { matrix, table, universe, cluster } = snapshot;
  const egress = matrix.end('egress', from.column, to.column, spoken);
  const setting = cluster.toOwnHost?.verdict ?? 'allowed';
  const own: PairVerdict = {
    allowed: setting === 'allowed' ? table.all : table.none,
    unknown: setting === 'unknown' ? table.all : table.none,
  };
  const asked = meet(egress, own, snapshot);
  if (universe.classes[to.column]?.sample.type !== 'every-host') return asked;
  return meet(asked, matrix.atOwnHost(to.column, from.column, spoken), snapshot);
}

/** A gate of a node on a flow's way; `perhaps`: nobody knows whether the flow takes it. */
export interface GateOnWay {
  readonly direction: Direction;
  readonly column: number;
  readonly isSure: boolean;
}

/**
 * Hosts whose policy judges a flow that they forward: out of the source's node and into the destination's. Nothing is
 * forwarded between two pods of one node, and a host's own traffic is not forwarded by it.
 */
export function gatesOnWay(snapshot: Snapshot, from: MemberEnd, to: MemberEnd): GateOnWay[] {
  const { transit, universe } = snapshot;
  if (transit.size === 0) return [];
  if (from.node !== undefined && from.node === to.node) return [];
  const gates = (direction: Direction, own: MemberEnd, other: MemberEnd): GateOnWay[] => {
    if (own.column >= universe.classes.length || isOnHostEnd(snapshot, own)) return [];
    const knowsNode = own.node !== undefined && (other.node !== undefined || other.column >= universe.classes.length);
    const here = own.node === undefined ? [...transit.values()].flat() : (transit.get(own.node) ?? []);
    return here.map(({ column, everyInterface }) => ({ direction, column, isSure: knowsNode && everyInterface }));
  };
  return [...gates('egress', from, to), ...gates('ingress', to, from)];
}

/**
 * What policy makes of a flow. Ingress is allowed "if the traffic source is the pod's local node" (Kubernetes API,
 * NetworkPolicySpec.ingress; Calico never polices a host's traffic to its own pods either). Where the manifests do
 * not say on which nodes the two run, that is open. `spoken` is the family of a flow that names an endpoint's address.
 */
export function memberVerdict(snapshot: Snapshot, from: MemberEnd, to: MemberEnd, spoken?: Family): PairVerdict {
  const { matrix } = snapshot;
  const place = flowPlace(snapshot, from, to);
  if (place === 'own-pod') return fromOwnHost(snapshot, from, to, spoken);
  if (place === 'own-host') return toOwnHost(snapshot, from, to, spoken);
  let pair = matrix.pair(from.column, to.column, spoken);
  for (const gate of gatesOnWay(snapshot, from, to)) {
    const [own, other] = gate.direction === 'egress' ? [from, to] : [to, from];
    const verdict = matrix.through(gate.direction, gate.column, own.column, other.column, spoken);
    const passed = meet(pair, verdict, snapshot);
    pair = gate.isSure ? passed : either(pair, passed, snapshot);
  }
  if (place === 'perhaps-own-pod') return either(pair, fromOwnHost(snapshot, from, to, spoken), snapshot);
  if (place === 'perhaps-own-host') return either(pair, toOwnHost(snapshot, from, to, spoken), snapshot);
  return pair;
}
