// The Kubernetes objects Sluice understands, as decoded from documents: typed, immutable, with ranges for messages and receipts.
import type { SourceRange } from '../documents/source-file.ts';
import type { Cidr } from '../net/cidr.ts';
import type { CalicoResource } from './calico-resource.ts';

export type Labels = ReadonlyMap<string, string>;

/** IANA transport names as the API writes them. */
export type Protocol = 'TCP' | 'UDP' | 'SCTP';

export interface OwnerReference {
  readonly kind: string;
  readonly name: string;
  readonly controller: boolean;
}

export interface ObjectMeta {
  readonly name: string;
  /** Resolved: `default` where a namespaced object names none; empty for cluster-scoped kinds. */
  readonly namespace: string;
  /** False where a namespaced object's manifest names no namespace, so that `default` is an assumption. */
  readonly namespaceGiven: boolean;
  readonly labels: Labels;
  readonly owners: readonly OwnerReference[];
}

export interface ResourceOf<K extends string> {
  readonly kind: K;
  readonly apiVersion: string;
  readonly meta: ObjectMeta;
  /** The whole object. */
  readonly range: SourceRange;
  /** The value of `metadata.name`. */
  readonly nameRange: SourceRange;
}

export interface NamespaceResource extends ResourceOf<'Namespace'> {}

export interface ContainerPort {
  readonly name: string | undefined;
  readonly port: number;
  readonly protocol: Protocol;
}

/** The part of a pod's spec that policy depends on. */
export interface PodSpec {
  /** Ports of all containers and init containers, in order. */
  readonly ports: readonly ContainerPort[];
  readonly hostNetwork: boolean;
  readonly nodeName: string | undefined;
  /** `default` where none is given. */
  readonly serviceAccount: string;
}

export interface PodResource extends ResourceOf<'Pod'> {
  readonly spec: PodSpec;
  readonly status: {
    /** `Running`, `Succeeded`, … ; undefined in a manifest that was never applied. */
    readonly phase: string | undefined;
    /** Canonical addresses from `podIP` and `podIPs`, without duplicates. */
    readonly podIPs: readonly string[];
    readonly hostIPs: readonly string[];
  };
}

export type WorkloadKind =
  | 'Deployment'
  | 'ReplicaSet'
  | 'StatefulSet'
  | 'DaemonSet'
  | 'Job'
  | 'CronJob'
  | 'ReplicationController';

export interface WorkloadResource extends ResourceOf<WorkloadKind> {
  /** Pods wanted: `spec.replicas` (default 1); 1 for kinds without replicas. */
  readonly replicas: number;
  readonly template: { readonly labels: Labels; readonly spec: PodSpec };
}

export interface ServicePort {
  readonly name: string | undefined;
  readonly protocol: Protocol;
  readonly port: number;
  /** A number, or the name of a container port; the port itself where not given. */
  readonly targetPort: number | string;
  readonly nodePort: number | undefined;
}

export interface ServiceResource extends ResourceOf<'Service'> {
  readonly type: string;
  /** Undefined: no selector, so endpoints come from EndpointSlices. */
  readonly selector: Labels | undefined;
  readonly ports: readonly ServicePort[];
  readonly clusterIPs: readonly string[];
}

export interface EndpointSliceResource extends ResourceOf<'EndpointSlice'> {
  /** From the label `kubernetes.io/service-name`. */
  readonly service: string | undefined;
  readonly addresses: readonly string[];
  readonly ports: readonly ContainerPort[];
}

export interface ServiceAccountResource extends ResourceOf<'ServiceAccount'> {}

export interface IngressResource extends ResourceOf<'Ingress'> {
  /** Names of the Services it sends traffic to, without duplicates. */
  readonly services: readonly string[];
}

export interface NodeResource extends ResourceOf<'Node'> {
  /** InternalIP and ExternalIP, canonical. */
  readonly addresses: readonly string[];
  readonly podCIDRs: readonly Cidr[];
}

export interface LabelRequirement {
  readonly key: string;
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
  readonly values: readonly string[];
  readonly range: SourceRange;
}

/** All requirements must hold; none at all selects everything. `matchLabels` become `In` with one value. */
export interface LabelSelector {
  readonly requirements: readonly LabelRequirement[];
  readonly range: SourceRange;
}

export type NetworkPolicyPeer =
  | { readonly type: 'ipBlock'; readonly cidr: Cidr; readonly except: readonly Cidr[]; readonly range: SourceRange }
  | {
      readonly type: 'pods';
      /** Undefined: not given (all pods of the selected namespaces). */
      readonly podSelector: LabelSelector | undefined;
      /** Undefined: not given (the policy's own namespace). */
      readonly namespaceSelector: LabelSelector | undefined;
      readonly range: SourceRange;
    };

export interface NetworkPolicyPort {
  readonly protocol: Protocol;
  /** A number, a name, or undefined for every port of the protocol. */
  readonly port: number | string | undefined;
  readonly endPort: number | undefined;
  readonly range: SourceRange;
}

export interface NetworkPolicyRule {
  /** `from` or `to`; empty (missing, null or `[]`) means everything, addresses outside the cluster included. */
  readonly peers: readonly NetworkPolicyPeer[];
  /** Empty means all traffic. */
  readonly ports: readonly NetworkPolicyPort[];
  readonly range: SourceRange;
}

export interface NetworkPolicyResource extends ResourceOf<'NetworkPolicy'> {
  readonly spec: {
    readonly podSelector: LabelSelector;
    /** As written; undefined where missing, null or `[]`, which the API server fills in. */
    readonly policyTypes: readonly ('Ingress' | 'Egress')[] | undefined;
    readonly ingress: readonly NetworkPolicyRule[];
    readonly egress: readonly NetworkPolicyRule[];
  };
}

/** Pods of the namespaces selected; without a pod selector, all of them. */
export interface AdminPods {
  readonly type: 'pods';
  readonly namespaceSelector: LabelSelector;
  readonly podSelector: LabelSelector | undefined;
}

export type AdminPeer =
  | (AdminPods & { readonly range: SourceRange })
  | { readonly type: 'networks'; readonly cidrs: readonly Cidr[]; readonly range: SourceRange }
  | { readonly type: 'nodes'; readonly selector: LabelSelector; readonly range: SourceRange }
  | { readonly type: 'domainNames'; readonly names: readonly string[]; readonly range: SourceRange };

export type AdminPort =
  /** Inclusive on both ends. */
  | { readonly type: 'range'; readonly protocol: Protocol; readonly from: number; readonly to: number }
  /** The container port of that name, in the protocol it declares. */
  | { readonly type: 'named'; readonly name: string };

export interface AdminRule {
  readonly name: string | undefined;
  /** `Accept` of v1alpha2 reads as `Allow`. */
  readonly action: 'Allow' | 'Deny' | 'Pass';
  readonly peers: readonly AdminPeer[];
  /** Empty: all traffic. */
  readonly ports: readonly AdminPort[];
  readonly range: SourceRange;
}

/** policy.networking.k8s.io: the three kinds share one shape once decoded. */
export interface AdminPolicyResource
  extends ResourceOf<'AdminNetworkPolicy' | 'BaselineAdminNetworkPolicy' | 'ClusterNetworkPolicy'> {
  readonly spec: {
    readonly tier: 'Admin' | 'Baseline';
    /** Lower goes first; 0 for a BaselineAdminNetworkPolicy, which is alone in its tier. */
    readonly priority: number;
    readonly subject: AdminPods;
    readonly ingress: readonly AdminRule[];
    readonly egress: readonly AdminRule[];
  };
}

export type Resource =
  | CalicoResource
  | AdminPolicyResource
  | NamespaceResource
  | PodResource
  | WorkloadResource
  | ServiceResource
  | EndpointSliceResource
  | ServiceAccountResource
  | IngressResource
  | NodeResource
  | NetworkPolicyResource;
