// The verdict of one flow: one connection, judged at both ends.
import {
  contains,
  icmpPoint,
  MAX_PORT,
  PROTOCOLS,
  pointOf,
  protocolPoint,
  wholeProtocol,
} from '../net/connection-set.ts';
import { type FlowPlace, flowPlace, type MemberEnd } from './flow-place.ts';
import { memberVerdict } from './member-verdict.ts';
import { type Party, resolveParty, spokenFamily } from './resolve-party.ts';
import type { Verdict } from './results.ts';
import type { Snapshot } from './snapshot.ts';

/** A flow's traffic as people write it. */
export interface FlowTraffic {
  /** `TCP`, `UDP`, `SCTP`, `ICMP`, `ICMPv6`, or an IANA number. */
  readonly protocol: string;
  /** Destination port, 1–65535; for protocols with ports only. */
  readonly port?: number;
  /** For ICMP; an echo request with code 0 where missing. */
  readonly icmpType?: number;
  readonly icmpCode?: number;
}

/** A flow as scripts write it: names or addresses, and its traffic. */
export interface FlowProbe extends FlowTraffic {
  readonly src: string;
  readonly dst: string;
}

export interface JudgeError {
  readonly error: string;
}

/** The point of a flow's traffic, and how a sentence names it. */
export interface TrafficPoint {
  readonly point: number;
  readonly text: string;
}

const isByte = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= 255;

/** IANA numbers of UDPLite and others that people name. */
const NAMED_NUMBERS: ReadonlyMap<string, number> = new Map([
  ['UDPLITE', 136],
  ['GRE', 47],
  ['ESP', 50],
  ['AH', 51],
]);

function icmpTraffic(lane: 'ICMP' | 'ICMPv6', traffic: FlowTraffic): TrafficPoint | JudgeError {
  const { icmpType = lane === 'ICMP' ? 8 : 128, icmpCode = 0 } = traffic;
  if (!isByte(icmpType) || !isByte(icmpCode)) return { error: 'an ICMP type and code are numbers from 0 to 255' };
  return { point: icmpPoint(lane, icmpType, icmpCode), text: `${lane} type ${icmpType} code ${icmpCode}` };
}

/** Reads a flow's traffic: one point of the connection space. */
export function trafficPoint(traffic: FlowTraffic): TrafficPoint | JudgeError {
  const name = traffic.protocol.toUpperCase();
  const number = NAMED_NUMBERS.get(name) ?? (/^\d{1,3}$/.test(name) ? Number(name) : undefined);
  const protocol = PROTOCOLS.find((one) => one === name || (number !== undefined && isWhole(one, number)));
  if (protocol) {
    const { port } = traffic;
    if (port === undefined) return { error: `a ${protocol} flow needs a port` };
    if (!Number.isInteger(port) || port < 1 || port > MAX_PORT) {
      return { error: `port ${port} is not a number from 1 to ${MAX_PORT}` };
    }
    return { point: pointOf(protocol, port), text: `${protocol} ${port}` };
  }
  if (name === 'ICMP' || number === 1) return icmpTraffic('ICMP', traffic);
  if (name === 'ICMPV6' || number === 58) return icmpTraffic('ICMPv6', traffic);
  if (number !== undefined && number >= 1 && number <= 255) {
    return { point: protocolPoint(number), text: `protocol ${number}` };
  }
  return { error: `protocol \`${traffic.protocol}\` is not known; use TCP, UDP, SCTP, ICMP, ICMPv6 or a number` };
}

/** Whether an IANA number is that of a protocol with ports. */
function isWhole(protocol: (typeof PROTOCOLS)[number], number: number): boolean {
  return number >= 1 && number <= 255 && wholeProtocol(number)[0] === pointOf(protocol, 1);
}

/** A pod to itself: "a Pod cannot block access to itself" (Kubernetes documentation, isolation). */
export function isSelf(src: Party, dst: Party): boolean {
  // Of a template that stands for several pods, source and destination are two of them.
  return (
    src.type === 'endpoint' &&
    dst.type === 'endpoint' &&
    src.index === dst.index &&
    src.endpoint.type === 'pod' &&
    src.endpoint.count <= 1 &&
    !src.endpoint.perNode
  );
}

/** A party as one end of a pair. */
export function endOf(party: Party): MemberEnd {
  if (party.type === 'endpoint') return { column: party.column, node: party.endpoint.node };
  return { column: party.column, node: party.host?.name, isHost: party.host !== undefined };
}

/** Where the two run. */
export function placeOf(snapshot: Snapshot, src: Party, dst: Party): FlowPlace {
  return flowPlace(snapshot, endOf(src), endOf(dst));
}

/** Judges a flow between two known ends at one point. */
export function judgeParties(snapshot: Snapshot, src: Party, dst: Party, point: number): Verdict {
  if (isSelf(src, dst)) return 'allowed';
  const { table } = snapshot;
  const verdict = memberVerdict(snapshot, endOf(src), endOf(dst), spokenFamily(src, dst));
  if (contains(table.set(verdict.allowed), point)) return 'allowed';
  return contains(table.set(verdict.unknown), point) ? 'unknown' : 'denied';
}

/** The verdict of a probe, or why it cannot be judged. */
export function judgeFlow(snapshot: Snapshot, probe: FlowProbe): Verdict | JudgeError {
  const src = resolveParty(snapshot, probe.src);
  if (src.type === 'unknown') return { error: src.error };
  const dst = resolveParty(snapshot, probe.dst);
  if (dst.type === 'unknown') return { error: dst.error };
  const traffic = trafficPoint(probe);
  if ('error' in traffic) return traffic;
  return judgeParties(snapshot, src, dst, traffic.point);
}
