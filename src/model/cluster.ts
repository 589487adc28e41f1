// The cluster in the engine's words: namespaces, endpoints and their workloads, hosts, and what was assumed about them.
import type { SourceRange } from '../documents/source-file.ts';
import type { Address, Cidr } from '../net/cidr.ts';
import type { ContainerPort, Labels, ServicePort } from '../resources/resource.ts';
import type { PeerFact } from './policy.ts';
import type { EndpointType } from './selector.ts';

export interface ClusterNamespace {
  readonly name: string;
  /** With the automatic `kubernetes.io/metadata.name`. */
  readonly labels: Labels;
  /** False where no manifest declares it. */
  readonly declared: boolean;
}

/** Something policy can apply to: a pod, the template of a workload that stands for its replicas, or a host. */
export interface Endpoint {
  /** `pod:NS/NAME`, the workload's id for a template, `host:NAME` or `transit:NAME` for a host endpoint. */
  readonly id: string;
  /** A pod on the host network is a host where a host endpoint governs its traffic. */
  readonly type: EndpointType;
  /** Empty for a host. */
  readonly namespace: string;
  readonly name: string;
  /** Its own; a dialect may let selectors see more (`LabelView`). For a governed pod on the host network, its host endpoint's. */
  readonly labels: Labels;
  /** Empty for a host. */
  readonly serviceAccount: string;
  readonly ports: readonly ContainerPort[];
  /** For a pod on the host network: the named ports of the host endpoint that has its address. */
  readonly addressPorts?: readonly ContainerPort[];
  readonly hostNetwork: boolean;
  readonly node: string | undefined;
  /** Empty: not known from the manifests. */
  readonly addresses: readonly Address[];
  /** Pods it stands for: 1 for a pod object, the replicas for a template. */
  readonly count: number;
  /** One pod on every node: how many there are depends on the cluster, so it may always be several. */
  readonly perNode: boolean;
  /** Index into `Cluster.workloads`; -1 for a host. */
  readonly workload: number;
  /** Name of the host endpoint it stands for or is governed by. */
  readonly hostEndpoint?: string;
  /** Set where nobody can tell whether (`perhaps`) or how (`unknown`) policy governs it, with the missing fact. */
  readonly doubt?: { readonly governed: 'perhaps' | 'unknown'; readonly fact: PeerFact };
}

/** The value of a label of an endpoint, as selectors of the scope `endpoint` see it; undefined: it has none. */
export type LabelView = (endpoint: Endpoint, key: string) => string | undefined;

/** Addresses under a name and labels, to be selected by rules. */
export interface AddressSet {
  /** `set:NS/NAME`, or `set:NAME` for cluster scope. */
  readonly id: string;
  readonly namespace: string;
  readonly name: string;
  /** As selectors see them: of the set itself, and of its namespace (empty for cluster scope). */
  readonly labels: { readonly endpoint: Labels; readonly namespace: Labels };
  readonly cidrs: readonly Cidr[];
  /** Set where it holds more addresses that nobody here knows. */
  readonly more: PeerFact | undefined;
  /** False for the addresses of a host endpoint, which is no node of the picture as a set. */
  readonly shown: boolean;
  readonly range: SourceRange;
}

/** An interface of a host, or all of them, under policy. */
export interface HostEndpoint {
  readonly name: string;
  readonly node: string;
  readonly interfaces: 'every' | 'one';
  /** As written: `eth0`, `*`; undefined where only addresses are given. */
  readonly interfaceName: string | undefined;
  readonly labels: Labels;
  /** Its known addresses: those it is said to have, or for every interface also those of its node. */
  readonly addresses: readonly Address[];
  readonly ports: readonly ContainerPort[];
  readonly range: SourceRange;
}

/** What comes of a pod's traffic to its own host, beside the pod's policy. */
export type ToOwnHost =
  | { readonly verdict: 'allowed' | 'denied'; readonly reason: string }
  | { readonly verdict: 'unknown'; readonly reason: string; readonly fact: PeerFact };

/** What a dialect's objects add to a cluster. */
export interface ClusterParts {
  readonly sets: readonly AddressSet[];
  readonly hostEndpoints: readonly HostEndpoint[];
  /** Where pods get their addresses. */
  readonly podCIDRs: readonly Cidr[];
  readonly toOwnHost: ToOwnHost | undefined;
  readonly assumptions: readonly ClusterAssumption[];
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
  readonly ports: readonly ServicePort[];
  readonly clusterIPs: readonly string[];
  /** From its EndpointSlices; undefined where the manifests hold none, so that they follow from the selector. */
  readonly slices: readonly ServiceSlice[] | undefined;
}

/** Every address serves every port. */
export interface ServiceSlice {
  readonly addresses: readonly Address[];
  readonly ports: readonly ContainerPort[];
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
  /** Labels of service accounts that manifests declare, by `NS/NAME`. */
  readonly serviceAccounts: ReadonlyMap<string, Labels>;
  readonly sets: readonly AddressSet[];
  readonly hostEndpoints: readonly HostEndpoint[];
  /** Told by manifests; options may add more. */
  readonly podCIDRs: readonly Cidr[];
  readonly toOwnHost: ToOwnHost | undefined;
  readonly assumptions: readonly ClusterAssumption[];
}
