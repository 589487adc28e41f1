// Where the two ends of a flow run: nodes always reach their own pods, and pods reach their own node by a rule of its own.
import type { Snapshot } from './snapshot.ts';

/** A column, and the node it runs on or is, where that is known. */
export interface MemberEnd {
  readonly column: number;
  readonly node: string | undefined;
  /** True for an address that is a host's. */
  readonly isHost?: boolean;
}

/**
 * - `own-pod`: a host to a pod on it. `own-host`: a pod to its host.
 * - `perhaps-…`: the manifests do not say on which nodes the two run.
 * - `apart`: any other pair.
 */
export type FlowPlace = 'own-pod' | 'perhaps-own-pod' | 'own-host' | 'perhaps-own-host' | 'apart';

/** Whether an end speaks with a host's address. */
export function isOnHostEnd({ universe }: Snapshot, end: MemberEnd): boolean {
  return end.isHost === true || universe.onHosts.has(end.column);
}

/** Whether an end is a pod with an address of its own. */
function isPodEnd({ universe }: Snapshot, end: MemberEnd): boolean {
  return end.column < universe.classes.length && !universe.onHosts.has(end.column);
}

/** Whether ingress policy governs an end, or would if it applied on the host network. */
function isGovernedPod({ universe, matrix }: Snapshot, end: MemberEnd): boolean {
  return universe.hostNetwork.has(end.column) && matrix.governing('ingress', end.column).length > 0;
}

export function flowPlace(snapshot: Snapshot, from: MemberEnd, to: MemberEnd): FlowPlace {
  const fromHost = isOnHostEnd(snapshot, from);
  const toHost = isOnHostEnd(snapshot, to);
  // Nearly all pairs: nothing speaks with a host's address.
  if (!fromHost && !toHost) return 'apart';
  if (fromHost && !isPodEnd(snapshot, to) && !isGovernedPod(snapshot, to)) return 'apart';
  // What a pod sends to its own host is a matter of policy like any other where the reading has no rule about it.
  if (!fromHost && (!isPodEnd(snapshot, from) || !snapshot.cluster.toOwnHost)) return 'apart';
  const place = fromHost ? 'own-pod' : 'own-host';
  if (from.node === undefined || to.node === undefined) return `perhaps-${place}`;
  return from.node === to.node ? place : 'apart';
}
