// Turns what Kubernetes writes in a rule (peers, ports, blocks of addresses) into what Calico writes, as quick fixes.
import type { QuickFix } from '../documents/diagnostic.ts';
import { type DocumentValue, entryOf } from '../documents/document-value.ts';
import type { Field } from './field.ts';
import { entryEdit, fixOf, hasEntry, isJson, replaceEntry } from './quick-fixes.ts';
import { selectorExpression } from './selector-expression.ts';

const NONE: readonly QuickFix[] = [];

function quotedList(items: readonly string[]): string {
  return `[${items.map((item) => JSON.stringify(item)).join(', ')}]`;
}

/** `ports: [{port: 80}]` of a rule becomes `protocol` and `destination.ports`, where all ports are of one protocol. */
export function movePorts(field: Field): readonly QuickFix[] {
  const { parent: rule, value } = field;
  if (value.kind !== 'list' || hasEntry(rule, 'destination') || hasEntry(rule, 'protocol')) return NONE;
  const ports = value.items.map(portOf);
  const [protocol, second] = new Set(value.items.map(protocolOf));
  if (protocol === undefined || second !== undefined || ports.some((port) => port === undefined)) return NONE;
  const key = isJson(field) ? '"ports"' : 'ports';
  const destination = `{ ${key}: [${ports.join(', ')}] }`;
  const edit = replaceEntry(field, [
    ['protocol', isJson(field) ? `"${protocol}"` : protocol],
    ['destination', destination],
  ]);
  return fixOf('Move the ports to `destination`', edit);
}

/** One port as Calico writes it. */
function portOf(item: DocumentValue): string | undefined {
  const port = item.kind === 'map' ? entryOf(item, 'port')?.value : item;
  const end = item.kind === 'map' ? entryOf(item, 'endPort')?.value : undefined;
  if (port?.kind === 'string') return JSON.stringify(port.value);
  if (port?.kind !== 'int') return undefined;
  return end?.kind === 'int' ? `"${Number(port.value)}:${Number(end.value)}"` : String(port.value);
}

function protocolOf(item: DocumentValue): string {
  const protocol = item.kind === 'map' ? entryOf(item, 'protocol')?.value : undefined;
  return protocol?.kind === 'string' ? protocol.value : 'TCP';
}

/** `ipBlock: {cidr, except}` becomes `nets` and `notNets`. */
export function netsOfBlock(field: Field): readonly QuickFix[] {
  const block = readBlock(field.value);
  if (!block || hasEntry(field.parent, 'nets') || hasEntry(field.parent, 'notNets')) return NONE;
  const nets: readonly [string, string] = ['nets', quotedList([block.cidr])];
  if (block.except.length === 0) return fixOf('Write `nets`', replaceEntry(field, [nets]));
  return fixOf('Write `nets` and `notNets`', replaceEntry(field, [nets, ['notNets', quotedList(block.except)]]));
}

function readBlock(value: DocumentValue): { readonly cidr: string; readonly except: readonly string[] } | undefined {
  const cidr = value.kind === 'map' ? entryOf(value, 'cidr')?.value : undefined;
  const except = value.kind === 'map' ? entryOf(value, 'except')?.value : undefined;
  if (cidr?.kind !== 'string') return undefined;
  if (!except || except.kind === 'null') return { cidr: cidr.value, except: [] };
  const items =
    except.kind === 'list' ? except.items.map((item) => (item.kind === 'string' ? item.value : undefined)) : [];
  return items.length > 0 && items.every((item) => item !== undefined)
    ? { cidr: cidr.value, except: items }
    : undefined;
}

/** `from` or `to` with one peer becomes `source` or `destination`. */
export function sideOfPeers(field: Field, side: 'source' | 'destination'): readonly QuickFix[] {
  if (field.value.kind !== 'list' || hasEntry(field.parent, side)) return NONE;
  const [peer, second] = field.value.items;
  if (peer?.kind !== 'map' || second) return NONE;
  const parts = peer.entries.map(({ key, value }) => conditionsOf(key, value));
  if (parts.length === 0 || !parts.every((part) => part !== undefined)) return NONE;
  const quote = isJson(field) ? '"' : '';
  const body = parts.flat().map(([name, value]) => `${quote}${name}${quote}: ${value}`);
  return fixOf(`Write \`${side}\``, entryEdit(field, side, { code: `{ ${body.join(', ')} }` }));
}

function conditionsOf(key: string, value: DocumentValue): readonly (readonly [string, string])[] | undefined {
  if (key === 'ipBlock') {
    const block = readBlock(value);
    if (!block) return undefined;
    const nets: readonly [string, string] = ['nets', quotedList([block.cidr])];
    return block.except.length === 0 ? [nets] : [nets, ['notNets', quotedList(block.except)]];
  }
  const expression = selectorExpression(value);
  if (expression === undefined) return undefined;
  if (key === 'podSelector') return [['selector', JSON.stringify(expression)]];
  return key === 'namespaceSelector' ? [['namespaceSelector', JSON.stringify(expression)]] : undefined;
}
