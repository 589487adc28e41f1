// What the engine answers about policies and tiers: plain data, part of every report.
import type { Direction, Location, NodeId } from './results.ts';

export interface PolicySummary {
  /** `NetworkPolicy/dev-app/deny-all`: kind, namespace (empty for cluster scope), name. */
  readonly id: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly tier: string;
  /** Its rank in the tier; undefined where it names none, so that it comes last. */
  readonly order?: number;
  /** Set for one that takes part in a preview only. */
  readonly staged?: true;
  /** Set for one that no manifest holds as a policy: failsafe ports, profiles. */
  readonly implied?: true;
  readonly directions: readonly Direction[];
  readonly ruleCount: number;
  /** How many of its rules do what: `allow`, `deny`, `pass`, `log`; those that none does are missing. */
  readonly actions: Readonly<Partial<Record<'allow' | 'deny' | 'pass' | 'log', number>>>;
  /** Why it cannot be moved, a sentence; undefined where another place may be found for it. */
  readonly fixed?: string;
  /** Pods it applies to (replicas counted), host endpoints it applies to, and the nodes of both: workloads and hosts. */
  readonly appliesToPods: number;
  readonly appliesToHosts: number;
  readonly appliesTo: readonly NodeId[];
  /** How many nodes that are; a large cluster lists the first only. */
  readonly appliesToNodes: number;
  readonly location: Location;
}

/** Words of a policy that select a node, and what of the node meets them. */
export interface PolicyReason {
  /** What the field is called: `podSelector`, `source.selector`; `addresses` for a range. */
  readonly field: string;
  /** What it says, on one line: `app: web`, `app == 'web' && has(tier)`, `10.0.0.0/8`. */
  readonly text: string;
  /** What the node has that meets it, of several pods what all of them have: `app=web`, `namespace label team=a`. */
  readonly met: readonly string[];
  /** Set where it asks nothing: what it means, `every pod of shop`. */
  readonly all?: string;
  readonly location: Location;
}

/** A policy that applies to a node. */
export interface ApplyingPolicy {
  readonly id: string;
  /** Its selectors; none: it has none, and applies to all it can. Undefined where nothing can be said: no manifest holds it, or too many apply. */
  readonly reasons?: readonly PolicyReason[];
  /** Of a namespace: to how many of its workloads. */
  readonly workloads?: { readonly count: number; readonly of: number };
}

/** A rule that names a node as its other end. */
export interface NamingRule {
  readonly direction: Direction;
  /** From 1. */
  readonly number: number;
  readonly location: Location;
  /** Its peers that do; none where it names the node by other words than labels and addresses. */
  readonly reasons: readonly PolicyReason[];
  /** Set where some address is not known, so that it may or may not be named. */
  readonly perhaps?: true;
}

export interface NamingPolicy {
  readonly id: string;
  /** The first of its rules that do. */
  readonly rules: readonly NamingRule[];
  /** How many more there are. */
  readonly more: number;
}

export interface TierSummary {
  readonly name: string;
  /** What a reader calls it; its name, but for places where policies of hosts act: `default, forwarded traffic`. */
  readonly title: string;
  /** Undefined: after all that have one. */
  readonly order?: number;
  /** What becomes of a flow that some policy of it governs and no rule matches. */
  readonly unmatched: 'deny' | 'pass';
  /** Set for one that a manifest declares and that is not built in. */
  readonly declared?: true;
}

/** A policy in the manifests that takes no part in this snapshot. */
export interface InactiveSummary {
  /** As of `PolicySummary`. */
  readonly id: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** `staged`: only previewed; `replaced`: a staged one stands for it in this view; `invalid`: rejected. */
  readonly reason: 'staged' | 'replaced' | 'invalid';
  readonly tier?: string;
  readonly order?: number;
  /** For a staged one, what promoting it would do: `Set`, `Delete`, … */
  readonly stagedAction?: string;
  readonly location: Location;
}
