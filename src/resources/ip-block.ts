// Reads an IPBlock (networking.k8s.io/v1) with the API server 1.36's rules about the spelling of CIDRs.
import { type Cidr, containsCidr, isIPv4Mapped, type ParsedCidr, parseCidr } from '../net/cidr.ts';
import { type Field, pathOf, readList, readString, rejectMissing, rejectValue } from './field.ts';
import { readMap } from './map-fields.ts';
import { quoteText } from './value-words.ts';

const IP_BLOCK = new Set(['cidr', 'except']);

/** Undefined where there is no usable `cidr`. An `except` that cannot be used is left out; the object is rejected then. */
export function readIPBlock(field: Field): { readonly cidr: Cidr; readonly except: readonly Cidr[] } | undefined {
  const fields = readMap(field, IP_BLOCK);
  if (!fields) return undefined;
  const cidrField = fields.get('cidr');
  const text = readString(cidrField);
  if (!cidrField || text === '') {
    rejectMissing(field, 'cidr', '', 'Write the addresses the block is about: `cidr: 10.0.0.0/8`.');
    return undefined;
  }
  const cidr = text === undefined ? undefined : readCidr(cidrField, text);
  const except: Cidr[] = [];
  for (const item of readList(fields.get('except'))) {
    const written = readString(item);
    const part = written === undefined ? undefined : readCidr(item, written);
    if (!cidr || !part) continue;
    if (containsCidr(cidr, part) && part.prefix > cidr.prefix) except.push(part);
    else rejectNotInside(item, written ?? '', cidr, part);
  }
  return cidr && { cidr, except };
}

function rejectNotInside(item: Field, text: string, cidr: Cidr, part: Cidr): void {
  const whole =
    part.text === cidr.text ? 'To select nothing, leave the whole peer out' : 'Except only addresses inside it';
  rejectValue(item, text, 'must be a strict subset of `cidr`', `${whole}: \`cidr\` is ${cidr.text}.`);
}

/**
 * The network that `text` spells. Only wrong spelling that has one meaning is read: host bits are cleared and zeros before
 * the prefix length dropped. The API server refuses these in new objects since 1.36 (`StrictIPCIDRValidation`) and keeps
 * stored ones. Leading zeros in an address (decimal or octal?) and IPv4-mapped IPv6 (which family?) are rejected.
 */
function readCidr(field: Field, text: string): Cidr | undefined {
  const parsed = parseCidr(text);
  if (!parsed) return readPaddedCidr(field, text);
  if (isIPv4Mapped(parsed.address)) {
    rejectValue(field, text, 'must not have an IPv4-mapped IPv6 address', 'Write the IPv4 network.');
    return undefined;
  }
  if (parsed.hostBits) {
    rejectIfNew(field, text, 'host-bits', 'must not have bits set beyond the prefix length', parsed.cidr);
  } else {
    warnOfSpelling(field, text, parsed);
  }
  return parsed.cidr;
}

function readPaddedCidr(field: Field, text: string): Cidr | undefined {
  const words = 'must not have leading 0s in IP or prefix length';
  const short = parseCidr(text.replace(/\/0+(?=\d)/, '/'));
  if (short && !isIPv4Mapped(short.address)) {
    rejectIfNew(field, text, 'leading-zeros', words, short.cidr);
    return short.cidr;
  }
  const stripped = parseCidr(text.replaceAll(/(?<![0-9a-fA-F])0+(?=[0-9a-fA-F])/g, ''));
  if (stripped) {
    rejectValue(field, text, words, `Write \`${stripped.cidr.text}\` if the numbers are decimal.`);
    return undefined;
  }
  const advice = adviceForText(text);
  rejectValue(field, text, 'must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)', advice);
  return undefined;
}

function adviceForText(text: string): string | undefined {
  if (text.includes('/')) return undefined;
  const single = parseCidr(`${text}/${text.includes(':') ? 128 : 32}`);
  return single && `Write \`${single.cidr.text}\` for the single address.`;
}

function rejectIfNew(field: Field, text: string, code: string, why: string, cidr: Cidr): void {
  const message = `${pathOf(field)}: Invalid value: ${quoteText(text)}: ${why}; it is read as ${cidr.text}, because objects that are stored already stay`;
  field.context.rejectIfNew({ span: field.value, code, message, advice: `Write \`${cidr.text}\`.` });
}

/** IPv4 has one spelling only; IPv6 may be written in capitals or with zeros that RFC 5952 drops. */
function warnOfSpelling(field: Field, text: string, { cidr }: ParsedCidr): void {
  if (text === cidr.text) return;
  const message = `${pathOf(field)}: IPv6 CIDR value ${quoteText(text)} should be in RFC 5952 canonical format (${quoteText(cidr.text)})`;
  field.context.warn({ span: field.value, code: 'address-spelling', message, advice: `Write \`${cidr.text}\`.` });
}
