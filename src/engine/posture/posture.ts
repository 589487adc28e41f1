// How open a cluster is, in counted facts: what the posture of a snapshot says. Each number's definition for people is in `exporters/posture-words.ts`.
import type { NodeId, SnapshotId } from '../results.ts';

/**
 * Of the pods that can be governed. `closed`: at every one, what no rule names is denied; `part`: at some, or it is not
 * known of some; `open`: at none. `none`: there is no such pod.
 */
export type DefaultDeny = 'closed' | 'part' | 'open' | 'none';

/** Pods in one direction; those on the host network that no policy governs are left out (`PostureNumbers.onHost`). */
export interface DirectionPosture {
  /** Some policy applies to them: isolated. */
  readonly governed: number;
  /** Workloads all of whose pods that can be governed are. */
  readonly governedWorkloads: number;
  /** What no rule names is denied: default deny by effect. */
  readonly closed: number;
  /** It hangs on a missing fact whether it is. */
  readonly undecided: number;
  readonly defaultDeny: DefaultDeny;
}

/** Pods by what policy says of flows with the Internet: addresses outside that no policy names. */
export interface Exposure {
  /** Some port is allowed: a declared port into a pod, any port out of it. */
  readonly allowed: number;
  /** None is allowed, and some is unknown. */
  readonly unknown: number;
  /** Of those allowed: all ports of all protocols with ports are. */
  readonly everyPort: number;
  /** The ports that are allowed, together: `80, 443`; empty where none is. */
  readonly ports: string;
}

/** Ordered pairs of workloads of different namespaces. */
export interface CrossingPairs {
  readonly pairs: number;
  /** Some declared port is allowed. */
  readonly allowed: number;
  /** None is allowed, and some is unknown. */
  readonly unknown: number;
}

export interface PostureNumbers {
  readonly workloads: number;
  /** Replicas counted. */
  readonly pods: number;
  /** Of these, pods on the host network that no host endpoint governs. */
  readonly onHost: number;
  readonly ingress: DirectionPosture;
  readonly egress: DirectionPosture;
  readonly fromInternet: Exposure;
  readonly toInternet: Exposure;
  readonly fromOthers: CrossingPairs;
  readonly toOthers: CrossingPairs;
  /** Pods whose own policies let every other pod of the cluster in on a declared port. */
  readonly openToAll: { readonly allowed: number; readonly unknown: number };
}

export interface NamespacePosture extends PostureNumbers {
  readonly id: NodeId;
  readonly name: string;
  /** `kube-system` and its like. */
  readonly system: boolean;
}

/** Hosts that manifests speak of: nodes, and those of host endpoints. */
export interface HostPosture {
  readonly hosts: number;
  readonly withEndpoint: number;
  /** Host endpoints by whether some written policy applies to them. */
  readonly endpoints: number;
  readonly governed: { readonly ingress: number; readonly egress: number };
}

export interface ClusterPosture {
  /** By name; those without pods too. */
  readonly namespaces: readonly NamespacePosture[];
  /** All namespaces that are none of the system's, and those that are. */
  readonly totals: { readonly own: PostureNumbers; readonly system: PostureNumbers };
  readonly hosts: HostPosture;
  /** Workloads whose pods differ, and which were too many for their pairs to be counted. */
  readonly uncounted: number;
}

export interface Posture {
  readonly snapshot: SnapshotId;
  readonly now: ClusterPosture;
  /** What the draft is compared with; undefined where that is the very same. */
  readonly before?: ClusterPosture;
}
