// Decodes one object of a known kind.
import type { Diagnostic } from '../documents/diagnostic.ts';
import { entryOf, type MapValue, type SourceDocument } from '../documents/document-value.ts';
import { ALL_KINDS } from './all-kinds.ts';
import { DecodeContext } from './decode-context.ts';
import type { Field } from './field.ts';
import type { ListedObject } from './flatten-lists.ts';
import { type MapFields, readMap } from './map-fields.ts';
import { readMetadata } from './metadata.ts';
import { replaceValue } from './quick-fixes.ts';
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

/** Calico's storage form reaches Felix without the defaults and most of the checks of the API. */
function warnOfRawApi(fields: MapFields, apiVersion: string, kind: ResourceKind): void {
  const served = kind.apiVersions[0] ?? '';
  const field = fields.get('apiVersion');
  fields.field.context.warn({
    span: field?.value ?? fields.get('kind')?.value ?? fields.field.value,
    code: 'raw-crd-api',
    message: `\`${apiVersion}\` is how Calico stores its objects: kubectl writes it past Calico's checks and defaults, so a policy without \`types\` governs both directions`,
    advice: `Write \`apiVersion: ${served}\`.`,
    fixes: field ? [replaceValue(field, served)] : [],
  });
}

/** The resource; undefined where the API server or Calico would reject the object, which the diagnostics say. */
export function decodeObject(
  { file, text }: Pick<SourceDocument, 'file' | 'text'>,
  { map, apiVersion }: ListedObject,
  kind: ResourceKind,
): { readonly resource: Resource | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const names = namesOf(map);
  const namespace = kind.namespaced ? names.namespace || 'default' : '';
  const manifestKind = kind.manifestKind ?? kind.kind;
  const context = new DecodeContext({
    file,
    text,
    kind: manifestKind,
    label: labelOf(manifestKind, { name: names.name, namespace }),
    consequence: kind.consequence,
    strict: kind.strict,
    judge: kind.judge ?? 'the API server',
    raw: kind.rawVersions?.includes(apiVersion) ?? false,
  });
  const root: Field = { context, parent: undefined, key: '', value: map, keySpan: undefined };
  const fields = readMap(root, TOP_FIELDS.get(kind) ?? 'open');
  if (!fields) return { resource: undefined, diagnostics: context.diagnostics };
  if (context.object.raw) warnOfRawApi(fields, apiVersion, kind);
  const found = readMetadata(fields, kind);
  const range = context.rangeOf(map);
  const nameRange = found ? context.rangeOf(found.nameField.value) : range;
  const meta = found?.meta ?? { name: '', namespace, namespaceGiven: false, labels: new Map(), owners: [] };
  const resource = kind.decode(fields, { apiVersion, meta, range, nameRange });
  return { resource: context.rejected || !found ? undefined : resource, diagnostics: context.diagnostics };
}
