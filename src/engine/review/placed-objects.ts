// The objects of files by what they are called, so that those of base and head find each other wherever they are written.
import type { SourceDocument } from '../../documents/document-value.ts';
import { documentsOf } from '../../documents/manifest.ts';
import { namesOf } from '../../resources/decode-object.ts';
import { flattenLists, type ListedObject } from '../../resources/flatten-lists.ts';
import { resolveKind } from '../../resources/resolve-kind.ts';
import type { Resource } from '../../resources/resource.ts';
import type { FileReading } from '../read-workspace.ts';

/** One object of a file: a document, or an item of a list. */
export interface PlacedObject {
  readonly reading: FileReading;
  readonly document: SourceDocument;
  readonly object: ListedObject;
  /** `networking.k8s.io/NetworkPolicy/dev/web`. */
  readonly key: string;
  readonly namespace: string;
  readonly name: string;
  /** What was decoded from it; undefined for what no answer uses, and for what is rejected. */
  readonly resource: Resource | undefined;
}

const groupOf = (apiVersion: string): string =>
  apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';

/** A namespaced object that names no namespace is in `default`; a version is no part of what an object is. */
function identityOf({ map, apiVersion, kind }: ListedObject): Pick<PlacedObject, 'key' | 'namespace' | 'name'> {
  const { name, namespace: written } = namesOf(map);
  const treatment = resolveKind(apiVersion, kind);
  const known = treatment.type === 'decode' ? treatment.kind : undefined;
  const namespace = known ? (known.namespaced ? written || 'default' : '') : written;
  const group = groupOf(known?.apiVersions[0] ?? apiVersion);
  return { key: `${group}/${kind}/${namespace}/${name}`, namespace, name };
}

const known = new WeakMap<FileReading, readonly PlacedObject[]>();

/** In the order of the text; none of a large file, whose text is not held. */
export function objectsIn(reading: FileReading): readonly PlacedObject[] {
  const before = known.get(reading);
  if (before) return before;
  const resources = new Map(reading.decoded.resources.map((one) => [`${one.range.start} ${one.range.end}`, one]));
  const documents = reading.file.large ? [] : documentsOf(reading.file);
  const objects = documents.flatMap((document) =>
    flattenLists(document).objects.map((object): PlacedObject => {
      const resource = resources.get(`${object.map.start} ${object.map.end}`);
      return { reading, document, object, resource, ...identityOf(object) };
    }),
  );
  known.set(reading, objects);
  return objects;
}
