// Decodes one object of a known kind.
import type { Diagnostic } from '../documents/diagnostic.ts';
import { entryOf, type MapValue } from '../documents/document-value.ts';
import { ALL_KINDS } from './all-kinds.ts';
import { DecodeContext } from './decode-context.ts';
import type { Field } from './field.ts';
import type { ListedObject } from './flatten-lists.ts';
import { readMap } from './map-fields.ts';
import { readMetadata } from './metadata.ts';
import type { Resource } from './resource.ts';
import type { ResourceKind } from './resource-kind.ts';

const TOP_FIELDS: ReadonlyMap<ResourceKind, ReadonlySet<string>> = new Map(
  ALL_KINDS.map((kind) => [kind, new Set(['apiVersion', 'kind', 'metadata', ...kind.topFields])]),
);

/** Name and namespace as far as they are strings, for messages and for objects that are not decoded. */
export function namesOf(map: MapValue): { readonly name: string; readonly namespace: string } {
  const metadata = entryOf(map, 'metadata')?.value;
  const text = (key: string): string => {
    const value = metadata?.kind === 'map' ? entryOf(metadata, key)?.value : undefined;
    return value?.kind === 'string' ? value.value : '';
  };
  return { name: text('name'), namespace: text('namespace') };
}

/** `NetworkPolicy dev-app/deny-all`; without a name, `NetworkPolicy`. */
export function labelOf(kind: string, names: { readonly name: string; readonly namespace: string }): string {
  if (names.name === '') return kind;
  return `${kind} ${names.namespace === '' ? '' : `${names.namespace}/`}${names.name}`;
}

/** The resource; undefined where the API server would reject the object, which the diagnostics say. */
export function decodeObject(
  file: string,
  { map, apiVersion }: ListedObject,
  kind: ResourceKind,
): { readonly resource: Resource | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const names = namesOf(map);
  const namespace = kind.namespaced ? names.namespace || 'default' : '';
  const context = new DecodeContext({
    file,
    kind: kind.kind,
    label: labelOf(kind.kind, { name: names.name, namespace }),
    consequence: kind.consequence,
    strict: kind.strict,
  });
  const root: Field = { context, parent: undefined, key: '', value: map, keySpan: undefined };
  const fields = readMap(root, TOP_FIELDS.get(kind) ?? 'open');
  if (!fields) return { resource: undefined, diagnostics: context.diagnostics };
  const found = readMetadata(fields, kind.namespaced, kind.namesAreLabels ?? false);
  const range = context.rangeOf(map);
  const nameRange = found ? context.rangeOf(found.nameField.value) : range;
  const meta = found?.meta ?? { name: '', namespace, namespaceGiven: false, labels: new Map(), owners: [] };
  const resource = kind.decode(fields, { apiVersion, meta, range, nameRange });
  return { resource: context.rejected || !found ? undefined : resource, diagnostics: context.diagnostics };
}
