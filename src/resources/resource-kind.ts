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
  /** The manifest's `kind` where it is another: kinds of several groups may share a name. */
  readonly manifestKind?: string;
  /** The versions that the API server 1.36 serves, or Calico's. */
  readonly apiVersions: readonly string[];
  /** Calico's storage form of the same objects: read as well, and advised against. */
  readonly rawVersions?: readonly string[];
  /** Versions that older servers served, with the release that dropped them. */
  readonly removedVersions?: ReadonlyMap<string, string>;
  readonly namespaced: boolean;
  /** What is wrong with a name; the rule for DNS subdomains where not given. */
  readonly nameErrors?: (name: string) => readonly string[];
  /** Whose rules the objects must keep; the API server's where not given. */
  readonly judge?: 'Calico';
  /** Fields of the object itself beside `apiVersion`, `kind` and `metadata`. */
  readonly topFields: readonly string[];
  /** What follows if the object is rejected: "so it counts as absent, and …". */
  readonly consequence: string;
  /** True for policies: unknown fields reject the object. */
  readonly strict: boolean;
  /**
   * The resource; problems go to the context of `root.field`. What is returned counts only if the context was not rejected,
   * so a decoder may return what it has.
   */
  decode(root: MapFields, header: ObjectHeader): Resource | undefined;
}
