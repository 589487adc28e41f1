// Moving Calico policies: by order, and between tiers, which may change their names.
import { setFields } from '../../documents/set-field.ts';
import type { Semantics } from '../../model/semantics.ts';
import type { Resource } from '../../resources/resource.ts';
import type { OrderRange, PolicyPlacing } from '../dialect.ts';
import { isTiered, type TieredPolicy } from './calico-tiers.ts';
import { FORWARD_FOLLOWS, preDnatTier, STAGE_TIER, untrackedTier } from './stages.ts';

const ANY_NUMBER: OrderRange = { whole: false, min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };

/** Calico's tier behind one of the engine: `security` of `prednat/security`; undefined where no policy is put by its `tier`. */
function calicoTier(tier: string): string | undefined {
  return tier.includes('/') ? STAGE_TIER.exec(tier)?.groups?.tier : tier;
}

/** The engine's tier in which the policy acts when it is in this one of Calico; what it forwards follows. */
function actsIn({ spec }: TieredPolicy, tier: string): string {
  if (spec.doNotTrack) return untrackedTier(tier);
  return spec.preDNAT ? preDnatTier(tier) : tier;
}

function refusal(resource: Resource, tier: string): string | undefined {
  const own = calicoTier(tier);
  if (!isTiered(resource) || own === undefined) return 'No policy is put here by its tier';
  if (actsIn(resource, own) === tier) return undefined;
  if (tier.startsWith('untracked/')) return 'Only policies that are not tracked (doNotTrack) act here';
  if (tier.startsWith('prednat/')) return 'Only policies before DNAT (preDNAT) act here';
  if (tier.startsWith('forward/')) return FORWARD_FOLLOWS;
  return resource.spec.preDNAT
    ? 'A policy before DNAT (preDNAT) acts before all tiers, in their order'
    : 'A policy that is not tracked (doNotTrack) acts before all tiers, in their order';
}

/**
 * Up to 3.31 a policy's name begins with its tier's (calico reference, "NetworkPolicy": in the tier `default` it may). Later
 * releases ask for no such thing, but a name that began with the tier it was in would tell of the wrong one.
 */
function nameIn(resource: Resource, tier: string, semantics: Semantics): string {
  const { name } = resource.meta;
  const own = calicoTier(tier);
  if (!isTiered(resource) || own === undefined || resource.spec.tier === own) return name;
  const old = `${resource.spec.tier}.`;
  if (name.startsWith(old)) return `${own}.${name.slice(old.length)}`;
  return semantics === 'calico-3.31' && own !== 'default' ? `${own}.${name}` : name;
}

export const calicoPlacing: PolicyPlacing = {
  orders: ANY_NUMBER,
  refusal,
  nameIn,
  edits: (resource, { tier, order }, manifests, semantics) => {
    const { range, meta } = resource;
    const own = tier === undefined ? undefined : calicoTier(tier);
    const name = tier === undefined ? meta.name : nameIn(resource, tier, semantics);
    const spec = setFields(manifests, range, ['spec'], {
      ...(own === undefined ? {} : { tier: own }),
      ...(order === undefined ? {} : { order: Number.isFinite(order) ? order : null }),
    });
    const renamed = name === meta.name ? [] : setFields(manifests, range, ['metadata'], { name });
    return spec && renamed && [...renamed, ...spec];
  },
};
