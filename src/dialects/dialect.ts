// What a family of policy kinds contributes: its tiers, what its objects tell about the cluster, and how its kinds compile.
import type { Diagnostic } from '../documents/diagnostic.ts';
import type { MapValue } from '../documents/document-value.ts';
import type { Manifests } from '../documents/manifest.ts';
import type { TextEdit } from '../documents/text-edit.ts';
import type { Cluster, ClusterAssumption, ClusterParts, Endpoint, LabelView } from '../model/cluster.ts';
import type { Policy, Tier } from '../model/policy.ts';
import type { PendingView, Semantics } from '../model/semantics.ts';
import type { WrittenPolicy } from '../model/written-policy.ts';
import type { Address } from '../net/cidr.ts';
import type { Resource } from '../resources/resource.ts';
import type { PolicyWriter } from './rule-draft.ts';

/** What compiling an object may depend on beside the object itself. */
export interface CompileContext {
  readonly semantics: Semantics;
  readonly pending: PendingView;
  readonly cluster: Cluster;
  /** Addresses that the user supplied for domain names (lower case). */
  readonly domains: ReadonlyMap<string, readonly Address[]>;
}

/** The orders that policies of a kind may have, inclusive on both ends. */
export interface OrderRange {
  readonly whole: boolean;
  readonly min: number;
  readonly max: number;
}

/** Where a policy is to stand. */
export interface PolicyPlace {
  /** A tier of the engine; undefined: where it is. */
  readonly tier?: string;
  /** Its rank there, infinite for none; undefined: the one it has. */
  readonly order?: number;
}

/** How objects of a kind are given another place in the order of evaluation, by edits of their text. */
export interface PolicyPlacing {
  readonly orders: OrderRange;
  /** Why the object cannot stand in a tier of the engine, a sentence; undefined where it can. */
  refusal(resource: Resource, tier: string): string | undefined;
  /** The name it has there: Calico's policies may begin with their tier's. */
  nameIn(resource: Resource, tier: string, semantics: Semantics): string;
  /** Undefined where its text has no simple place for an edit. */
  edits(
    resource: Resource,
    place: PolicyPlace,
    manifests: Manifests,
    semantics: Semantics,
  ): readonly TextEdit[] | undefined;
}

/** One kind of policy object. */
export interface PolicyKind {
  /** `Resource.kind` of its objects. */
  readonly kind: Resource['kind'];
  /** The readings under which the kind has an effect; undefined: all. */
  readonly semantics?: readonly Semantics[];
  /**
   * True where nothing that is said of other objects depends on one of this kind: not their review, no tier, no part of the
   * cluster. What is said of the object itself may depend on others.
   */
  readonly isApart?: boolean;
  /** How its objects are moved, or why none of them can be, a sentence. */
  readonly placing: PolicyPlacing | string;
  /** How objects of the kind are written; undefined: only people write them. */
  readonly writer?: PolicyWriter;
  /**
   * The engine's form of the object: none where it has no effect, several where it acts in several places.
   * Empty where `resource` is of another kind. Never throws.
   */
  compile(resource: Resource, context: CompileContext): readonly Policy[];
}

/** Whose label it is. */
export interface LabelOwner {
  readonly of: 'namespace' | 'nobody';
  readonly key: string;
}

export interface Dialect {
  readonly id: string;
  /** The tiers that exist under a reading, built in or declared by `resources`. */
  tiers(resources: readonly Resource[], semantics: Semantics): readonly Tier[];
  readonly kinds: readonly PolicyKind[];
  /**
   * Resources as this reading and preview take them, and what it says about them: an error with the gap `rejected` goes
   * with a resource that is left out.
   */
  review?(
    resources: readonly Resource[],
    semantics: Semantics,
    pending: PendingView,
  ): { readonly resources: readonly Resource[]; readonly diagnostics: readonly Diagnostic[] };
  /** What its objects other than policies tell about the cluster; `context.cluster` is the cluster as Kubernetes' own objects describe it. */
  contribute?(resources: readonly Resource[], context: CompileContext): ClusterParts;
  /** What is taken for granted about policies because no manifest can say it. */
  assume?(resources: readonly Resource[], semantics: Semantics): readonly ClusterAssumption[];
  /** Policies that no single object declares, which follow from the objects that are no policies: failsafe ports, profiles. */
  implied?(resources: readonly Resource[], context: CompileContext): readonly Policy[];
  /** What allows an endpoint's flows that no tier decides, under a reading: `profile kns.shop`; undefined: nothing by name. */
  fallThrough?(endpoint: Endpoint, semantics: Semantics): string | undefined;
  /** Edits that give a declared tier another order; undefined where its text has no simple place for one. */
  placeTier?(tier: Resource, order: number, manifests: Manifests): readonly TextEdit[] | undefined;
  /** How selectors of the scope `endpoint` see labels under a reading; undefined: an endpoint's own labels only. */
  labelView?(cluster: Cluster, semantics: Semantics): LabelView | undefined;
  /**
   * Where a label of the scope `endpoint` that the dialect computes is written, and as what; `nobody`: no manifest holds it.
   * Undefined: it is the endpoint's own.
   */
  labelHome?(key: string, semantics: Semantics): LabelOwner | undefined;
  /** How a sentence names a label of the scope `endpoint` that the dialect computes: `namespace shop`; undefined: by key and value. */
  labelPhrase?(key: string, value: string | undefined, semantics: Semantics): string | undefined;
  /**
   * A policy as its object writes it, as far as it can be read, whether or not it is valid; undefined for objects of other
   * families. `source` is the text of the object's file.
   */
  written?(object: MapValue, source: string, semantics: Semantics): WrittenPolicy | undefined;
}
