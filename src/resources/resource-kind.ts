// What a kind's file provides: where its objects come from and how one is decoded.
import type { SourceRange } from '../documents/source-file.ts';
import type { MapFields } from './map-fields.ts';
import type { ObjectMeta, Resource } from './resource.ts';

/** What every resource has, read before its kind's part. */
export interface ObjectHeader {
  readonly apiVersion: string;
  readonly meta: ObjectMeta;
  readonly range: SourceRange;
  readonly nameRange: SourceRange;
}

export interface ResourceKind {
  readonly kind: Resource['kind'];
  /** The versions that the API server 1.36 serves. */
  readonly apiVersions: readonly string[];
  /** Versions that older servers served, with the release that dropped them. */
  readonly removedVersions?: ReadonlyMap<string, string>;
  readonly namespaced: boolean;
  /** True where names are DNS labels rather than DNS subdomains. */
  readonly namesAreLabels?: true;
  /** Fields of the object itself beside `apiVersion`, `kind` and `metadata`. */
  readonly topFields: readonly string[];
  /** What follows if the API server rejects the object: "so it counts as absent, and …". */
  readonly consequence: string;
  /** True for policies: unknown fields reject the object. */
  readonly strict: boolean;
  /**
   * The resource; problems go to the context of `root.field`. What is returned counts only if the context was not rejected,
   * so a decoder may return what it has.
   */
  decode(root: MapFields, header: ObjectHeader): Resource | undefined;
}
