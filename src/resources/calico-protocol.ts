// Reads a protocol of a Calico rule: one of six names, or a number.
import { type Field, rejectAt, rejectType, rejectValue } from './field.ts';
import { replaceValue } from './quick-fixes.ts';
import { quoteText } from './value-words.ts';

/** Calico API, Rule: names in exactly this case, with their IANA numbers. */
const PROTOCOLS: ReadonlyMap<string, number> = new Map([
  ['TCP', 6],
  ['UDP', 17],
  ['ICMP', 1],
  ['ICMPv6', 58],
  ['SCTP', 132],
  ['UDPLite', 136],
]);
const NAMES = [...PROTOCOLS.keys()].map((name) => `\`${name}\``).join(', ');
const MAX_PROTOCOL = 255;

export const TCP = 6;
export const ICMP = 1;
export const ICMP_V6 = 58;
/** Protocols that have ports as far as Calico is concerned. */
export const WITH_PORTS: ReadonlySet<number> = new Set([TCP, 17, 132]);

/** The IANA number; undefined where absent or wrong (which is reported). A text of digits is a number. */
export function readCalicoProtocol(field: Field | undefined): number | undefined {
  if (!field) return undefined;
  const { value } = field;
  if (value.kind === 'int') return numberOf(field, Number(value.value), value.text);
  if (value.kind !== 'string') {
    rejectType(field, 'a protocol', `Write one of ${NAMES}, or a number from 1 to 255.`);
    return undefined;
  }
  const text = value.value;
  if (/^\d+$/.test(text) && Number(text) <= MAX_PROTOCOL) return numberOf(field, Number(text), text);
  const known = PROTOCOLS.get(text);
  if (known !== undefined) return known;
  const meant = [...PROTOCOLS.keys()].find((name) => name.toLowerCase() === text.trim().toLowerCase());
  if (meant !== undefined && field.context.object.raw && text === text.toLowerCase()) return PROTOCOLS.get(meant);
  rejectName(field, text, meant);
  return undefined;
}

function numberOf(field: Field, number: number, text: string): number | undefined {
  if (number >= 1 && number <= MAX_PROTOCOL) return number;
  if (number === 0) {
    rejectValue(
      field,
      0,
      'protocol number invalid',
      'Write a number from 1 to 255, or leave it out for every protocol.',
    );
  } else {
    const message = `\`${text}\` does not fit into 8 bits (uint8): protocol number invalid`;
    rejectAt(field, message, { code: 'wrong-type', advice: 'Write a number from 1 to 255.' });
  }
  return undefined;
}

function rejectName(field: Field, text: string, meant: string | undefined): void {
  const carried = /^(https?|grpc|dns)$/i.test(text) ? 'Write the protocol that carries it: `TCP` or `UDP`.' : undefined;
  const any = /^(any|all|\*)$/i.test(text) ? 'Leave `protocol` out to mean every protocol.' : undefined;
  const advice = meant
    ? `Write \`${meant}\`.`
    : (carried ?? any ?? `Write one of ${NAMES}, or a number from 1 to 255.`);
  const fixes = meant ? [replaceValue(field, meant)] : [];
  rejectAt(field, `Invalid value: ${quoteText(text)}: protocol name invalid`, { advice, fixes });
}
