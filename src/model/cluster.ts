// The cluster in the engine's words: namespaces, endpoints and their workloads, hosts, and what was assumed about them.
import type { SourceRange } from '../documents/source-file.ts';
import type { Address } from '../net/cidr.ts';
import type { ContainerPort, Labels } from '../resources/resource.ts';

export interface ClusterNamespace {
  readonly name: string;
  /** With the automatic `kubernetes.io/metadata.name`. */
  readonly labels: Labels;
  /** False where no manifest declares it. */
  readonly declared: boolean;
}

/** Something policy can apply to: a pod, or the template of a workload that stands for its replicas. */
export interface Endpoint {
  /** `pod:NS/NAME`, or the workload's id for a template. */
  readonly id: string;
  readonly namespace: string;
  readonly name: string;
  readonly labels: Labels;
  readonly ports: readonly ContainerPort[];
  readonly hostNetwork: boolean;
  readonly node: string | undefined;
  /** Empty: not known from the manifests. */
  readonly addresses: readonly Address[];
  /** Pods it stands for: 1 for a pod object, the replicas for a template. */
  readonly count: number;
  /** One pod on every node: how many there are depends on the cluster, so it may always be several. */
  readonly perNode: boolean;
  /** Index into `Cluster.workloads`. */
  readonly workload: number;
}

export interface Workload {
  /** `workload:NS/Kind/NAME`. */
  readonly id: string;
  readonly namespace: string;
  readonly kind: string;
  readonly name: string;
  readonly labels: Labels;
  /** Indexes into `Cluster.endpoints`. */
  readonly endpoints: readonly number[];
  /** Pods in all. */
  readonly replicas: number;
  readonly hostNetwork: boolean;
  /** Declared ports of its pods, without duplicates. */
  readonly ports: readonly ContainerPort[];
  /** Undefined for a workload known only from its pods. */
  readonly range: SourceRange | undefined;
}

export interface Host {
  readonly name: string;
  /** Undefined where no Node object says; its labels are not known then. */
  readonly labels: Labels | undefined;
  readonly addresses: readonly Address[];
}

export interface ClusterService {
  readonly namespace: string;
  readonly name: string;
  readonly selector: Labels | undefined;
  readonly ports: readonly number[];
}

/** Something taken for granted; see `Assumption` in the engine's results. */
export interface ClusterAssumption {
  readonly code: string;
  readonly message: string;
  readonly remedy?: string;
  readonly subjects: readonly string[];
}

/** Lists are sorted, so that the cluster does not depend on the order of files and documents. */
export interface Cluster {
  readonly namespaces: readonly ClusterNamespace[];
  readonly endpoints: readonly Endpoint[];
  readonly workloads: readonly Workload[];
  readonly hosts: readonly Host[];
  readonly services: readonly ClusterService[];
  readonly assumptions: readonly ClusterAssumption[];
}
