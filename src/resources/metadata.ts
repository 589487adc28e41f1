// Reads an object's metadata (Kubernetes API, meta/v1 ObjectMeta): name, namespace, labels, owners.
import {
  type Field,
  pathUnder,
  readBool,
  readList,
  readString,
  rejectAt,
  rejectMissing,
  rejectValue,
} from './field.ts';
import { readLabels, readLabelValue } from './labels.ts';
import { type MapFields, readMap } from './map-fields.ts';
import { dnsLabelErrors, labelKeyErrors, subdomainErrors } from './name-syntax.ts';
import { replaceValue } from './quick-fixes.ts';
import type { ObjectMeta, OwnerReference } from './resource.ts';
import type { ResourceKind } from './resource-kind.ts';
import { quoteText } from './value-words.ts';

export const METADATA: ReadonlySet<string> = new Set([
  'name',
  'generateName',
  'namespace',
  'labels',
  'annotations',
  'ownerReferences',
  'finalizers',
  'managedFields',
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'selfLink',
]);
const TEXT_FIELDS = ['generateName', 'uid', 'resourceVersion', 'creationTimestamp', 'deletionTimestamp', 'selfLink'];
const OWNER = new Set(['apiVersion', 'kind', 'name', 'uid', 'controller', 'blockOwnerDeletion']);

export interface MetaAndPlace {
  readonly meta: ObjectMeta;
  readonly nameField: Field;
}

/**
 * The metadata of the object `root`. Undefined where there is no usable name, which is reported.
 * An empty namespace is no namespace; a namespaced object without one is in `default`.
 */
export function readMetadata(
  root: MapFields,
  { namespaced, nameErrors = subdomainErrors }: Pick<ResourceKind, 'namespaced' | 'nameErrors'>,
): MetaAndPlace | undefined {
  const field = root.get('metadata');
  const fields = readMap(field, METADATA);
  if (field && !fields) return undefined;
  const labels = readLabels(fields?.get('labels'));
  if (fields && root.field.context.object.strict) checkTypes(fields);
  readAnnotations(fields?.get('annotations'));
  const owners = readList(fields?.get('ownerReferences')).flatMap((item) => readOwner(item) ?? []);
  const namespace = namespaced ? readNamespace(fields?.get('namespace')) : '';
  const nameField = fields?.get('name');
  const name = readString(nameField);
  if (!nameField || name === '') {
    rejectNameless(root, field, fields?.get('generateName'));
    return undefined;
  }
  if (name === undefined || namespace === undefined) return undefined;
  const errors = nameErrors(name);
  if (errors.length > 0) rejectName(nameField, name, errors, nameErrors);
  const namespaceGiven = namespace !== '';
  const resolved = namespaced && !namespaceGiven ? 'default' : namespace;
  return { meta: { name, namespace: resolved, namespaceGiven, labels, owners }, nameField };
}

/** Fields that no answer depends on, whose types strict decoding checks nevertheless. */
function checkTypes(fields: MapFields): void {
  for (const name of TEXT_FIELDS) readString(fields.get(name));
  for (const item of readList(fields.get('finalizers'))) readString(item);
  for (const item of readList(fields.get('managedFields'))) readMap(item, 'open');
}

function readNamespace(field: Field | undefined): string | undefined {
  if (!field) return '';
  const namespace = readString(field);
  if (!namespace) return namespace;
  const errors = dnsLabelErrors(namespace);
  const { context, value } = field;
  // Calico leaves namespaces to the API server, where such a one cannot exist.
  if (context.object.judge !== 'Calico') for (const why of errors) rejectValue(field, namespace, why);
  else if (errors.length > 0) {
    const message = `metadata.namespace: no namespace can be called ${quoteText(namespace)}, so this object is in none that has pods`;
    const advice = namespace.includes('{{')
      ? 'Render the template first, and load what it renders.'
      : 'Write the name of a namespace: lower-case letters, digits and `-`.';
    context.warn({ span: value, code: 'namespace-syntax', message, advice });
  }
  return namespace;
}

/** One message for each rule broken; the nearest name that keeps them all is offered. */
function rejectName(
  field: Field,
  name: string,
  errors: readonly string[],
  nameErrors: (name: string) => readonly string[],
): void {
  const nearest = name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9.]+/g, '-')
    .replaceAll(/^[-.]+|[-.]+$/g, '');
  const fixes = nearest !== name && nameErrors(nearest).length === 0 ? [replaceValue(field, nearest)] : [];
  for (const why of errors) rejectAt(field, `Invalid value: ${quoteText(name)}: ${why}`, { fixes });
}

function rejectNameless(root: MapFields, metadata: Field | undefined, generated: Field | undefined): void {
  if (generated) {
    const message = `${pathUnder(metadata ?? root.field, 'name')}: Required value: \`kubectl apply\` takes no \`generateName\``;
    const advice = 'Write `name` instead.';
    root.field.context.reject({ span: generated.keySpan ?? generated.value, code: 'generated-name', message, advice });
    return;
  }
  const advice = 'Give the object a name.';
  if (metadata) {
    rejectMissing(metadata, 'name', '', advice);
    return;
  }
  const span = root.get('kind')?.value ?? root.field.value;
  root.field.context.reject({ span, code: 'required-field', message: 'metadata.name: Required value', advice });
}

/** Annotations matter to nobody here but those who check their syntax. */
export function readAnnotations(field: Field | undefined): void {
  for (const entry of readMap(field, 'open')?.all() ?? []) {
    readLabelValue(entry, 'annotation');
    const key = String(entry.key);
    for (const why of labelKeyErrors(key.toLowerCase())) {
      const place = { ...entry, key: field?.key ?? '', parent: field?.parent };
      const span = entry.keySpan ?? entry.value;
      rejectValue({ ...place, value: { kind: 'string', value: key, ...span } }, key, why);
    }
  }
}

function readOwner(item: Field): OwnerReference | undefined {
  const fields = readMap(item, OWNER);
  const kind = readString(fields?.get('kind'));
  const name = readString(fields?.get('name'));
  if (kind === undefined || name === undefined) return undefined;
  return { kind, name, controller: readBool(fields?.get('controller')) ?? false };
}
