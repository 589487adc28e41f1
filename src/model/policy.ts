// Policy in the engine's words: tiers of policies, policies of rules. Every dialect compiles to this.
import type { SourceRange } from '../documents/source-file.ts';
import type { Cidr, Family } from '../net/cidr.ts';
import type { ConnectionSet } from '../net/connection-set.ts';
import type { Selector } from './selector.ts';

/** What a rule says about the other end. */
export type Peer =
  | { readonly op: 'any' }
  /** Endpoints by label. Never an address outside of the cluster, never a pod on the host network. */
  | { readonly op: 'endpoints'; readonly selector: Selector }
  /** Everything that has labels: endpoints, and the addresses of the address sets and host endpoints that are selected. */
  | { readonly op: 'objects'; readonly selector: Selector }
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
  /** What it is about by name, where that can be supplied: domain names. */
  readonly names?: readonly string[];
}

/** Some of the traffic that a rule speaks of. `text` is how a sentence names it: `TCP 80`, `UDP on the port named dns`. */
export type TrafficTerm =
  | { readonly type: 'points'; readonly points: ConnectionSet; readonly text: string }
  /**
   * The ports that the destination declares under `name`, as far as they lie in `within`. With `among`, only endpoints
   * that it selects have names; addresses never have.
   */
  | {
      readonly type: 'named';
      readonly name: string;
      readonly within: ConnectionSet;
      readonly among?: Selector;
      readonly text: string;
    };

/** One way for a flow to match a rule: the ends and the traffic must all fit. */
export interface RuleMatch {
  /** The other end. */
  readonly peer: Peer;
  /** How a sentence names whom `peer` means: `pods with app=web`, `10.0.0.0/8`; undefined: it has no short name. */
  readonly who?: string;
  /** The endpoint that the policy governs, where the rule restricts that as well; undefined: it does not. */
  readonly own?: Peer;
  /** Any of them; empty: all traffic. */
  readonly traffic: readonly TrafficTerm[];
  /** None of them. */
  readonly except?: readonly TrafficTerm[];
}

/** `log` decides nothing: the next rule is asked. */
export type RuleAction = 'allow' | 'deny' | 'pass' | 'log';

export interface Rule {
  /** From 1, as people count. */
  readonly number: number;
  readonly action: RuleAction;
  /** Any of them. */
  readonly matches: readonly RuleMatch[];
  /** The address families the rule is about; undefined: all. */
  readonly families?: readonly Family[];
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
  /** Rank in the tier, ascending; infinite for a policy that names none. */
  readonly order: number;
  /** Decides between equal ranks: the lower in byte order goes first. Undefined: nothing decides, so either may. */
  readonly tieBreak: string | undefined;
  /** Set where nobody defines whether the policy applies to pods on the host network; it never does otherwise. */
  readonly perhapsOnHosts?: PeerFact;
  /** True for one that no manifest holds as a policy: what a host always lets through, or its profiles. */
  readonly implied?: true;
  /** True for a policy that is only previewed. */
  readonly staged?: true;
  /** The endpoints it applies to. */
  readonly subject: Selector;
  /** Undefined: the policy does not govern this direction. An empty list governs it and matches nothing. */
  readonly ingress: readonly Rule[] | undefined;
  readonly egress: readonly Rule[] | undefined;
  /** Takes the place of the tier's sentence where this policy was among those asked. */
  readonly unmatchedReason?: string;
  /** Why it cannot be moved by itself, a sentence, where it acts beside the same object's policy of another tier and follows that. */
  readonly follows?: string;
  readonly range: SourceRange;
}

export interface Tier {
  /** Unique in a snapshot. */
  readonly name: string;
  /** What a reader calls it, where that is not its name. */
  readonly title?: string;
  /** Comes before the order: all tiers of a lower stage are evaluated first; 0 where not given. */
  readonly stage?: number;
  /** Evaluation order in the stage, ascending; infinite for last. Equal orders fall back to the name. */
  readonly order: number;
  /** True for one that a manifest declares and that is not built in, so that its order can be another. */
  readonly declared?: true;
  /** True for tiers that judge also what a pod sends to its own host, which no other tier of the host does. */
  readonly reachesOwnHost?: true;
  /** What becomes of a flow when some policy of the tier applies and no rule matches. */
  readonly unmatched: 'deny' | 'pass';
  /**
   * The clause that explains `unmatched` in the dialect's words: `{policies}` stands for those that apply, `{endpoint}` for
   * what they apply to, `{direction}` for the direction, `{flow}` for the traffic and the other end (`TCP 80 from shop/web`).
   */
  readonly unmatchedReason: string;
}
