// What the engine answers: plain, structured-cloneable data, tagged with the snapshot it came from.
import type { QuickFix, Severity } from '../documents/diagnostic.ts';
import type { AssertionReport } from './assertion-report.ts';
import type { BundleChoice } from './bundle-edges.ts';
import type { FlowTerms } from './flow-terms.ts';
import type { ApplyingPolicy, InactiveSummary, NamingPolicy, PolicySummary, TierSummary } from './policy-results.ts';

/** Grows with every snapshot a session computes; answers that carry an older one than what is shown are dropped. */
export type SnapshotId = number;

/** `denied` covers both a rule that denies and isolation without a rule that allows. */
export type Verdict = 'allowed' | 'denied' | 'unknown';
export type Direction = 'egress' | 'ingress';
/** `declared`: the ports the destination says it listens on (all, where it names none); `all`: every port. */
export type PortScope = 'declared' | 'all';

/**
 * Id of anything that can be a node of the picture:
 * `namespace:NS`, `workload:NS/Kind/NAME`, `pod:NS/NAME`, `set:[NS/]NAME`, `host:NAME` (a host endpoint), `cidr:CIDR`, `internet`.
 */
export type NodeId = string;

/** A place in a file; lines and columns from 1, columns in UTF-16 units; `start`/`end` are offsets into the file's text. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly start: number;
  readonly end: number;
  /** For a file that was taken from a larger one: where the same stands there. */
  readonly origin?: { readonly file: string; readonly line: number; readonly column: number };
}

/** A diagnostic ready to be shown: places resolved to lines. See `documents/diagnostic.ts` for the fields. */
export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly advice?: string;
  readonly location: Location;
  readonly object?: string;
  readonly gap?: 'unreadable' | 'rejected' | 'not-evaluated' | 'over-budget';
  readonly related?: readonly { readonly message: string; readonly location: Location }[];
  /** Ways to correct the text, the likeliest first. */
  readonly fixes?: readonly QuickFix[];
}

/** Something taken for granted because no manifest says it. */
export interface Assumption {
  /** `implicit-namespace`, `implicit-service-account`, `addresses-unknown`, `ipv4-only`, `host-network`, … */
  readonly code: string;
  readonly message: string;
  /** How to settle it: "Add the Namespace manifest", "Give the pod CIDR". */
  readonly remedy?: string;
  /** What it is about: namespaces or workloads by name, sorted. */
  readonly subjects: readonly string[];
}

/** Whether policy governs an endpoint in a direction, and by how many policies. `mixed`: some pods only. */
export interface Isolation {
  readonly state: 'open' | 'governed' | 'mixed';
  /** Ids of the policies that apply, sorted. */
  readonly policies: readonly string[];
  /** How many rules of those policies allow something. */
  readonly allowingRules: number;
}

export interface PodSummary {
  readonly id: NodeId;
  readonly name: string;
  /** Known addresses; empty where the manifests do not say. */
  readonly addresses: readonly string[];
}

export interface WorkloadSummary {
  readonly id: NodeId;
  readonly namespace: string;
  /** `Deployment`, …, or `Pod` for a bare pod. */
  readonly kind: string;
  readonly name: string;
  /** Pods it stands for: pod objects, or the replicas of a template without pod objects. */
  readonly replicas: number;
  /** Pod objects; empty where a template stands for its replicas. */
  readonly pods: readonly PodSummary[];
  readonly labels: readonly (readonly [key: string, value: string])[];
  /** `TCP 80`, `UDP 53`; empty: none declared, so all ports count. */
  readonly declaredPorts: readonly string[];
  /** Services that select it: `frontend:80`; one without ports by its name alone. */
  readonly services: readonly string[];
  readonly hostNetwork: boolean;
  readonly ingress: Isolation;
  readonly egress: Isolation;
  /** Where it is written; undefined for a workload known only from its pods' owner references. */
  readonly location?: Location;
}

export interface NamespaceSummary {
  readonly id: NodeId;
  readonly name: string;
  /** False where no Namespace manifest was given. */
  readonly declared: boolean;
  /** `kube-system` and its like: drawn as a layer that can be hidden. */
  readonly system: boolean;
  readonly labels: readonly (readonly [key: string, value: string])[];
  readonly counts: NamespaceCounts;
  /** Empty where `isListed` is false: a large cluster lists only what it was asked to (`EngineClient.list`). */
  readonly workloads: readonly WorkloadSummary[];
  readonly isListed: boolean;
}

export interface NamespaceCounts {
  readonly workloads: number;
  /** Replicas counted. */
  readonly pods: number;
  /** Workloads all of whose pods some policy governs, by direction. */
  readonly governed: Readonly<Record<Direction, number>>;
  /** Workloads none of whose pods any policy governs in either direction. */
  readonly open: number;
}

export interface ExternalSummary {
  /** `internet`, `cidr:CIDR` or `set:[NS/]NAME`. */
  readonly id: NodeId;
  readonly label: string;
  readonly cidr?: string;
  /** True for a range that overlaps the addresses of pods or a given pod CIDR. */
  readonly coversPods: boolean;
  /** For a network set. */
  readonly set?: NetworkSetSummary;
}

export interface NetworkSetSummary {
  /** Empty for cluster scope. */
  readonly namespace: string;
  readonly name: string;
  readonly labels: readonly (readonly [key: string, value: string])[];
  /** The first of its ranges; `rangeCount` says how many there are. */
  readonly ranges: readonly string[];
  readonly rangeCount: number;
  /** Where it holds more addresses that nobody here knows: what is missing, a sentence. */
  readonly more?: string;
  readonly location: Location;
}

/** A host endpoint: an interface of a host, or all of them, under policy. */
export interface HostSummary {
  /** `host:NAME`. */
  readonly id: NodeId;
  readonly name: string;
  readonly node: string;
  /** `eth0`, or `*` for every interface; undefined where it is known by its addresses only. */
  readonly interfaceName?: string;
  /** Known addresses; empty where the manifests do not say. */
  readonly addresses: readonly string[];
  readonly labels: readonly (readonly [key: string, value: string])[];
  /** `TCP 80`; empty: none declared. */
  readonly declaredPorts: readonly string[];
  readonly ingress: Isolation;
  readonly egress: Isolation;
  readonly location: Location;
}

export interface UnusedSummary {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly reason: 'not-used' | 'policy-not-evaluated' | 'rejected' | 'not-an-object';
  readonly location: Location;
}

export interface FileSummary {
  readonly path: string;
  readonly documents: number;
  /** How many objects of each kind, most frequent first. */
  readonly kinds: readonly (readonly [kind: string, count: number])[];
  /** Of a file with very many the first only, those of rare kinds before others. */
  readonly objects: readonly {
    readonly kind: string;
    readonly namespace: string;
    readonly name: string;
    readonly location: Location;
  }[];
  /** Comments that let findings pass, where it has some. */
  readonly ignores?: readonly IgnoreSummary[];
}

/** A comment that lets findings pass, with its reason: those of its codes that begin from `start` to `end` of its file. */
export interface IgnoreSummary {
  readonly codes: readonly string[];
  readonly reason: string;
  readonly start: number;
  readonly end: number;
  readonly location: Location;
}

/** Everything about one snapshot that the page shows without asking further. */
export interface SnapshotReport {
  readonly snapshot: SnapshotId;
  readonly files: readonly FileSummary[];
  readonly namespaces: readonly NamespaceSummary[];
  readonly externals: readonly ExternalSummary[];
  /** Host endpoints by name. */
  readonly hosts: readonly HostSummary[];
  /** In evaluation order. */
  readonly tiers: readonly TierSummary[];
  /** In evaluation order. */
  readonly policies: readonly PolicySummary[];
  readonly inactive: readonly InactiveSummary[];
  readonly unused: readonly UnusedSummary[];
  readonly problems: readonly Problem[];
  readonly assumptions: readonly Assumption[];
  readonly counts: Readonly<Record<'files' | 'namespaces' | 'workloads' | 'pods' | 'policies', number>>;
  /** Of how much there is more than is listed, for want of room. */
  readonly unlisted: {
    readonly problems: number;
    readonly unused: number;
    /** Documents whose effect the answer lacks, of which no problem is listed. */
    readonly lost: number;
  };
  /** True when some problem has a gap: the answer may lack something. */
  readonly incomplete: boolean;
}

/** Flips of the draft against the baseline, counted by workload pair (or external node), protocol and contiguous port range. */
export interface Impact {
  readonly opened: number;
  readonly closed: number;
  readonly unknown: number;
}

/** The answer to every change: the draft's report and its flips against the baseline. */
export interface Analysis {
  readonly report: SnapshotReport;
  readonly baseline: SnapshotId;
  readonly impact: Impact;
  /** By workload, either end. Empty where they are too many to be told apart with every keystroke (see `EngineSession`). */
  readonly flipsByNode: readonly (readonly [NodeId, Impact])[];
  /** The flows that the manifests pin, and whether they hold in the draft. */
  readonly assertions: AssertionReport;
  /** Time the engine needed, milliseconds. */
  readonly milliseconds: number;
}

/** One row of the flow table: a source, a destination, a protocol and its ports with one verdict. */
export interface FlowRow {
  readonly src: NodeId;
  readonly dst: NodeId;
  readonly protocol: string;
  /** `80,8000-8080`, or `all`. */
  readonly ports: string;
  readonly verdict: Verdict;
  /** Set where the pods of the two workloads differ: pairs with this verdict of all pairs. */
  readonly mixed?: { readonly pairs: number; readonly of: number };
  /** For `unknown`: what is not known, a sentence. */
  readonly missing?: string;
  /** Of rows of a table: what decides, end by end; several of one end where ports or pods differ. Empty: no policy does; undefined: only an explanation tells. */
  readonly decided?: readonly EndDecision[];
}

/** A rule that decides one end of a flow, or policies of which none matches. */
export interface EndDecision {
  readonly direction: Direction;
  /** Of the policy; of several without a matching rule, the first. */
  readonly id: string;
  readonly policy: string;
  /** From 1; undefined: no rule matches, and the end of the tier denies. */
  readonly rule?: number;
  /** How many more policies of the tier apply and do not match. */
  readonly more?: number;
}

export type FlipKind = 'opened' | 'closed' | 'unknown';

export interface FlipRow extends FlowRow {
  readonly flip: FlipKind;
  readonly was: Verdict;
}

export interface Page<Row> {
  readonly snapshot: SnapshotId;
  /** Rows found; with `isPartial`, those among the first that were looked at. */
  readonly total: number;
  /** Set where there are more rows than can be listed: what stands here is sorted and filtered among the first only. */
  readonly isPartial?: true;
  /** The place of the row that was to be found. */
  readonly found?: number;
  readonly offset: number;
  readonly rows: readonly Row[];
}

/** What the picture shows: which groups are open, and which edges are wanted. */
export interface PictureRequest {
  readonly ports: PortScope;
  /** Namespaces whose workloads are drawn; the others are one node. */
  readonly expandedNamespaces: readonly NodeId[];
  /** Namespaces with a node of their own, open or closed; the others are `namespaces:others` together. Undefined: all have one. */
  readonly shownNamespaces?: readonly NodeId[];
  /** Workloads whose pods are drawn (only those with pod objects). */
  readonly expandedWorkloads: readonly NodeId[];
  /** `governed`: only edges that some policy governs at either end; `all`: default-allowed ones too; `flips`: only what changes. */
  readonly edges: 'governed' | 'all' | 'flips';
  /** Edges of this node are drawn whatever `edges` says. */
  readonly focus?: NodeId;
  /** Only flows and flips that meet these. */
  readonly terms?: FlowTerms;
  /** At most this many edges; the answer says how many were left out. */
  readonly limit: number;
  readonly bundle?: BundleChoice;
}

/** Edges between visible nodes. Nodes themselves come from the report's inventory. */
export interface PictureEdge {
  /** `SRC->DST`. */
  readonly id: string;
  readonly source: NodeId;
  readonly target: NodeId;
  /** `mixed`: some of the member flows are allowed, others are not. A flip edge that closed has `denied`. */
  readonly verdict: Verdict | 'mixed';
  /** Short label: `80`, `TCP 80 · UDP 53`, `all ports`. */
  readonly label: string;
  /** Allowed or unknown workload-level flows behind the edge. */
  readonly flows: number;
  readonly pairs: { readonly allowed: number; readonly of: number };
  /** Flips behind the edge against the baseline. */
  readonly impact: Impact;
}

export interface Picture {
  readonly snapshot: SnapshotId;
  readonly edges: readonly PictureEdge[];
  readonly leftOut: number;
  readonly isBundled?: true;
  /** Where terms were given: nodes with some flow or flip that meets them, be there an edge of it or not. */
  readonly meets?: readonly NodeId[];
}

/** Why a query cannot be answered: `unknown endpoint`, with the nearest names. */
export interface QueryError {
  readonly snapshot: SnapshotId;
  readonly error: string;
  readonly suggestions: readonly string[];
}

/** What a click on a node shows. Peers are aggregated to workloads and externals. */
export interface NodeDetail {
  readonly snapshot: SnapshotId;
  readonly id: NodeId;
  /** Where only what it reaches there was asked for. */
  readonly toward?: NodeId;
  readonly label: string;
  /** Who can reach it, what it can reach: allowed or unknown flows in the port scope, workload level. */
  readonly reachedBy: readonly FlowRow[];
  readonly reaches: readonly FlowRow[];
  readonly reachedByTotal: number;
  readonly reachesTotal: number;
  /** Where a namespace is declared: in the manifest that counts; undefined where none does, and for other nodes. */
  readonly declaredAt?: Location;
  /** Policies that apply to it per direction, and those that name it as a peer; in evaluation order. */
  readonly ingressPolicies: readonly ApplyingPolicy[];
  readonly egressPolicies: readonly ApplyingPolicy[];
  readonly namedAsPeerBy: readonly NamingPolicy[];
}
