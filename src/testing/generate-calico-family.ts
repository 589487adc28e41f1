// The same cluster under Calico with its address families swapped: what is said of IPv4 is said of IPv6, and the other way round.
import { formatAddress, parseAddress } from '../net/cidr.ts';

/** The IPv4 net in the place of each IPv6 net that generated clusters name. */
const ipv4Of: Readonly<Record<string, string>> = {
  '::/0': '0.0.0.0/0',
  'fd00::/8': '10.0.0.0/8',
  'fd00:10::1/128': '10.244.0.10/32',
  '2001:db8::/32': '203.0.113.0/24',
};

/** An IPv4 address becomes the first 32 bits of an IPv6 address, so that prefixes keep their length and what they contain. */
function ipv6Of(text: string): string {
  const [address = '', prefix] = text.split('/');
  const parsed = parseAddress(address);
  if (parsed?.family !== 4) throw new Error(`${text} is no IPv4 address`);
  const swapped = formatAddress({ family: 6, bits: parsed.bits << 96n });
  return prefix === undefined ? swapped : `${swapped}/${prefix}`;
}

function swapText(text: string): string {
  if (/^\d+\.\d+\.\d+\.\d+(\/\d+)?$/.test(text)) return ipv6Of(text);
  return ipv4Of[text] ?? (text === 'ICMP' ? 'ICMPv6' : text === 'IPv4' ? 'IPv6' : text);
}

/** A block of Kubernetes' policies over IPv6 stays what it is: its exceptions must stay inside. */
function isIPv6Block(key: string, value: object): boolean {
  return key === 'ipBlock' && 'cidr' in value && String(value.cidr).includes(':');
}

function swapPart(key: string, value: unknown): unknown {
  if (typeof value === 'string') return swapText(value);
  if (key === 'ipVersion') return value === 4 ? 6 : 4;
  if ((key === 'protocol' || key === 'notProtocol') && value === 1) return 58;
  if (Array.isArray(value)) return value.map((item) => swapPart('', item));
  if (value === null || typeof value !== 'object' || isIPv6Block(key, value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, swapPart(name, part)]));
}

/** `value` with the families of all its addresses, nets and ICMP swapped; any part of a generated cluster. */
export function swapFamilies<T>(value: T): T {
  return swapPart('', value) as T;
}
