// Judges single flows under Calico the naive way, packet by packet, straight from the specification: the engine's oracle in tests.
//
// For clusters in which every fact is known: each pod has a node and an address, each service account and profile is written.

import { containsAddress } from '../net/cidr.ts';
import type {
  CalicoDirection,
  FailsafePort,
  FelixConfigurationResource,
  ProfileResource,
} from '../resources/calico-resource.ts';
import type { Resource } from '../resources/resource.ts';
import {
  builtInProfile,
  endsNamed,
  type NaiveCalicoCluster,
  type NaiveCalicoEnd,
  type NaiveEndpoint,
  naiveCalicoCluster,
  profileNamed,
} from './naive-calico-cluster.ts';
import { calicoRule, type NaivePolicy } from './naive-calico-policies.ts';
import { type NaiveCalicoRule, type NaivePacket, protocolNumbers, ruleMatches } from './naive-calico-rule.ts';
import { type NaiveReading, type NaiveTier, naiveTiers } from './naive-calico-tiers.ts';

/** `src`, `dst`: `ns/pod` or an address. */
export interface NaiveCalicoProbe {
  readonly src: string;
  readonly dst: string;
  /** A name of the protocol or its IANA number. */
  readonly protocol: string;
  /** Of the destination; for TCP, UDP and SCTP. */
  readonly port?: number;
  /** An echo request where not given. */
  readonly icmpType?: number;
  readonly icmpCode?: number;
}

export type NaiveCalicoVerdict = 'allowed' | 'denied' | 'no-such-endpoint';

interface Setting {
  readonly cluster: NaiveCalicoCluster;
  readonly tiers: readonly NaiveTier[];
}

type Decision = 'Allow' | 'Deny' | 'Pass' | undefined;

/** "First Allow/Deny/Pass that matches decides; Log never decides." */
function run(rules: readonly NaiveCalicoRule[], packet: NaivePacket, { cluster }: Setting): Decision {
  for (const rule of rules) {
    if (rule.action !== 'Log' && ruleMatches(rule, packet, cluster)) return rule.action;
  }
  return undefined;
}

const rulesOf = (policy: Pick<NaivePolicy, 'ingress' | 'egress'>, direction: CalicoDirection) =>
  direction === 'Ingress' ? policy.ingress : policy.egress;

/** The policies of each tier that apply, in order, without the tiers where none does. */
function applying(
  endpoint: NaiveEndpoint,
  direction: CalicoDirection,
  stages: readonly NaivePolicy['stage'][],
  { tiers }: Setting,
): NaiveTier[] {
  return tiers
    .map((tier) => ({
      ...tier,
      policies: tier.policies.filter(
        ({ types, stage, appliesTo }) =>
          stages.includes(stage) && types.includes(direction) && appliesTo(endpoint.labels),
      ),
    }))
    .filter(({ policies }) => policies.length > 0);
}

/** Spec 6, without the profiles. `atEnd`: whether a tier's default action counts. Undefined: nothing decided. */
function walk(
  tiers: readonly NaiveTier[],
  direction: CalicoDirection,
  packet: NaivePacket,
  atEnd: 'defaultAction' | 'nothing',
  setting: Setting,
): 'Allow' | 'Deny' | undefined {
  for (const { policies, defaultAction } of tiers) {
    let decision: Decision;
    for (const policy of policies) {
      decision = run(rulesOf(policy, direction), packet, setting);
      if (decision !== undefined) break;
    }
    if (decision === 'Allow' || decision === 'Deny') return decision;
    if (decision === undefined && atEnd === 'defaultAction' && defaultAction === 'Deny') return 'Deny';
  }
  return undefined;
}

/** `kns.<ns>` and `projectcalico-default-allow` allow everything, `ksa.<ns>.<sa>` has no rules. */
function rulesOfBuiltIn(
  name: string,
  { cluster }: Setting,
): Pick<ProfileResource, 'ingress' | 'egress'> | 'allow' | undefined {
  if (name === 'projectcalico-default-allow') return 'allow';
  const builtIn = builtInProfile(cluster.resources, name);
  return builtIn?.account === undefined ? builtIn && 'allow' : { ingress: [], egress: [] };
}

/** Spec 6, point 6. "A profile name that does not exist counts as deny-all." */
function allowedByProfiles(
  names: readonly string[],
  direction: CalicoDirection,
  packet: NaivePacket,
  setting: Setting,
): boolean {
  for (const name of names) {
    const profile = profileNamed(setting.cluster.resources, name) ?? rulesOfBuiltIn(name, setting);
    if (!profile) return false;
    if (profile === 'allow') return true;
    const rules = direction === 'Ingress' ? profile.ingress : profile.egress;
    const decision = run(
      rules.map((rule) => calicoRule(rule, '')),
      packet,
      setting,
    );
    if (decision === 'Allow' || decision === 'Deny') return decision === 'Allow';
  }
  return false;
}

/** Of a pod, whose only profile with rules is `kns.<namespace>`. */
function podAllows(endpoint: NaiveEndpoint, direction: CalicoDirection, packet: NaivePacket, setting: Setting) {
  const tiers = applying(endpoint, direction, ['normal', 'forward'], setting);
  return walk(tiers, direction, packet, 'defaultAction', setting) !== 'Deny';
}

const ports = (protocol: FailsafePort['protocol'], ...numbers: number[]): FailsafePort[] =>
  numbers.map((port) => ({ protocol, port, net: undefined }));
const everywhere = ports('TCP', 179, 2379, 2380, 5473, 6443, 6666, 6667);
const builtInFailsafes = {
  Ingress: [...ports('TCP', 22), ...ports('UDP', 68), ...everywhere],
  Egress: [...ports('UDP', 53, 67), ...everywhere],
};

function felixOf({ cluster }: Setting): FelixConfigurationResource | undefined {
  return cluster.resources.find(
    (r): r is FelixConfigurationResource => r.kind === 'FelixConfiguration' && r.meta.name === 'default',
  );
}

/** Spec 9: before policies, for what starts or ends at the host; may be limited to where the other end is. */
function isFailsafe(direction: CalicoDirection, packet: NaivePacket, setting: Setting): boolean {
  const felix = felixOf(setting);
  const configured = direction === 'Ingress' ? felix?.failsafeInbound : felix?.failsafeOutbound;
  const other = direction === 'Ingress' ? packet.source : packet.destination;
  return (configured ?? builtInFailsafes[direction]).some(
    ({ protocol, port, net }) =>
      protocolNumbers[protocol] === packet.protocol &&
      port === packet.destinationPort &&
      (net === undefined || containsAddress(net, other)),
  );
}

/** Policies before connection tracking and before NAT: "no end-of-tier drop"; the first has no hold on `*`. */
function earlyDecision(endpoint: NaiveEndpoint, direction: CalicoDirection, packet: NaivePacket, setting: Setting) {
  const isWildcard = endpoint.host?.interfaceName === '*';
  const untracked = isWildcard ? [] : applying(endpoint, direction, ['doNotTrack'], setting);
  const preDNAT = direction === 'Ingress' ? applying(endpoint, direction, ['preDNAT'], setting) : [];
  return walk(untracked, direction, packet, 'nothing', setting) ?? walk(preDNAT, direction, packet, 'nothing', setting);
}

/** Spec 15, `decideHost`: what starts or ends at a process of the host. */
function hostAllows(endpoint: NaiveEndpoint, direction: CalicoDirection, packet: NaivePacket, setting: Setting) {
  if (isFailsafe(direction, packet, setting)) return true;
  const normal = applying(endpoint, direction, ['normal', 'forward'], setting);
  const decision =
    earlyDecision(endpoint, direction, packet, setting) ?? walk(normal, direction, packet, 'defaultAction', setting);
  if (decision) return decision === 'Allow';
  return allowedByProfiles(endpoint.host?.profiles ?? [], direction, packet, setting);
}

const nodeOf = (end: NaiveCalicoEnd): string | undefined => {
  if (end.type === 'pod') return end.endpoint.node;
  return end.type === 'process' ? end.node : undefined;
};

/**
 * Spec 6 and 9: what a pod sends to its own node passes `defaultEndpointToHostAction` and no normal policy of the host,
 * but preDNAT policy of a host endpoint for every interface. Accept where nothing says otherwise (spec 16).
 */
function ownHostAllows(endpoint: NaiveEndpoint | undefined, packet: NaivePacket, setting: Setting): boolean {
  if (endpoint?.host?.interfaceName === '*') {
    const tiers = applying(endpoint, 'Ingress', ['preDNAT'], setting);
    if (walk(tiers, 'Ingress', packet, 'nothing', setting) === 'Deny') return false;
  }
  return felixOf(setting)?.defaultEndpointToHostAction !== 'Drop';
}

function leaves(source: NaiveCalicoEnd, packet: NaivePacket, setting: Setting): boolean {
  if (source.type === 'pod') return podAllows(source.endpoint, 'Egress', packet, setting);
  return source.type === 'outside' || !source.endpoint || hostAllows(source.endpoint, 'Egress', packet, setting);
}

/** Spec 15, `allowed`. */
function isAllowed(
  source: NaiveCalicoEnd,
  destination: NaiveCalicoEnd,
  packet: NaivePacket,
  setting: Setting,
): boolean {
  if (source.type === 'pod' && destination.type === 'pod' && source.endpoint === destination.endpoint) return true;
  if (!leaves(source, packet, setting)) return false;
  const onOneNode = nodeOf(source) !== undefined && nodeOf(source) === nodeOf(destination);
  if (destination.type === 'pod') {
    return (onOneNode && source.type === 'process') || podAllows(destination.endpoint, 'Ingress', packet, setting);
  }
  if (destination.type === 'outside') return true;
  if (onOneNode && source.type === 'pod') return ownHostAllows(destination.endpoint, packet, setting);
  return !destination.endpoint || hostAllows(destination.endpoint, 'Ingress', packet, setting);
}

/** "source port is 41234; ICMP probes carry icmpType/icmpCode (default 8/0)" (spec 16). */
function packetOf(probe: NaiveCalicoProbe, source: NaiveCalicoEnd, destination: NaiveCalicoEnd): NaivePacket {
  const named = new Map<string, number>(Object.entries(protocolNumbers)).get(probe.protocol);
  const protocol = named ?? Number(probe.protocol);
  const hasPorts = protocol === 6 || protocol === 17 || protocol === 132;
  const isIcmp = protocol === 1 || protocol === 58;
  return {
    family: destination.address.family,
    protocol,
    source: source.address,
    destination: destination.address,
    sourcePort: hasPorts ? 41234 : undefined,
    destinationPort: hasPorts ? probe.port : undefined,
    icmp: isIcmp ? { type: probe.icmpType ?? 8, code: probe.icmpCode ?? 0 } : undefined,
  };
}

/** "Enterprise-only, so unknown to OSS" (spec 1.10): an unknown field, and the object counts as absent. */
function knownTo(semantics: NaiveReading['semantics'], resource: Resource): boolean {
  return (
    semantics === 'calico-enterprise' || !('enterpriseFields' in resource) || resource.enterpriseFields.length === 0
  );
}

/** Judges probes of one cluster. */
export function naiveCalicoJudge(
  given: readonly Resource[],
  reading: NaiveReading,
): (probe: NaiveCalicoProbe) => NaiveCalicoVerdict {
  const resources = given.filter((resource) => knownTo(reading.semantics, resource));
  const cluster = naiveCalicoCluster(resources);
  const setting: Setting = { cluster, tiers: naiveTiers(resources, reading) };
  return (probe) => {
    const sources = endsNamed(probe.src, cluster);
    const destinations = endsNamed(probe.dst, cluster);
    if (sources.length === 0 || destinations.length === 0) return 'no-such-endpoint';
    const meetings = sources.flatMap((source) =>
      destinations
        .filter(({ address }) => address.family === source.address.family)
        .map((destination) => ({ source, destination })),
    );
    const isOpen = meetings.some(({ source, destination }) =>
      isAllowed(source, destination, packetOf(probe, source, destination), setting),
    );
    return isOpen ? 'allowed' : 'denied';
  };
}

/** One new connection: egress of the source and ingress of the destination. */
export function naiveCalicoVerdict(
  resources: readonly Resource[],
  probe: NaiveCalicoProbe,
  reading: NaiveReading,
): NaiveCalicoVerdict {
  return naiveCalicoJudge(resources, reading)(probe);
}
