// The verdict of one flow: one connection to one port, judged at both ends.
import { contains, PROTOCOLS, pointOf, type TransportProtocol } from '../net/connection-set.ts';
import type { PairVerdict } from './family-matrix.ts';
import { type Party, resolveParty, spokenFamily } from './resolve-party.ts';
import type { Verdict } from './results.ts';
import type { Snapshot } from './snapshot.ts';

/** A flow as scripts write it: names or addresses, a protocol, a destination port. */
export interface FlowProbe {
  readonly src: string;
  readonly dst: string;
  readonly protocol: string;
  readonly port: number;
}

export interface JudgeError {
  readonly error: string;
}

/** Why a flow is allowed without policy being asked. */
export type Exemption = 'self' | 'local-node' | 'perhaps-local-node';

export function parseProtocol(text: string): TransportProtocol | undefined {
  return PROTOCOLS.find((protocol) => protocol === text.toUpperCase());
}

/**
 * - `self`: "a Pod cannot block access to itself" (Kubernetes documentation, isolation). Of a template that stands
 *   for several pods, source and destination are two of them.
 * - `perhaps-local-node`: the manifests do not say on which nodes the two run.
 * - `local-node`: ingress is allowed "if the traffic source is the pod's local node" (NetworkPolicySpec.ingress).
 */
export function exemption(src: Party, dst: Party): Exemption | undefined {
  if (dst.type !== 'endpoint') return undefined;
  if (src.type === 'endpoint' && src.index === dst.index && src.endpoint.count <= 1 && !src.endpoint.perNode)
    return 'self';
  const { hostNetwork, node } = dst.endpoint;
  if (hostNetwork) return undefined;
  if (src.type === 'endpoint' && !src.endpoint.hostNetwork) return undefined;
  if (src.type === 'address' && !src.host) return undefined;
  const from = src.type === 'endpoint' ? src.endpoint.node : src.host?.name;
  if (from === undefined || node === undefined) return 'perhaps-local-node';
  return from === node ? 'local-node' : undefined;
}

/** Judges a flow between two known ends at one point. */
export function judgeParties(snapshot: Snapshot, src: Party, dst: Party, point: number): Verdict {
  const exempt = exemption(src, dst);
  if (exempt === 'self') return 'allowed';
  const { matrix, table } = snapshot;
  const spoken = spokenFamily(src, dst);
  const verdictOf = (pair: PairVerdict): Verdict => {
    if (contains(table.set(pair.allowed), point)) return 'allowed';
    return contains(table.set(pair.unknown), point) ? 'unknown' : 'denied';
  };
  const byPolicy = verdictOf(matrix.pair(src.column, dst.column, spoken));
  if (exempt === undefined || byPolicy === 'allowed') return byPolicy;
  const atSource = verdictOf(matrix.end('egress', src.column, dst.column, spoken));
  return exempt === 'perhaps-local-node' && atSource === 'allowed' ? 'unknown' : atSource;
}

/** The verdict of a probe, or why it cannot be judged. */
export function judgeFlow(snapshot: Snapshot, probe: FlowProbe): Verdict | JudgeError {
  const src = resolveParty(snapshot, probe.src);
  if (src.type === 'unknown') return { error: src.error };
  const dst = resolveParty(snapshot, probe.dst);
  if (dst.type === 'unknown') return { error: dst.error };
  const protocol = parseProtocol(probe.protocol);
  if (!protocol)
    return { error: `protocol \`${probe.protocol}\` has no ports that policy could name; use TCP, UDP or SCTP` };
  return judgeParties(snapshot, src, dst, pointOf(protocol, probe.port));
}
