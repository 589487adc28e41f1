// Whether one rule matches one packet, for the naive evaluator of Calico: each clause in turn (Calico spec, 5 and 7).
import { type Address, type Cidr, containsAddress, type Family } from '../net/cidr.ts';
import type { CalicoPort, IcmpMatch } from '../resources/calico-resource.ts';
import { type ServiceName, servesAt } from './naive-calico-backends.ts';
import type { NaiveCalicoCluster } from './naive-calico-cluster.ts';
import type { LabelTest } from './naive-calico-selector.ts';

/** The first packet of a connection, after service DNAT. */
export interface NaivePacket {
  readonly family: Family;
  /** IANA number. */
  readonly protocol: number;
  readonly source: Address;
  readonly destination: Address;
  /** Undefined for a protocol without ports. */
  readonly sourcePort: number | undefined;
  readonly destinationPort: number | undefined;
  /** Of ICMP and ICMPv6. */
  readonly icmp: { readonly type: number; readonly code: number } | undefined;
}

/** One side of a rule, compiled as spec 5.2 says. Everything that is given must hold. */
export interface NaiveSide {
  /** P: the address belongs to an object that passes. */
  readonly among?: LabelTest | undefined;
  /** Q: the address belongs to no object that passes. */
  readonly notAmong?: LabelTest | undefined;
  readonly nets?: readonly Cidr[];
  readonly notNets?: readonly Cidr[];
  readonly ports?: readonly CalicoPort[];
  readonly notPorts?: readonly CalicoPort[];
  readonly service?: ServiceName | undefined;
}

export interface NaiveCalicoRule {
  readonly action: 'Allow' | 'Deny' | 'Log' | 'Pass';
  readonly ipVersion?: Family | undefined;
  readonly protocol?: number | undefined;
  readonly notProtocol?: number | undefined;
  readonly icmp?: IcmpMatch | undefined;
  readonly notICMP?: IcmpMatch | undefined;
  readonly source: NaiveSide;
  readonly destination: NaiveSide;
}

export const protocolNumbers = { TCP: 6, UDP: 17, SCTP: 132, ICMP: 1, ICMPv6: 58, UDPLite: 136 } as const;
const numberOf = (protocol: 'TCP' | 'UDP' | 'SCTP'): number => protocolNumbers[protocol];

/** What a rule is about by itself: "Absent: derived from protocol (ICMP→4, ICMPv6→6), else any". */
function ruleFamily(rule: NaiveCalicoRule): Family | undefined {
  if (rule.ipVersion !== undefined) return rule.ipVersion;
  if (rule.protocol === protocolNumbers.ICMP) return 4;
  return rule.protocol === protocolNumbers.ICMPv6 ? 6 : undefined;
}

/** Spec 5.3: a list of nets that has none of the packet's family takes the rule out, and so does a negated catch-all. */
function appliesToFamily(rule: NaiveCalicoRule, family: Family): boolean {
  const own = ruleFamily(rule);
  if (own !== undefined && own !== family) return false;
  const negated = [rule.source.notNets ?? [], rule.destination.notNets ?? []];
  const lists = [rule.source.nets ?? [], rule.destination.nets ?? [], ...negated];
  if (lists.some((list) => list.length > 0 && !list.some((net) => net.family === family))) return false;
  return !negated.flat().some((net) => net.family === family && net.prefix === 0);
}

const fitsIcmp = (match: IcmpMatch, icmp: NaivePacket['icmp']): boolean =>
  icmp !== undefined &&
  (match.type === undefined || match.type === icmp.type) &&
  (match.code === undefined || match.code === icmp.code);

const restricts = (match: IcmpMatch | undefined): match is IcmpMatch => match?.type !== undefined;

/** Spec 7.3: the address is that of an endpoint which declares the port, in the packet's protocol, and passes P. */
function fitsNamedPort(
  name: string,
  address: Address,
  port: number,
  protocol: number,
  among: LabelTest | undefined,
  { pods, hosts }: NaiveCalicoCluster,
): boolean {
  return [...pods, ...hosts].some(
    (endpoint) =>
      endpoint.cidrs.some((cidr) => containsAddress(cidr, address)) &&
      (among?.(endpoint.labels) ?? true) &&
      endpoint.ports.some((own) => own.name === name && own.port === port && numberOf(own.protocol) === protocol),
  );
}

function sideMatches(
  side: NaiveSide,
  at: { readonly address: Address; readonly port: number | undefined; readonly isDestination: boolean },
  packet: NaivePacket,
  cluster: NaiveCalicoCluster,
): boolean {
  const { address, port } = at;
  const isOf = (test: LabelTest): boolean =>
    cluster.objects.some(({ labels, cidrs }) => test(labels) && cidrs.some((cidr) => containsAddress(cidr, address)));
  const fitsPort = (wanted: CalicoPort): boolean => {
    if (port === undefined) return false;
    if ('name' in wanted) return fitsNamedPort(wanted.name, address, port, packet.protocol, side.among, cluster);
    return wanted.from <= port && port <= wanted.to;
  };
  const { nets = [], notNets = [], ports = [], notPorts = [] } = side;
  if (side.among && !isOf(side.among)) return false;
  if (side.notAmong && isOf(side.notAmong)) return false;
  if (nets.length > 0 && !nets.some((net) => containsAddress(net, address))) return false;
  if (notNets.some((net) => containsAddress(net, address))) return false;
  if (ports.length > 0 && !ports.some(fitsPort)) return false;
  if (notPorts.some(fitsPort)) return false;
  return side.service === undefined || serviceMatches(side.service, at, packet, cluster);
}

/** "egress destination: (dst IP, protocol, port)"; "ingress source: src IP ∈ endpoint addresses (ports ignored)". */
function serviceMatches(
  service: ServiceName,
  at: { readonly address: Address; readonly port: number | undefined; readonly isDestination: boolean },
  packet: NaivePacket,
  { resources }: NaiveCalicoCluster,
): boolean {
  if (!at.isDestination) return servesAt(service, at.address, 'any', resources);
  const protocol = (['TCP', 'UDP', 'SCTP'] as const).find((name) => numberOf(name) === packet.protocol);
  if (protocol === undefined || at.port === undefined) return false;
  return servesAt(service, at.address, { protocol, port: at.port }, resources);
}

export function ruleMatches(rule: NaiveCalicoRule, packet: NaivePacket, cluster: NaiveCalicoCluster): boolean {
  if (!appliesToFamily(rule, packet.family)) return false;
  if (rule.protocol !== undefined && rule.protocol !== packet.protocol) return false;
  if (rule.notProtocol !== undefined && rule.notProtocol === packet.protocol) return false;
  if (restricts(rule.icmp) && !fitsIcmp(rule.icmp, packet.icmp)) return false;
  if (restricts(rule.notICMP) && fitsIcmp(rule.notICMP, packet.icmp)) return false;
  const from = { address: packet.source, port: packet.sourcePort, isDestination: false };
  const to = { address: packet.destination, port: packet.destinationPort, isDestination: true };
  return sideMatches(rule.source, from, packet, cluster) && sideMatches(rule.destination, to, packet, cluster);
}
