// Judges single flows under Calico the naive way, packet by packet, straight from the specification: the engine's oracle in tests.
//
// For clusters in which every fact is known: each pod has a node and an address, each service account and profile is written.
import type { CalicoDirection } from '../resources/calico-resource.ts';
import type { Resource } from '../resources/resource.ts';
import { endsNamed, type NaiveCalicoEnd, type NaiveEndpoint, naiveCalicoCluster } from './naive-calico-cluster.ts';
import { forwards, hostAllows, ownHostAllows } from './naive-calico-hosts.ts';
import { type NaivePacket, protocolNumbers } from './naive-calico-rule.ts';
import { type NaiveReading, naiveTiers } from './naive-calico-tiers.ts';
import { applying, type NaiveSetting, walk } from './naive-calico-walk.ts';

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

/** `unknown`: it depends on which interface of a node the flow takes, and not all are under policy. */
export type NaiveCalicoVerdict = 'allowed' | 'denied' | 'unknown' | 'no-such-endpoint';

/** Of a pod, whose only profile with rules is `kns.<namespace>`. */
function podAllows(endpoint: NaiveEndpoint, direction: CalicoDirection, packet: NaivePacket, setting: NaiveSetting) {
  const tiers = applying(endpoint, direction, ['normal', 'forward'], setting);
  return walk(tiers, direction, packet, 'defaultAction', setting) !== 'Deny';
}

const nodeOf = (end: NaiveCalicoEnd): string | undefined => {
  if (end.type === 'pod') return end.endpoint.node;
  return end.type === 'process' ? end.node : undefined;
};

function leaves(source: NaiveCalicoEnd, packet: NaivePacket, setting: NaiveSetting): boolean {
  if (source.type === 'pod') return podAllows(source.endpoint, 'Egress', packet, setting);
  return source.type === 'outside' || !source.endpoint || hostAllows(source.endpoint, 'Egress', packet, setting);
}

/**
 * Spec 15, `allowed`, without what hosts forward. "Always allowed irrespective of policy: … traffic from a node (host
 * process, hostNetwork pod, kubelet probe) to a pod on the same node" (spec 6).
 */
function passesEnds(source: NaiveCalicoEnd, destination: NaiveCalicoEnd, packet: NaivePacket, setting: NaiveSetting) {
  const onOneNode = nodeOf(source) !== undefined && nodeOf(source) === nodeOf(destination);
  if (onOneNode && source.type === 'process' && destination.type === 'pod') return true;
  if (!leaves(source, packet, setting)) return false;
  if (destination.type === 'pod') return podAllows(destination.endpoint, 'Ingress', packet, setting);
  if (destination.type === 'outside') return true;
  if (onOneNode && source.type === 'pod') return ownHostAllows(destination.endpoint, packet, setting);
  return !destination.endpoint || hostAllows(destination.endpoint, 'Ingress', packet, setting);
}

/** The host endpoints of the nodes that forward the flow: out of a pod's node and into one. */
function gatesOf(source: NaiveCalicoEnd, destination: NaiveCalicoEnd, { cluster }: NaiveSetting) {
  if (nodeOf(source) !== undefined && nodeOf(source) === nodeOf(destination)) return [];
  const on = (end: NaiveCalicoEnd, direction: CalicoDirection) =>
    end.type === 'pod'
      ? cluster.hosts.filter((host) => host.node === end.endpoint.node).map((host) => ({ host, direction }))
      : [];
  return [...on(source, 'Egress'), ...on(destination, 'Ingress')];
}

function judgeMeeting(
  source: NaiveCalicoEnd,
  destination: NaiveCalicoEnd,
  packet: NaivePacket,
  setting: NaiveSetting,
): 'allowed' | 'denied' | 'unknown' {
  if (source.type === 'pod' && destination.type === 'pod' && source.endpoint === destination.endpoint) return 'allowed';
  if (!passesEnds(source, destination, packet, setting)) return 'denied';
  const closed = gatesOf(source, destination, setting).filter(
    ({ host, direction }) => !forwards(host, direction, packet, setting),
  );
  if (closed.length === 0) return 'allowed';
  // A host endpoint for one interface judges what takes that interface.
  return closed.some(({ host }) => host.host?.interfaceName === '*') ? 'denied' : 'unknown';
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
  const setting: NaiveSetting = { cluster, tiers: naiveTiers(resources, reading) };
  return (probe) => {
    const sources = endsNamed(probe.src, cluster);
    const destinations = endsNamed(probe.dst, cluster);
    if (sources.length === 0 || destinations.length === 0) return 'no-such-endpoint';
    const meetings = sources.flatMap((source) =>
      destinations
        .filter(({ address }) => address.family === source.address.family)
        .map((destination) => ({ source, destination })),
    );
    const verdicts = meetings.map(({ source, destination }) =>
      judgeMeeting(source, destination, packetOf(probe, source, destination), setting),
    );
    if (verdicts.includes('allowed')) return 'allowed';
    return verdicts.includes('unknown') ? 'unknown' : 'denied';
  };
}
