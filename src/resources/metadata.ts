// Reads an object's metadata (Kubernetes API, meta/v1 ObjectMeta): name, namespace, labels, owners.
import { type Field, pathUnder, readBool, readList, readString, rejectMissing, rejectValue } from './field.ts';
import { readLabels, readLabelValue } from './labels.ts';
import { type MapFields, readMap } from './map-fields.ts';
import { dnsLabelErrors, labelKeyErrors, subdomainErrors } from './name-syntax.ts';
import type { ObjectMeta, OwnerReference } from './resource.ts';

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
export function readMetadata(root: MapFields, namespaced: boolean, namesAreLabels: boolean): MetaAndPlace | undefined {
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
  const errors = namesAreLabels ? dnsLabelErrors(name) : subdomainErrors(name);
  for (const why of errors) rejectValue(nameField, name, why);
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
  if (namespace) for (const why of dnsLabelErrors(namespace)) rejectValue(field, namespace, why);
  return namespace;
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

function readAnnotations(field: Field | undefined): void {
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
