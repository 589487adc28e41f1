// Why a flow is judged as it is: a query, its verdict, and both ends step by step; plain, structured-cloneable data.
import type { Direction, Location, NodeId, SnapshotId, Verdict } from './results.ts';
import type { StepCode } from './step-code.ts';

export interface FlowQuery {
  /** `ns/pod`, `ns/Kind/name`, `ns/name` of a workload, an IP address, `set:[NS/]NAME`, `host:NAME`, or a NodeId of the picture. `to` may be `svc:NS/NAME`. */
  readonly from: string;
  readonly to: string;
  /** `TCP`, `UDP`, `SCTP`, `ICMP`, `ICMPv6`, or an IANA number. */
  readonly protocol: string;
  /** 1–65535; for protocols with ports. A service's only port where missing. */
  readonly port?: number;
  /** True where nobody asked for the protocol, so that a service of another one is meant all the same. */
  readonly isProtocolOpen?: true;
  /** For ICMP; an echo request where missing. */
  readonly icmpType?: number;
  readonly icmpCode?: number;
}

/** A fact whose absence makes a verdict unknown. */
export interface MissingFact {
  readonly code: string;
  /** "The address of `shop/web` is not in the manifests". */
  readonly message: string;
  readonly remedy: string;
  /** What it is about by name, where that can be supplied: domain names. */
  readonly names?: readonly string[];
}

export type StepOutcome =
  /** The policy governs the endpoint, but none of its rules in this direction matches the flow. */
  | 'no-match'
  /** The policy does not apply to the endpoint, or not in this direction. */
  | 'not-applied'
  | 'allow'
  | 'deny'
  | 'pass'
  /** A rule matches and only logs: the next one is asked. */
  | 'log'
  /** A rule may match; a fact is missing. */
  | 'maybe'
  /** Some policy of the tier applies and none matched. */
  | 'end-of-tier'
  /** No policy governs the endpoint in this direction. */
  | 'default-allow'
  /** Policy does not come into it: outside the cluster, a pod to itself, a node to its pod, the host network. */
  | 'exempt';

/**
 * Why a policy was not asked. `staged`: only previewed; `replaced`: a staged one stands for it in this view;
 * `invalid`: rejected, so it counts as absent.
 */
export type SkipReason = 'not-selected' | 'other-direction' | 'after-decision' | 'staged' | 'replaced' | 'invalid';

export interface TracedPolicy {
  readonly id: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** Its rank in the tier; undefined where it names none, and for one that takes no part. */
  readonly order?: number;
  readonly staged?: true;
}

/** Words of a manifest that made a step turn out as it did; offsets into the text of the step's file. */
export interface TextMark {
  /** `missed`: what does not fit the flow, where a policy or its rules do not match. */
  readonly kind: 'matched' | 'missed';
  readonly start: number;
  readonly end: number;
}

/** One rung of the ladder. */
export interface TraceStep {
  readonly code: StepCode;
  readonly tier: string;
  readonly policy?: TracedPolicy;
  readonly outcome: StepOutcome;
  /** Rule number from 1, for a step decided or possibly decided by a rule. */
  readonly rule?: number;
  /** A sentence: why the step turned out so, in the field's words. */
  readonly reason: string;
  /** What made a rule match: `app=web`, `namespace label team=a`, `10.0.0.0/8`. */
  readonly evidence?: readonly string[];
  /** For `not-applied`. */
  readonly skip?: SkipReason;
  /** The rule, or the policy where no rule is meant. */
  readonly location?: Location;
  /** In the text around `location`. */
  readonly marks?: readonly TextMark[];
  /** Set where the step is what the verdict rests on: the deciding one, and the policies whose tier ended unmatched. */
  readonly isDecisive?: true;
}

/** How one end judged the flow. */
export interface DirectionTrace {
  readonly direction: Direction;
  /** `dev-app/Deployment/frontend`, `203.0.113.9`, `Internet`. */
  readonly endpoint: string;
  readonly verdict: Verdict;
  /** `default: deny-all → no rule matches → denied`. */
  readonly chain: string;
  readonly steps: readonly TraceStep[];
  /** Index into `steps`. */
  readonly deciding: number;
}

/** A backend of a service and what becomes of a connection that gets it. */
export interface ServiceBackendVerdict {
  readonly name: string;
  readonly port: number;
  readonly verdict: Verdict;
}

export interface Explanation {
  readonly snapshot: SnapshotId;
  readonly from: NodeId | string;
  readonly to: NodeId | string;
  /** The nodes of the picture that the two are, or are part of; of a service, the backend that is explained. */
  readonly src: NodeId;
  readonly dst: NodeId;
  readonly fromLabel: string;
  readonly toLabel: string;
  readonly protocol: string;
  /** For protocols with ports. */
  readonly port?: number;
  /** `TCP 8080`, `ICMP type 8 code 0`. */
  readonly traffic: string;
  readonly verdict: Verdict;
  /** One sentence that gives the answer and its reason. */
  readonly summary: string;
  readonly egress: DirectionTrace;
  readonly ingress: DirectionTrace;
  readonly missing: readonly MissingFact[];
  /** Set where the query named a service: the flow explained is to the backend that fares worst. */
  readonly service?: {
    readonly name: string;
    readonly port: number;
    readonly backends: readonly ServiceBackendVerdict[];
  };
}
