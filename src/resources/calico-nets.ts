// Reads the addresses that Calico objects name, as Go's `net.ParseCIDR` and `net.ParseIP` do.
import {
  type Address,
  type Cidr,
  cidrOf,
  cidrOfAddress,
  isIPv4Mapped,
  type ParsedCidr,
  parseAddress,
  parseCidr,
} from '../net/cidr.ts';
import { type Field, readList, readString, rejectAt, rejectValue } from './field.ts';
import { replaceValue } from './quick-fixes.ts';
import { quoteText } from './value-words.ts';

/** A prefix with its place. */
export interface NetField {
  readonly item: Field;
  readonly cidr: Cidr;
}

/** Go takes zeros before the length (`/08`), and reads an IPv4 address written as IPv6 as IPv4. */
function parseGoCidr(text: string): ParsedCidr | undefined {
  const parsed = parseCidr(text.replace(/\/0+(?=\d)/, '/'));
  if (!parsed || !isIPv4Mapped(parsed.address) || parsed.cidr.prefix < 96) return parsed;
  const address = asIPv4(parsed.address);
  const cidr = cidrOf(address, parsed.cidr.prefix - 96);
  return { cidr, address, hostBits: cidr.bits !== address.bits };
}

const asIPv4 = ({ bits }: Address): Address => ({ family: 4, bits: bits & 0xffffffffn });

function parseGoAddress(text: string): Address | undefined {
  const address = parseAddress(text);
  return address && isIPv4Mapped(address) ? asIPv4(address) : address;
}

/** The prefix of a single address. */
function singleOf(text: string): Cidr | undefined {
  const address = parseGoAddress(text);
  return address && cidrOfAddress(address);
}

/** `nets` or `notNets` of a rule: prefixes without bits behind their length. Wrong ones are reported and left out. */
export function readRuleNets(field: Field | undefined): readonly NetField[] {
  return readList(field).flatMap((item) => {
    const text = readString(item);
    if (text === undefined) return [];
    const parsed = parseGoCidr(text);
    if (!parsed) rejectCidr(item, text);
    else if (parsed.hostBits) rejectHostBits(item, text, parsed);
    else return { item, cidr: parsed.cidr };
    return [];
  });
}

/** Prefixes or single addresses; bits behind the length are dropped, as Calico does for network sets. */
export function readNets(field: Field | undefined): readonly Cidr[] {
  return readList(field).flatMap((item) => readNet(item) ?? []);
}

export function readNet(field: Field | undefined, hostBits: 'dropped' | 'refused' = 'dropped'): Cidr | undefined {
  const text = readString(field);
  if (!field || text === undefined) return undefined;
  const parsed = parseGoCidr(text);
  const cidr = parsed?.cidr ?? singleOf(text);
  if (!cidr) rejectCidr(field, text);
  else if (parsed?.hostBits && hostBits === 'refused') rejectHostBits(field, text, parsed);
  return cidr;
}

/** Addresses without a prefix length. */
export function readGoAddresses(field: Field | undefined): readonly Address[] {
  return readList(field).flatMap((item) => {
    const text = readString(item);
    const address = text === undefined ? undefined : parseGoAddress(text);
    if (text !== undefined && !address) rejectAddress(item, text);
    return address ?? [];
  });
}

function rejectAddress(item: Field, text: string): void {
  const alone = text.slice(0, Math.max(0, text.indexOf('/')));
  const isNet = parseGoAddress(alone) !== undefined;
  const advice = isNet
    ? `Write the address without its prefix length: \`${alone}\`.`
    : 'Write an address such as `10.9.8.7` or `2001:db8::1`.';
  const why = `must be a valid IP address${isNet ? ', not a CIDR' : ''}`;
  const fixes = isNet ? [replaceValue(item, alone)] : [];
  rejectAt(item, `Invalid value: ${quoteText(text)}: ${why}`, { advice, fixes });
}

function rejectCidr(item: Field, text: string): void {
  const single = singleOf(text);
  if (single) {
    const details = {
      advice: `Write \`${single.text}\` for the single address.`,
      fixes: [replaceValue(item, single.text)],
    };
    rejectAt(item, `Invalid value: ${quoteText(text)}: invalid CIDR: it lacks a prefix length`, details);
    return;
  }
  const isName = /[a-z]/i.test(text) && text.includes('.') && !text.includes(':');
  const advice = isName
    ? 'Write addresses: packets carry no names.'
    : 'Write a prefix such as `10.9.8.0/24` or `2001:db8::/64`.';
  rejectValue(item, text, 'invalid CIDR', advice);
}

function rejectHostBits(item: Field, text: string, { cidr, address }: ParsedCidr): void {
  const single = cidrOfAddress(address).text;
  rejectAt(item, `Invalid value: ${quoteText(text)}: invalid CIDR: bits are set beyond the prefix length`, {
    code: 'host-bits',
    advice: `Write \`${cidr.text}\` for the network, or \`${single}\` for the single address.`,
    fixes: [replaceValue(item, cidr.text), replaceValue(item, single)],
  });
}
