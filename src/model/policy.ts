// Policy in the engine's words: tiers of policies, policies of rules. Every dialect compiles to this.
import type { SourceRange } from '../documents/source-file.ts';
import type { Cidr } from '../net/cidr.ts';
import type { TransportProtocol } from '../net/connection-set.ts';
import type { Selector } from './selector.ts';

/** What a rule says about the other end. */
export type Peer =
  | { readonly op: 'any' }
  /** Endpoints by label. Never an address outside of the cluster, never a pod on the host network. */
  | { readonly op: 'endpoints'; readonly selector: Selector }
  /** Addresses in `include` and not in `exclude`; an endpoint matches by any of its addresses. */
  | { readonly op: 'addresses'; readonly include: readonly Cidr[]; readonly exclude: readonly Cidr[] }
  /** Addresses of the hosts whose labels `selector` selects (asked in the scope `endpoint`). */
  | { readonly op: 'hosts'; readonly selector: Selector }
  /** Some addresses outside of the pods, but nobody here knows which. */
  | { readonly op: 'unresolved'; readonly fact: PeerFact }
  | { readonly op: 'and'; readonly terms: readonly Peer[] }
  | { readonly op: 'or'; readonly terms: readonly Peer[] }
  | { readonly op: 'not'; readonly term: Peer };

/** The fact that would tell what a peer matches. */
export interface PeerFact {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

/** One item of a rule's ports: a protocol and either a range, a port's name on the destination, or every port. */
export interface TrafficTerm {
  /** `any`: for a port's name alone, the protocol that the destination declares under it. */
  readonly protocol: TransportProtocol | 'any';
  readonly ports:
    | { readonly type: 'all' }
    | { readonly type: 'range'; readonly from: number; readonly to: number }
    | { readonly type: 'named'; readonly name: string };
}

export type RuleAction = 'allow' | 'deny' | 'pass';

export interface Rule {
  /** From 1, as people count. */
  readonly number: number;
  readonly action: RuleAction;
  readonly peer: Peer;
  /** Any of them; empty: all traffic. */
  readonly traffic: readonly TrafficTerm[];
  readonly range: SourceRange;
}

export interface Policy {
  /** `NetworkPolicy/dev-app/deny-all`: unique in a snapshot. */
  readonly id: string;
  readonly kind: string;
  /** Empty for cluster scope. */
  readonly namespace: string;
  readonly name: string;
  readonly tier: string;
  /** Rank in the tier, ascending; equal ranks fall back to the id. */
  readonly order: number;
  /** The endpoints it applies to. */
  readonly subject: Selector;
  /** Undefined: the policy does not govern this direction. An empty list governs it and matches nothing. */
  readonly ingress: readonly Rule[] | undefined;
  readonly egress: readonly Rule[] | undefined;
  readonly range: SourceRange;
}

export interface Tier {
  readonly name: string;
  /** Evaluation order, ascending. */
  readonly order: number;
  /** What becomes of a flow when some policy of the tier applies and no rule matches. */
  readonly unmatched: 'deny' | 'pass';
  /** The sentence that explains `unmatched` in the dialect's words; `{endpoint}` stands for the endpoint, `{policies}` for those that apply. */
  readonly unmatchedReason: string;
}
