// Reads addresses that the cluster reports (pod, host, node and Service addresses), in canonical spelling.
import { formatAddress, parseAddress } from '../net/cidr.ts';
import { type Field, readString, rejectValue } from './field.ts';

/** The canonical spelling; undefined where the text is no address. */
export function canonicalAddress(text: string): string | undefined {
  const address = parseAddress(text);
  // IPv4 has one spelling only.
  return address && (address.family === 4 ? text : formatAddress(address));
}

/** The addresses that `fields` hold, canonical, without empty ones and duplicates; what is no address is reported. */
export function readAddresses(fields: readonly (Field | undefined)[]): readonly string[] {
  const found = new Set<string>();
  for (const field of fields) {
    const text = readString(field);
    if (!field || !text || found.has(text)) continue;
    const address = canonicalAddress(text);
    if (address !== undefined) found.add(address);
    else rejectValue(field, text, 'must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)');
  }
  return [...found];
}
