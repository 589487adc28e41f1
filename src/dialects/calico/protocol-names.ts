// Protocols by their IANA numbers, as a sentence names them.
import { PROTOCOLS, type TransportProtocol } from '../../net/connection-set.ts';

export const ICMP = 1;
export const ICMPV6 = 58;

const NAMES: ReadonlyMap<number, string> = new Map([
  [ICMP, 'ICMP'],
  [6, 'TCP'],
  [17, 'UDP'],
  [ICMPV6, 'ICMPv6'],
  [132, 'SCTP'],
  [136, 'UDPLite'],
]);

/** `TCP`, or `protocol 47` for one without a name. */
export function protocolName(number: number): string {
  return NAMES.get(number) ?? `protocol ${number}`;
}

/** The protocols with ports that a rule about `number` can mean; undefined: about all. */
export function transportsOf(number: number | undefined): readonly TransportProtocol[] {
  if (number === undefined) return PROTOCOLS;
  const name = NAMES.get(number);
  return PROTOCOLS.filter((protocol) => protocol === name);
}
