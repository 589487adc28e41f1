// Parts of a manifest in a few words, for sentences about what changed.
import type { DocumentValue, MapValue } from '../../documents/document-value.ts';
import { itemsAt, mapAt, textAt } from '../../documents/value-parts.ts';
import { cutText } from '../../resources/value-words.ts';

/** Items of a list that a sentence names. */
const MOST_ITEMS = 4;

export function scalarText(value: DocumentValue | undefined): string | undefined {
  if (value === undefined || value.kind === 'map' || value.kind === 'list') return undefined;
  return value.kind === 'null' ? 'nothing' : cutText(String(value.value));
}

function listed(texts: readonly string[]): string {
  const shown = texts.slice(0, MOST_ITEMS).join(', ');
  return texts.length > MOST_ITEMS ? `${shown} and ${texts.length - MOST_ITEMS} more` : shown;
}

const isMap = (value: DocumentValue): value is MapValue => value.kind === 'map';

/** `tier in (a, b)`, `has app`; of an item of `matchExpressions`. */
export function expressionWords(expression: DocumentValue): string {
  if (!isMap(expression)) return valueWords(expression);
  const key = textAt(expression, 'key') ?? '';
  const values = itemsAt(expression, 'values').flatMap((value) => scalarText(value) ?? []);
  switch (textAt(expression, 'operator')) {
    case 'Exists':
      return `has ${cutText(key)}`;
    case 'DoesNotExist':
      return `has no ${cutText(key)}`;
    case 'NotIn':
      return `${cutText(key)} not in (${listed(values)})`;
    default:
      return `${cutText(key)} in (${listed(values)})`;
  }
}

/** `app=web, tier in (a, b)`; `everything` for a selector without conditions. */
export function selectorWords(selector: MapValue): string {
  const labels = (mapAt(selector, 'matchLabels')?.entries ?? []).map(
    ({ key, value }) => `${cutText(key)}=${scalarText(value) ?? ''}`,
  );
  const expressions = itemsAt(selector, 'matchExpressions').map(expressionWords);
  const all = [...labels, ...expressions];
  return all.length === 0 ? 'everything' : listed(all);
}

/** `TCP 443`, `UDP 8000-8080`, `http`, of an item of `ports` of any kind of policy, container or service, or of `protocols`. */
export function portWords(value: DocumentValue): string {
  const text = scalarText(value);
  if (text !== undefined) return text;
  if (!isMap(value)) return 'ports';
  const transport = ['tcp', 'udp', 'sctp'].find((name) => mapAt(value, name));
  const outer = (transport && mapAt(mapAt(value, transport), 'destinationPort')) || value;
  const inner = mapAt(outer, 'portNumber') ?? mapAt(outer, 'portRange') ?? mapAt(outer, 'range') ?? outer;
  const part = (name: string): string | undefined => scalarText(inner.entries.find(({ key }) => key === name)?.value);
  const port = part('port') ?? part('containerPort') ?? part('number') ?? part('start') ?? part('name');
  const last = part('endPort') ?? part('end');
  const protocol = transport?.toUpperCase() ?? textAt(value, 'protocol') ?? textAt(inner, 'protocol') ?? 'TCP';
  const range = last === undefined ? port : `${port}-${last}`;
  return `${cutText(protocol)} ${range ?? 'all ports'}`;
}

/** `pods with app=web in namespaces with team=a`, `10.0.0.0/8`; of an item of `from` or `to`. */
export function peerWords(value: DocumentValue): string {
  if (!isMap(value)) return scalarText(value) ?? 'peer';
  const block = mapAt(value, 'ipBlock');
  if (block) return cutText(textAt(block, 'cidr') ?? 'addresses');
  const networks = itemsAt(value, 'networks').flatMap((one) => scalarText(one) ?? []);
  if (networks.length > 0) return listed(networks);
  const inner = mapAt(value, 'pods') ?? value;
  const [pods, namespaces] = [
    mapAt(inner, 'podSelector'),
    mapAt(inner, 'namespaceSelector') ?? mapAt(value, 'namespaces'),
  ];
  const who = (what: string, selector: MapValue): string =>
    selectorWords(selector) === 'everything' ? `all ${what}` : `${what} with ${selectorWords(selector)}`;
  if (pods && namespaces) return `${who('pods', pods)} in ${who('namespaces', namespaces)}`;
  if (pods) return who('pods', pods);
  return namespaces ? who('namespaces', namespaces) : valueWords(value);
}

/** Scalars as they are; of maps and lists what is in them. */
export function valueWords(value: DocumentValue): string {
  const text = scalarText(value);
  if (text !== undefined) return text;
  if (value.kind === 'list') return value.items.length === 0 ? 'nothing' : listed(value.items.map(valueWords));
  if (!isMap(value)) return '';
  const isSelector = value.entries.some(({ key }) => key === 'matchLabels' || key === 'matchExpressions');
  if (isSelector) return selectorWords(value);
  const parts = value.entries.flatMap(({ key, value: own }) => {
    const scalar = scalarText(own);
    return scalar === undefined ? [cutText(key)] : [`${cutText(key)}=${scalar}`];
  });
  return parts.length === 0 ? 'everything' : listed(parts);
}

/** A thing of a list that has a name, by it. */
export function nameWords(value: DocumentValue): string {
  return (
    (isMap(value) ? scalarText(value.entries.find(({ key }) => key === 'name')?.value) : undefined) ?? valueWords(value)
  );
}
