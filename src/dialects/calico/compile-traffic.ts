// The traffic of a Calico rule: protocol, ICMP messages and destination ports. Source ports: see source-ports.ts.
import type { TrafficTerm } from '../../model/policy.ts';
import type { Selector } from '../../model/selector.ts';
import {
  ALL_CONNECTIONS,
  type ConnectionSet,
  difference,
  icmpMessages,
  intersection,
  portRange,
  unionOfAll,
  wholeProtocol,
} from '../../net/connection-set.ts';
import type { CalicoPort, CalicoRule, IcmpMatch } from '../../resources/calico-resource.ts';
import { ICMP, ICMPV6, protocolName, transportsOf } from './protocol-names.ts';

/** Traffic of a rule before ports are looked at. `text` is how a sentence names it; undefined where it is all traffic. */
export interface ProtocolTraffic {
  readonly points: ConnectionSet;
  readonly text: string | undefined;
}

/** The messages that `icmp` or `notICMP` means; without a type, all of them. */
function messages({ type, code }: IcmpMatch, { protocol, ipVersion }: CalicoRule): ConnectionSet {
  const lanes = (['ICMP', 'ICMPv6'] as const).filter((lane) =>
    lane === 'ICMP' ? protocol !== ICMPV6 && ipVersion !== 6 : protocol !== ICMP && ipVersion !== 4,
  );
  return unionOfAll(lanes.map((lane) => icmpMessages(lane, type, code)));
}

function messageText({ type, code }: IcmpMatch): string {
  if (type === undefined) return '';
  return code === undefined ? ` type ${type}` : ` type ${type} code ${code}`;
}

/** Calico reference, "Rule": `protocol`, `notProtocol`, `icmp` and `notICMP` must all hold. */
export function protocolTraffic(rule: CalicoRule): ProtocolTraffic {
  const { protocol, notProtocol, icmp, notICMP } = rule;
  let points = protocol === undefined ? ALL_CONNECTIONS : wholeProtocol(protocol);
  if (notProtocol !== undefined) points = difference(points, wholeProtocol(notProtocol));
  // ICMP fields without a type restrict nothing.
  if (icmp?.type !== undefined) points = intersection(points, messages(icmp, rule));
  if (notICMP?.type !== undefined) points = difference(points, messages(notICMP, rule));
  const excluded = [
    ...(notProtocol === undefined || (protocol !== undefined && protocol !== notProtocol)
      ? []
      : [protocolName(notProtocol)]),
    ...(notICMP?.type === undefined ? [] : [`ICMP${messageText(notICMP)}`]),
  ];
  const wanted = protocol === undefined ? undefined : `${protocolName(protocol)}${icmp ? messageText(icmp) : ''}`;
  if (excluded.length === 0) return { points, text: wanted };
  return { points, text: `${wanted ?? 'everything'} but ${excluded.join(' and ')}` };
}

function listed(texts: readonly string[]): string {
  const last = texts[texts.length - 1] ?? '';
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(', ')} or ${last}`;
}

const isNumeric = (port: CalicoPort): port is Exclude<CalicoPort, { name: string }> => 'from' in port;

/** The numeric ports of a list, within `base`; undefined where it has none. */
function numericTerm(ports: readonly CalicoPort[], rule: CalicoRule, base: ProtocolTraffic): TrafficTerm | undefined {
  const ranges = ports.filter(isNumeric);
  if (ranges.length === 0) return undefined;
  const points = unionOfAll(
    transportsOf(rule.protocol).flatMap((protocol) => ranges.map(({ from, to }) => portRange(protocol, from, to))),
  );
  const texts = ranges.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`));
  return { type: 'points', points: intersection(points, base.points), text: `${base.text ?? 'port'} ${listed(texts)}` };
}

/** Destination ports of a list as terms; the traffic must lie in `base` as well. */
function portTerms(
  ports: readonly CalicoPort[],
  rule: CalicoRule,
  base: ProtocolTraffic,
  among: Selector | undefined,
): TrafficTerm[] {
  const numeric = numericTerm(ports, rule, base);
  const named = ports.flatMap((port): TrafficTerm[] => {
    if (isNumeric(port)) return [];
    const text = `${base.text === undefined ? '' : `${base.text} on `}the port named ${port.name}`;
    return [{ type: 'named', name: port.name, within: base.points, ...(among ? { among } : {}), text }];
  });
  return numeric ? [numeric, ...named] : named;
}

const TRANSPORT_NUMBERS: ReadonlySet<number | undefined> = new Set([6, 17, 132]);

/** The protocol alone: `TCP on any port`, `ICMP type 8`. */
function protocolTerms({ points, text }: ProtocolTraffic, { protocol }: CalicoRule): TrafficTerm[] {
  if (text === undefined) return [];
  return [{ type: 'points', points, text: TRANSPORT_NUMBERS.has(protocol) ? `${text} on any port` : text }];
}

/**
 * What a rule says of traffic toward its destination. A name means the ports of the endpoints that the positive selector
 * of that side selects (`among`), in `notPorts` as well.
 */
export function ruleTraffic(
  rule: CalicoRule,
  base: ProtocolTraffic,
  among: Selector | undefined,
): { readonly traffic: readonly TrafficTerm[]; readonly except?: readonly TrafficTerm[] } {
  const { ports, notPorts } = rule.destination;
  const traffic = ports.length > 0 ? portTerms(ports, rule, base, among) : protocolTerms(base, rule);
  if (notPorts.length === 0) return { traffic };
  return { traffic, except: portTerms(notPorts, rule, base, among) };
}
