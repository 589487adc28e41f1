// What a family of policy kinds contributes: its tiers, and how each of its kinds compiles to the engine's policies.
import type { Policy, Tier } from '../model/policy.ts';
import type { Semantics } from '../model/semantics.ts';
import type { Resource } from '../resources/resource.ts';

/** One kind of policy object. */
export interface PolicyKind {
  readonly kind: string;
  /** The readings under which the kind has an effect; undefined: all. */
  readonly semantics?: readonly Semantics[];
  /** The engine's form of the object; undefined where `resource` is of another kind. Never throws. */
  compile(resource: Resource): Policy | undefined;
}

export interface Dialect {
  readonly id: string;
  readonly tiers: readonly Tier[];
  readonly kinds: readonly PolicyKind[];
}
