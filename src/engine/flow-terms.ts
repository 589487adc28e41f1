// Conditions on flows as data: what a filter over the table, the matrix and the picture is made of.
import type { FlipKind, NodeId, Verdict } from './results.ts';

/** Which protocols a condition may name; `other`: every one but these. */
export type ProtocolName = 'TCP' | 'UDP' | 'SCTP' | 'ICMP' | 'ICMPv6' | 'other';

/** One way to name ends of flows. Names are compared without regard to case; `*` in them stands for any letters. */
export type PartyPattern =
  /** Workloads (of a `kind`, where one is given), pods, hosts and sets; without a namespace also all of a namespace that is called so. */
  | { readonly by: 'name'; readonly namespace?: string; readonly kind?: string; readonly name: string }
  | { readonly by: 'namespace'; readonly name: string }
  /** Whatever holds the text in its name, its namespace or its kind. */
  | { readonly by: 'part'; readonly text: string }
  | { readonly by: 'label'; readonly key: string; readonly value?: string }
  | { readonly by: 'set' | 'host'; readonly name: string }
  /** An address or a range of addresses: what has an address in it. */
  | { readonly by: 'address'; readonly text: string }
  | { readonly by: 'internet' }
  /** All that is outside of the cluster. */
  | { readonly by: 'outside' }
  /** What a policy of this name governs, in the direction of the flow. */
  | { readonly by: 'policy'; readonly name: string }
  /** One node, or all in it. */
  | { readonly by: 'node'; readonly id: NodeId };

/** One condition; of its alternatives one suffices. `not`: it must not hold. */
export type FlowTerm = { readonly not: boolean } & (
  | {
      readonly on: 'party';
      readonly end: 'source' | 'destination' | 'either';
      readonly patterns: readonly PartyPattern[];
    }
  /** Ports from `[0]` to `[1]`, of any protocol that has ports. */
  | { readonly on: 'ports'; readonly ranges: readonly (readonly [number, number])[] }
  | { readonly on: 'protocol'; readonly protocols: readonly ProtocolName[] }
  | { readonly on: 'verdict'; readonly verdicts: readonly Verdict[] }
  | { readonly on: 'flip'; readonly flips: readonly FlipKind[] }
);

/** All of them must hold. */
export type FlowTerms = readonly FlowTerm[];

/** Flows from or to a node as a condition. */
export function focusTerms(focus: NodeId | undefined): FlowTerms {
  if (focus === undefined) return [];
  return [{ on: 'party', end: 'either', patterns: [{ by: 'node', id: focus }], not: false }];
}
