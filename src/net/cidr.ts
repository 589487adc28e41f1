// IPv4 and IPv6 addresses and prefixes, read as Go's `net/netip` reads them.

export type Family = 4 | 6;

/** An address as a number: 32 bits for IPv4, 128 for IPv6. */
export interface Address {
  readonly family: Family;
  readonly bits: bigint;
}

/** A prefix with its host bits cleared. */
export interface Cidr {
  readonly family: Family;
  readonly bits: bigint;
  /** Length in bits: 0–32 or 0–128. */
  readonly prefix: number;
  /** Canonical text: `10.0.0.0/8`, `2001:db8::/32` (RFC 5952). */
  readonly text: string;
}

const widthOf = (family: Family): number => (family === 4 ? 32 : 128);

const DOT = 0x2e;
const ZERO = 0x30;

/** Four decimal bytes without leading zeros, or undefined. Read digit by digit: a cluster has very many addresses. */
function parseIPv4(text: string): bigint | undefined {
  if (text.length < 7 || text.length > 15) return undefined;
  let bits = 0;
  let dots = 0;
  let value = 0;
  let digits = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === DOT) {
      if (digits === 0 || dots === 3) return undefined;
      bits = bits * 256 + value;
      dots++;
      value = 0;
      digits = 0;
      continue;
    }
    const digit = code - ZERO;
    if (digit < 0 || digit > 9 || (digits === 1 && value === 0)) return undefined;
    value = value * 10 + digit;
    digits++;
    if (value > 255) return undefined;
  }
  if (dots !== 3 || digits === 0) return undefined;
  return BigInt(bits * 256 + value);
}

/** Groups of one side of `::` as 16-bit numbers; a trailing dotted quad counts as two groups. */
function parseGroups(text: string): number[] | undefined {
  if (text === '') return [];
  const parts = text.split(':');
  const groups: number[] = [];
  for (const [position, part] of parts.entries()) {
    if (part.includes('.') && position === parts.length - 1) {
      const quad = parseIPv4(part);
      if (quad === undefined) return undefined;
      groups.push(Number(quad >> 16n), Number(quad & 0xffffn));
    } else if (/^[0-9a-fA-F]{1,4}$/.test(part)) {
      groups.push(Number.parseInt(part, 16));
    } else {
      return undefined;
    }
  }
  return groups;
}

function parseIPv6(text: string): bigint | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const head = parseGroups(halves[0] ?? '');
  const tail = halves.length === 2 ? parseGroups(halves[1] ?? '') : [];
  if (!head || !tail) return undefined;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...head, ...new Array<number>(Math.max(0, missing)).fill(0), ...tail];
  return groups.reduce((bits, group) => (bits << 16n) | BigInt(group), 0n);
}

/** The address `text` spells, or undefined. Zones (`%eth0`) and leading zeros are refused; IPv4-mapped IPv6 stays IPv6. */
export function parseAddress(text: string): Address | undefined {
  const bits4 = parseIPv4(text);
  if (bits4 !== undefined) return { family: 4, bits: bits4 };
  if (!text.includes(':')) return undefined;
  const bits6 = parseIPv6(text);
  return bits6 === undefined ? undefined : { family: 6, bits: bits6 };
}

/** Whether an IPv6 address lies in `::ffff:0:0/96`. */
export function isIPv4Mapped(address: Address): boolean {
  return address.family === 6 && address.bits >> 32n === 0xffffn;
}

function formatIPv6(bits: bigint): string {
  const groups = Array.from({ length: 8 }, (_, i) => Number((bits >> BigInt(112 - 16 * i)) & 0xffffn));
  // RFC 5952: the first longest run of two or more zero groups becomes `::`.
  let best = { start: -1, length: 1 };
  for (let start = 0; start < 8; start++) {
    let length = 0;
    while (start + length < 8 && groups[start + length] === 0) length++;
    if (length > best.length) best = { start, length };
    start += length;
  }
  const hex = (part: readonly number[]): string => part.map((group) => group.toString(16)).join(':');
  if (best.start < 0) return hex(groups);
  return `${hex(groups.slice(0, best.start))}::${hex(groups.slice(best.start + best.length))}`;
}

/** Canonical text of an address. */
export function formatAddress(address: Address): string {
  if (address.family === 6) return formatIPv6(address.bits);
  return [24n, 16n, 8n, 0n].map((shift) => String((address.bits >> shift) & 0xffn)).join('.');
}

/** The network of `address` with a prefix of `prefix` bits. */
export function cidrOf(address: Address, prefix: number): Cidr {
  const hostBits = BigInt(widthOf(address.family) - prefix);
  const bits = (address.bits >> hostBits) << hostBits;
  const text = `${formatAddress({ family: address.family, bits })}/${prefix}`;
  return { family: address.family, bits, prefix, text };
}

/** The network of one address alone. */
export const cidrOfAddress = (address: Address): Cidr => cidrOf(address, widthOf(address.family));

export interface ParsedCidr {
  readonly cidr: Cidr;
  /** True where the text had bits set behind the prefix (`10.0.0.1/8`), which are cleared in `cidr`. */
  readonly hostBits: boolean;
  readonly address: Address;
}

/** The prefix `text` spells (`10.0.0.0/8`), or undefined. */
export function parseCidr(text: string): ParsedCidr | undefined {
  const slash = text.indexOf('/');
  if (slash < 0) return undefined;
  const address = parseAddress(text.slice(0, slash));
  const length = text.slice(slash + 1);
  if (!address || !/^(0|[1-9]\d{0,2})$/.test(length)) return undefined;
  const prefix = Number(length);
  if (prefix > widthOf(address.family)) return undefined;
  const cidr = cidrOf(address, prefix);
  return { cidr, hostBits: cidr.bits !== address.bits, address };
}

/** The network that `text` spells, or the address that it is; host bits are cleared. */
export function parseAddresses(text: string): Cidr | undefined {
  const address = parseAddress(text);
  return address ? cidrOfAddress(address) : parseCidr(text)?.cidr;
}

/** Whether `outer` holds every address of `inner`. */
export function containsCidr(outer: Cidr, inner: Cidr): boolean {
  if (outer.family !== inner.family || outer.prefix > inner.prefix) return false;
  const shift = BigInt(widthOf(outer.family) - outer.prefix);
  return outer.bits >> shift === inner.bits >> shift;
}

/** Whether `cidr` holds `address`. */
export function containsAddress(cidr: Cidr, address: Address): boolean {
  if (cidr.family !== address.family) return false;
  const shift = BigInt(widthOf(cidr.family) - cidr.prefix);
  return cidr.bits >> shift === address.bits >> shift;
}

/** Prefixes are nested or apart: they overlap exactly when one contains the other. */
export function overlaps(a: Cidr, b: Cidr): boolean {
  return containsCidr(a, b) || containsCidr(b, a);
}

/** Orders by family, then address, then the shorter prefix first, so that a prefix stands before what it contains. */
export function compareCidrs(a: Cidr, b: Cidr): number {
  if (a.family !== b.family) return a.family - b.family;
  if (a.bits !== b.bits) return a.bits < b.bits ? -1 : 1;
  return a.prefix - b.prefix;
}
