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

export function flowPlace(snapshot: Snapshot, from: MemberEnd, to: MemberEnd): FlowPlace {
  // Nearly all pairs: nothing speaks with a host's address.
  const fromHost = isOnHostEnd(snapshot, from);
  if (fromHost === isOnHostEnd(snapshot, to)) return 'apart';
  if (!isPodEnd(snapshot, fromHost ? to : from)) return 'apart';
  const place = fromHost ? 'own-pod' : 'own-host';
  if (from.node === undefined || to.node === undefined) return `perhaps-${place}`;
  return from.node === to.node ? place : 'apart';
}
