// How the ends of flows are named in a query: `shop/web`, `shop/*`, `internet`, `10.0.0.0/8`, `set:partners`, `label:app=web`.
import type { PartyPattern } from '../engine/flow-terms.ts';

/** An address, or a range of addresses: digits and dots, or colons; what is wrong with it is found out next. */
const LOOKS_LIKE_ADDRESS = /^(\d{1,3}(\.\d{1,3}){1,3}|[\da-f]*:[\da-f:.]*:[\da-f:.]*|::)(\/\d*)?$/i;

function isAddress(text: string): boolean {
  const [address = '', prefix] = text.split('/');
  const isV6 = address.includes(':');
  if (prefix !== undefined && (!/^\d{1,3}$/.test(prefix) || Number(prefix) > (isV6 ? 128 : 32))) return false;
  if (isV6) return address.split(':').every((group) => group.length <= 4) && address.split('::').length <= 2;
  const parts = address.split('.');
  return parts.length === 4 && parts.every((part) => part.length > 0 && Number(part) <= 255);
}

/** `app=web`, `app`. */
export function parseLabel(text: string): PartyPattern | string {
  const [key = '', ...rest] = text.split('=');
  if (key === '') return 'A label has a key: `label:app=web`';
  return rest.length === 0 ? { by: 'label', key } : { by: 'label', key, value: rest.join('=') };
}

/** One way to name an end, or what is wrong with it. */
export function parseParty(text: string): PartyPattern | string {
  const [, prefix, rest = ''] = /^(ns|set|host|label):(.*)$/i.exec(text) ?? [];
  if (prefix !== undefined && rest === '') return `\`${prefix}:\` wants a name`;
  switch (prefix?.toLowerCase()) {
    case 'ns':
      return { by: 'namespace', name: rest };
    case 'set':
      return { by: 'set', name: rest };
    case 'host':
      return { by: 'host', name: rest };
    case 'label':
      return parseLabel(rest);
  }
  if (text.toLowerCase() === 'internet') return { by: 'internet' };
  if (LOOKS_LIKE_ADDRESS.test(text)) {
    return isAddress(text) ? { by: 'address', text } : `\`${text}\` is no address and no range of addresses`;
  }
  const parts = text.split('/').map((part) => (part === '' ? '*' : part));
  const [first = '*', second = '*', third] = parts;
  if (parts.length > 3) return `\`${text}\` has too many parts: \`namespace/name\` or \`namespace/Kind/name\``;
  if (third !== undefined) return { by: 'name', namespace: first, kind: second, name: third };
  return parts.length === 2 ? { by: 'name', namespace: first, name: second } : { by: 'name', name: first };
}
