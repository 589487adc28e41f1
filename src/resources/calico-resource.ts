// The Calico objects Sluice understands (projectcalico.org/v3), as decoded from documents: typed, immutable, with ranges.
import type { QuickFix } from '../documents/diagnostic.ts';
import type { SourceRange } from '../documents/source-file.ts';
import type { Address, Cidr } from '../net/cidr.ts';
import type { CalicoSelector } from './calico-selector-syntax.ts';
import type { ContainerPort, Labels, NetworkPolicyResource, ResourceOf } from './resource.ts';

/** A selector as written; only a text that is not empty is one (blanks alone select everything). */
export interface SelectorField {
  readonly text: string;
  readonly tree: CalicoSelector;
  readonly range: SourceRange;
}

/** Inclusive on both ends, or a port's name. */
export type CalicoPort = { readonly from: number; readonly to: number } | { readonly name: string };

/** One side of a rule. Everything that is given must hold; items of one list are alternatives. */
export interface CalicoEntity {
  readonly nets: readonly Cidr[];
  readonly notNets: readonly Cidr[];
  readonly selector: SelectorField | undefined;
  readonly notSelector: SelectorField | undefined;
  readonly namespaceSelector: SelectorField | undefined;
  readonly serviceAccounts:
    | { readonly names: readonly string[]; readonly selector: SelectorField | undefined }
    | undefined;
  /** `namespace` is empty where none is written. */
  readonly services: { readonly name: string; readonly namespace: string } | undefined;
  readonly ports: readonly CalicoPort[];
  readonly notPorts: readonly CalicoPort[];
  /** Calico Enterprise only. */
  readonly domains: readonly string[];
  /** Undefined where the side is not written. */
  readonly range: SourceRange | undefined;
}

/** Code only together with a type. */
export interface IcmpMatch {
  readonly type: number | undefined;
  readonly code: number | undefined;
}

export interface CalicoRule {
  readonly action: 'Allow' | 'Deny' | 'Log' | 'Pass';
  readonly ipVersion: 4 | 6 | undefined;
  /** IANA numbers, 1–255. */
  readonly protocol: number | undefined;
  readonly notProtocol: number | undefined;
  readonly icmp: IcmpMatch | undefined;
  readonly notICMP: IcmpMatch | undefined;
  readonly source: CalicoEntity;
  readonly destination: CalicoEntity;
  /** True where it has an `http` clause, which only application-layer policy looks at. */
  readonly http: boolean;
  readonly range: SourceRange;
}

export type CalicoDirection = 'Ingress' | 'Egress';

export interface CalicoPolicySpec {
  /** `default` where none is given. */
  readonly tier: string;
  readonly tierRange: SourceRange | undefined;
  /** Undefined: last. */
  readonly order: number | undefined;
  readonly selector: SelectorField | undefined;
  readonly serviceAccountSelector: SelectorField | undefined;
  /** Global policies only. */
  readonly namespaceSelector: SelectorField | undefined;
  /** Filled in where `typesGiven` is undefined. */
  readonly types: readonly CalicoDirection[];
  readonly typesGiven: SourceRange | undefined;
  readonly ingress: readonly CalicoRule[];
  readonly egress: readonly CalicoRule[];
  readonly doNotTrack: boolean;
  readonly preDNAT: boolean;
  readonly applyOnForward: boolean;
  readonly range: SourceRange;
}

/** A field that only Calico Enterprise knows; the open-source readings reject the object for it. */
export interface EnterpriseField {
  /** `spec.egress[0].destination.domains`. */
  readonly path: string;
  readonly range: SourceRange;
  /** What open-source Calico has instead. */
  readonly fixes: readonly QuickFix[];
}

export interface CalicoPolicyResource extends ResourceOf<'CalicoNetworkPolicy' | 'GlobalNetworkPolicy'> {
  readonly spec: CalicoPolicySpec;
  readonly enterpriseFields: readonly EnterpriseField[];
}

export type StagedAction = 'Set' | 'Delete' | 'Learn' | 'Ignore';

export interface StagedPolicyResource extends ResourceOf<'StagedNetworkPolicy' | 'StagedGlobalNetworkPolicy'> {
  readonly spec: CalicoPolicySpec;
  readonly stagedAction: StagedAction;
  readonly enterpriseFields: readonly EnterpriseField[];
}

export interface StagedKubernetesPolicyResource extends ResourceOf<'StagedKubernetesNetworkPolicy'> {
  readonly spec: NetworkPolicyResource['spec'];
  readonly stagedAction: StagedAction;
}

export interface TierResource extends ResourceOf<'Tier'> {
  /** Undefined: after all others. */
  readonly order: number | undefined;
  readonly defaultAction: 'Deny' | 'Pass';
}

export interface NetworkSetResource extends ResourceOf<'NetworkSet' | 'GlobalNetworkSet'> {
  readonly nets: readonly Cidr[];
  /** `allowedEgressDomains`, Calico Enterprise only. */
  readonly domains: readonly string[];
  readonly enterpriseFields: readonly EnterpriseField[];
}

export interface HostEndpointResource extends ResourceOf<'HostEndpoint'> {
  readonly node: string;
  /** `*` for every interface; undefined where only addresses are given. */
  readonly interfaceName: string | undefined;
  readonly expectedIPs: readonly Address[];
  readonly profiles: readonly string[];
  readonly ports: readonly ContainerPort[];
}

export interface ProfileResource extends ResourceOf<'Profile'> {
  readonly ingress: readonly CalicoRule[];
  readonly egress: readonly CalicoRule[];
  readonly labelsToApply: Labels;
  readonly enterpriseFields: readonly EnterpriseField[];
}

export interface IPPoolResource extends ResourceOf<'IPPool'> {
  readonly cidr: Cidr;
  /** False for a pool that gives no addresses to pods. */
  readonly forWorkloads: boolean;
}

/** `net` undefined: from or to anywhere. Protocols are lower case in the manifest. */
export interface FailsafePort {
  readonly protocol: 'TCP' | 'UDP' | 'SCTP';
  readonly port: number;
  readonly net: Cidr | undefined;
}

export interface FelixConfigurationResource extends ResourceOf<'FelixConfiguration'> {
  readonly defaultEndpointToHostAction: 'Accept' | 'Drop' | 'Return' | undefined;
  /** Undefined: the built-in ports; empty: none. */
  readonly failsafeInbound: readonly FailsafePort[] | undefined;
  readonly failsafeOutbound: readonly FailsafePort[] | undefined;
}

export interface KubeControllersConfigurationResource extends ResourceOf<'KubeControllersConfiguration'> {
  readonly autoHostEndpoints: boolean;
}

export type CalicoResource =
  | CalicoPolicyResource
  | StagedPolicyResource
  | StagedKubernetesPolicyResource
  | TierResource
  | NetworkSetResource
  | HostEndpointResource
  | ProfileResource
  | IPPoolResource
  | FelixConfigurationResource
  | KubeControllersConfigurationResource;
