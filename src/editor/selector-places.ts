// Finds the selectors of NetworkPolicies in documents being edited, and reads them tolerantly: hints must not wait for a valid manifest.
import {
  type DocumentValue,
  entryOf,
  type MapEntry,
  type MapValue,
  type SourceDocument,
  type Span,
} from '../documents/document-value.ts';

export interface SelectorRequirement {
  readonly key: string;
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
  readonly values: readonly string[];
}

export interface SelectorPlace {
  /** `subject`: whom the policy applies to; `pods`, `namespaces`: the selectors of a peer. */
  readonly role: 'subject' | 'pods' | 'namespaces';
  readonly policy: { readonly namespace: string; readonly name: string };
  readonly keySpan: Span;
  /** Where the selector's last value ends. */
  readonly end: number;
  readonly requirements: readonly SelectorRequirement[];
  /** Of a peer's `pods`: what the namespaceSelector beside it requires; undefined: the policy's own namespace. */
  readonly namespaces: readonly SelectorRequirement[] | undefined;
  /** Of a peer's `namespaces`: whether a podSelector beside it narrows it further. */
  readonly narrowed: boolean;
}

type Policy = SelectorPlace['policy'];

/** All selectors that can be read, in the order of the text. A selector with an error in it is left out. */
export function selectorPlaces(documents: readonly SourceDocument[]): SelectorPlace[] {
  const places: SelectorPlace[] = [];
  for (const object of objectsOf(documents)) {
    if (textAt(object, 'kind') !== 'NetworkPolicy') continue;
    const meta = mapAt(object, 'metadata');
    const spec = mapAt(object, 'spec');
    if (!spec) continue;
    const policy = {
      namespace: (meta && textAt(meta, 'namespace')) || 'default',
      name: (meta && textAt(meta, 'name')) ?? '',
    };
    addPlace(places, {
      role: 'subject',
      policy,
      entry: entryOf(spec, 'podSelector'),
      namespaces: undefined,
      narrowed: false,
    });
    for (const peer of peersOf(spec)) addPeer(places, policy, peer);
  }
  return places.sort((a, b) => a.keySpan.start - b.keySpan.start);
}

function addPeer(places: SelectorPlace[], policy: Policy, peer: MapValue): void {
  const pods = presentEntry(peer, 'podSelector');
  const spaces = presentEntry(peer, 'namespaceSelector');
  const required = spaces && requirementsOf(spaces.value);
  const narrowed = pods !== undefined;
  addPlace(places, { role: 'namespaces', policy, entry: spaces, namespaces: undefined, narrowed });
  if (spaces && !required) return;
  addPlace(places, { role: 'pods', policy, entry: pods, namespaces: required, narrowed: false });
}

function addPlace(
  places: SelectorPlace[],
  {
    entry,
    ...place
  }: Pick<SelectorPlace, 'role' | 'policy' | 'namespaces' | 'narrowed'> & { entry: MapEntry | undefined },
): void {
  const requirements = entry && requirementsOf(entry.value);
  if (!entry || !requirements) return;
  places.push({ ...place, keySpan: entry.keySpan, end: writtenEnd(entry), requirements });
}

/** The objects of the documents, those within a List included. */
function* objectsOf(documents: readonly SourceDocument[]): Iterable<MapValue> {
  for (const { root } of documents) {
    if (root.kind !== 'map') continue;
    yield root;
    for (const item of itemsAt(root, 'items')) if (item.kind === 'map') yield item;
  }
}

function* peersOf(spec: MapValue): Iterable<MapValue> {
  for (const [direction, field] of [
    ['ingress', 'from'],
    ['egress', 'to'],
  ] as const) {
    for (const rule of itemsAt(spec, direction)) {
      if (rule.kind !== 'map') continue;
      for (const peer of itemsAt(rule, field)) if (peer.kind === 'map') yield peer;
    }
  }
}

/** Kubernetes API, LabelSelector: matchLabels and matchExpressions must all hold. Undefined where something is not readable. */
function requirementsOf(selector: DocumentValue): SelectorRequirement[] | undefined {
  if (selector.kind === 'null') return [];
  if (selector.kind !== 'map') return undefined;
  const requirements: SelectorRequirement[] = [];
  const labels = entryOf(selector, 'matchLabels')?.value;
  for (const { key, value } of labels?.kind === 'map' ? labels.entries : []) {
    const text = value.kind === 'null' ? '' : textOf(value);
    if (text === undefined) return undefined;
    requirements.push({ key, operator: 'In', values: [text] });
  }
  for (const item of itemsAt(selector, 'matchExpressions')) {
    const requirement = item.kind === 'map' ? expressionOf(item) : undefined;
    if (!requirement) return undefined;
    requirements.push(requirement);
  }
  return requirements;
}

function expressionOf(item: MapValue): SelectorRequirement | undefined {
  const key = textAt(item, 'key');
  const operator = textAt(item, 'operator');
  const values = itemsAt(item, 'values').map(textOf);
  if (!key || values.includes(undefined)) return undefined;
  if (operator !== 'In' && operator !== 'NotIn' && operator !== 'Exists' && operator !== 'DoesNotExist')
    return undefined;
  return { key, operator, values: values.filter((value) => value !== undefined) };
}

/** Where the last value written under `entry` ends; an alias counts as where it stands. */
function writtenEnd(entry: MapEntry): number {
  let value = entry.value;
  for (;;) {
    const last: DocumentValue | undefined =
      value.kind === 'map' ? value.entries.at(-1)?.value : value.kind === 'list' ? value.items.at(-1) : undefined;
    if (!last || last.end < entry.keySpan.end) break;
    value = last;
  }
  return Math.max(value.end, entry.keySpan.end);
}

function presentEntry(map: MapValue, key: string): MapEntry | undefined {
  const entry = entryOf(map, key);
  return entry && entry.value.kind !== 'null' ? entry : undefined;
}

function mapAt(map: MapValue, key: string): MapValue | undefined {
  const value = entryOf(map, key)?.value;
  return value?.kind === 'map' ? value : undefined;
}

function itemsAt(map: MapValue, key: string): readonly DocumentValue[] {
  const value = entryOf(map, key)?.value;
  return value?.kind === 'list' ? value.items : [];
}

function textAt(map: MapValue, key: string): string | undefined {
  const value = entryOf(map, key)?.value;
  return value && textOf(value);
}

function textOf(value: DocumentValue): string | undefined {
  return value.kind === 'string' ? value.value : undefined;
}
