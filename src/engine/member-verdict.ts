// The verdict between two kinds of pods, with the one exception that depends on where they run.

import type { PairVerdict } from './family-matrix.ts';
import type { Snapshot } from './snapshot.ts';

/** A column and the node its pods run on, where that is known. */
export interface MemberEnd {
  readonly column: number;
  readonly node: string | undefined;
}

type Locality = 'local' | 'remote' | 'unknown';

/**
 * Whether the source is the node that the destination runs on: a host-network pod speaks with its node's address.
 * Only sources on the host network can be.
 */
function localityOf(snapshot: Snapshot, from: MemberEnd, to: MemberEnd): Locality {
  const { hostNetwork, classes } = snapshot.universe;
  const concerns = hostNetwork.has(from.column) && to.column < classes.length && !hostNetwork.has(to.column);
  if (!concerns) return 'remote';
  if (from.node === undefined || to.node === undefined) return 'unknown';
  return from.node === to.node ? 'local' : 'remote';
}

/**
 * Ingress is allowed "if the traffic source is the pod's local node" (Kubernetes API, NetworkPolicySpec.ingress).
 * Where the manifests do not say on which nodes the two run, that is open.
 */
export function memberVerdict(snapshot: Snapshot, from: MemberEnd, to: MemberEnd): PairVerdict {
  const { matrix, table } = snapshot;
  const pair = matrix.pair(from.column, to.column);
  const locality = localityOf(snapshot, from, to);
  if (locality === 'remote') return pair;
  const egress = matrix.end('egress', from.column, to.column);
  if (locality === 'local') return egress;
  const may = table.union(egress.allowed, egress.unknown);
  return { allowed: pair.allowed, unknown: table.difference(may, pair.allowed) };
}
