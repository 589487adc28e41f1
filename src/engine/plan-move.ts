// The edits that put a policy or a tier in another place: which orders they need, and where these are written.
import { allDialects } from '../dialects/all-dialects.ts';
import type { PolicyPlace } from '../dialects/dialect.ts';
import type { Manifests } from '../documents/manifest.ts';
import type { TextEdit } from '../documents/text-edit.ts';
import type { Policy, Tier } from '../model/policy.ts';
import type { Resource } from '../resources/resource.ts';
import type { MoveTarget } from './move-request.ts';
import { MOST_CHANGED, placeAmong, type Ranked } from './place-among.ts';
import { placingOf } from './policy-kinds.ts';
import { manifestsOf, resourceOf } from './policy-source.ts';
import type { Snapshot } from './snapshot.ts';

/** A move that can be written. What it does to the order is seen only when it is evaluated. */
export interface MovePlan {
  readonly edits: readonly TextEdit[];
  /** The ids, in order, of what stands where the move goes, as they are afterwards. */
  readonly wanted: readonly string[];
  readonly at: number;
  /** The id of what moves, and its name, afterwards. */
  readonly id: string;
  readonly name: string;
  /** Ids, before, of those that get other orders. */
  readonly changed: readonly string[];
}

export interface NoPlan {
  readonly refusal: string;
}

const UNWRITABLE = 'Its text has no simple place for the edit: the field is brought in by an alias, or shares its line';

/** Why nobody can move it; undefined where a place may be found. */
export function fixedReason({ implied, kind, follows }: Policy): string | undefined {
  if (implied) return 'No manifest holds it as a policy: it follows from other objects';
  if (follows !== undefined) return follows;
  const placing = placingOf(kind);
  return typeof placing === 'string' ? placing : undefined;
}

function rankedPolicy(policy: Policy): Ranked {
  const { id, order, tieBreak } = policy;
  const placing = placingOf(policy.kind);
  const isFree = fixedReason(policy) === undefined && placing !== undefined && typeof placing !== 'string';
  return { id, order, tieBreak, orders: isFree ? placing.orders : undefined };
}

/** All of one list with one of them taken out and put before another. */
function withMoved<Item extends { readonly id: string }>(
  others: readonly Item[],
  moved: Item,
  before: string | undefined,
): { readonly wanted: readonly Item[]; readonly at: number } {
  const found = before === undefined ? -1 : others.findIndex(({ id }) => id === before);
  const at = found < 0 ? others.length : found;
  return { wanted: [...others.slice(0, at), moved, ...others.slice(at)], at };
}

/** No numbers put it there: what stands around it keeps its order, or too many have none. */
function noRoom(others: readonly Ranked[]): string {
  return others.some(({ orders }) => orders === undefined)
    ? 'Those around this place all have the same order and keep it: it can stand before or behind all of them'
    : `No number fits here, unless more than ${MOST_CHANGED} others get new orders`;
}

function planPolicy(draft: Snapshot, target: MoveTarget & { readonly type: 'policy' }): MovePlan | NoPlan {
  const { policies, tiers, options } = draft;
  const policy = policies.find(({ id }) => id === target.id);
  if (!policy || !tiers.some(({ name }) => name === target.tier)) return { refusal: 'It is no longer there' };
  const fixed = fixedReason(policy);
  if (fixed !== undefined) return { refusal: fixed };
  const resource = resourceOf(draft, policy);
  const placing = resource && placingOf(resource.kind);
  if (!placing || typeof placing === 'string') return { refusal: 'Its manifest cannot be edited here' };
  const refusal = placing.refusal(resource, target.tier);
  if (refusal !== undefined) return { refusal };
  const name = placing.nameIn(resource, target.tier, options.semantics);
  const id = name === policy.name ? policy.id : policy.id.slice(0, policy.id.length - policy.name.length) + name;
  const isRenamed = id !== policy.id;
  const own: Ranked = { ...rankedPolicy(policy), ...(isRenamed ? { tieBreak: undefined } : {}) };
  const others = policies.filter((one) => one.tier === target.tier && one !== policy).map(rankedPolicy);
  const { wanted, at } = withMoved(others, own, target.before);
  const orders = placeAmong(wanted, at);
  if (!orders) return { refusal: noRoom(others) };
  const manifests = manifestsOf(draft);
  const edits: TextEdit[] = [];
  const toTier = policy.tier === target.tier ? {} : { tier: target.tier };
  for (const one of policies) {
    const order = orders.get(one.id);
    const place: PolicyPlace = { ...(order === undefined ? {} : { order }), ...(one === policy ? toTier : {}) };
    if (Object.keys(place).length === 0) continue;
    const written = editsOf(draft, one, place, manifests);
    if (!written)
      return { refusal: one === policy ? UNWRITABLE : `${one.name} would need another order. ${UNWRITABLE}` };
    edits.push(...written);
  }
  const after = wanted.map((one) => (one === own ? id : one.id));
  return { edits, wanted: after, at, id, name, changed: [...new Set([...orders.keys(), policy.id])] };
}

function editsOf(
  draft: Snapshot,
  policy: Policy,
  place: PolicyPlace,
  manifests: Manifests,
): readonly TextEdit[] | undefined {
  const resource = resourceOf(draft, policy);
  const placing = resource && placingOf(resource.kind);
  if (!placing || typeof placing === 'string') return undefined;
  return placing.edits(resource, place, manifests, draft.options.semantics);
}

/** Tiers that policies name; those before and after them stand where they must. */
export const isOrdinary = ({ stage, name }: Tier): boolean => (stage ?? 0) === 0 && !name.includes('/');

function planTier(draft: Snapshot, target: MoveTarget): MovePlan | NoPlan {
  const declared = new Map<string, Resource>();
  for (const { decoded } of draft.readings) {
    for (const resource of decoded.resources) if (resource.kind === 'Tier') declared.set(resource.meta.name, resource);
  }
  const placeTier = allDialects.find((dialect) => dialect.placeTier)?.placeTier;
  const orders = { whole: false, min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };
  const ranked: readonly Ranked[] = draft.tiers.filter(isOrdinary).map(({ name, order, declared: isFree }) => ({
    ...{ id: name, order, tieBreak: name },
    orders: isFree ? orders : undefined,
  }));
  const moved = ranked.find(({ id }) => id === target.id);
  if (!moved) return { refusal: 'No manifest declares this tier, so it comes behind all that are declared' };
  if (!moved.orders) return { refusal: 'The tier is built in, and its order is fixed' };
  // Places of hosts stand among the tiers they belong to.
  const next = draft.tiers.findIndex(({ name }) => name === target.before);
  const before =
    next < 0 ? undefined : draft.tiers.slice(next).find((tier) => isOrdinary(tier) && tier.name !== target.id);
  const { wanted, at } = withMoved(
    ranked.filter((one) => one !== moved),
    moved,
    before?.name,
  );
  const found = placeAmong(wanted, at);
  if (!found) return { refusal: noRoom(ranked) };
  const manifests = manifestsOf(draft);
  const edits: TextEdit[] = [];
  for (const [name, order] of found) {
    const tier = declared.get(name);
    const written = tier && placeTier?.(tier, order, manifests);
    if (!written) return { refusal: UNWRITABLE };
    edits.push(...written);
  }
  const ids = wanted.map(({ id }) => id);
  return { edits, wanted: ids, at, id: moved.id, name: moved.id, changed: [...found.keys()] };
}

/** The edits of a move, or why it cannot be made. */
export function planMove(draft: Snapshot, target: MoveTarget): MovePlan | NoPlan {
  return target.type === 'policy' ? planPolicy(draft, target) : planTier(draft, target);
}
