// Calico's tiers: those that manifests declare or name, and behind each the places where policies of hosts act.
import { compareText } from '../../base/compare-text.ts';
import type { Tier } from '../../model/policy.ts';
import type { Semantics } from '../../model/semantics.ts';
import type { CalicoPolicyResource, StagedPolicyResource, TierResource } from '../../resources/calico-resource.ts';
import type { Resource } from '../../resources/resource.ts';
import { hostEndpointsOf } from './host-endpoints.ts';
import { profilePlaces } from './profiles.ts';
import {
  FAILSAFE_TIER,
  forwardTier,
  PROFILES_END_TIER,
  preDnatTier,
  profileTier,
  STAGE,
  untrackedTier,
} from './stages.ts';
import { tierEnding } from './tier-ending.ts';

type TierSpec = Pick<TierResource, 'order' | 'defaultAction'>;

const V1ALPHA1: readonly (readonly [string, TierSpec])[] = [
  ['adminnetworkpolicy', { order: 1000, defaultAction: 'Pass' }],
  ['baselineadminnetworkpolicy', { order: 10_000_000, defaultAction: 'Pass' }],
];
const V1ALPHA2: readonly (readonly [string, TierSpec])[] = [
  ['kube-admin', { order: 1000, defaultAction: 'Pass' }],
  ['kube-baseline', { order: 10_000_000, defaultAction: 'Pass' }],
];

/** Tiers that always exist; the dialects of Kubernetes' own policies give them to the engine. */
export function builtInTiers(semantics: Semantics): ReadonlyMap<string, TierSpec> {
  const own = [['default', { order: 1_000_000, defaultAction: 'Deny' }]] as const;
  return new Map([...own, ...(semantics === 'calico-3.31' ? V1ALPHA1 : V1ALPHA2)]);
}

export type TieredPolicy = CalicoPolicyResource | StagedPolicyResource;

export function isTiered(resource: Resource): resource is TieredPolicy {
  return 'spec' in resource && 'doNotTrack' in resource.spec;
}

/** Where a tier stands and how it ends. */
interface Standing {
  readonly name: string;
  readonly stage?: number;
  readonly order: number;
  readonly defaultAction: 'Deny' | 'Pass';
  readonly isBuiltIn: boolean;
  readonly declared?: true;
}

/** A tier without an order comes after those that have one; one that only policies name comes after all of them. */
function standings(resources: readonly Resource[], semantics: Semantics): readonly Standing[] {
  const found = new Map<string, Standing>();
  for (const [name, { order, defaultAction }] of builtInTiers(semantics)) {
    found.set(name, { name, order: order ?? Number.POSITIVE_INFINITY, defaultAction, isBuiltIn: true });
  }
  for (const resource of resources) {
    if (resource.kind !== 'Tier' || found.has(resource.meta.name)) continue;
    const { order, defaultAction, meta } = resource;
    found.set(meta.name, {
      name: meta.name,
      order: order ?? Number.POSITIVE_INFINITY,
      defaultAction,
      isBuiltIn: false,
      declared: true,
    });
  }
  for (const { spec } of resources.filter(isTiered)) {
    if (found.has(spec.tier)) continue;
    const order = Number.POSITIVE_INFINITY;
    found.set(spec.tier, { name: spec.tier, stage: STAGE.undeclared, order, defaultAction: 'Deny', isBuiltIn: false });
  }
  return [...found.values()].sort((a, b) => compareText(a.name, b.name));
}

const NO_END = { unmatched: 'pass', unmatchedReason: 'no rule matches, so what comes next decides' } as const;

/** The places of one tier, as far as some policy acts there. */
function placesOf(standing: Standing, policies: readonly TieredPolicy[]): readonly Tier[] {
  const { name, order, defaultAction } = standing;
  const stage = standing.stage === undefined ? {} : { stage: standing.stage };
  const specs = policies.map((policy) => policy.spec).filter((spec) => spec.tier === name);
  const tiers: Tier[] = [];
  const declared = standing.declared ? { declared: true as const } : {};
  if (!standing.isBuiltIn) tiers.push({ name, ...stage, ...declared, order, ...tierEnding(defaultAction, name) });
  // Policies of these two kinds act before all others; there too an undeclared tier comes after the declared ones.
  const later = standing.stage === undefined ? 0 : 0.5;
  if (specs.some((spec) => spec.doNotTrack)) {
    tiers.push({
      name: untrackedTier(name),
      title: `${name}, untracked`,
      stage: STAGE.untracked + later,
      order,
      ...NO_END,
    });
  }
  if (specs.some((spec) => spec.preDNAT)) {
    tiers.push({
      name: preDnatTier(name),
      title: `${name}, before DNAT`,
      stage: STAGE.preDNAT + later,
      reachesOwnHost: true,
      order,
      ...NO_END,
    });
  }
  if (specs.some((spec) => spec.applyOnForward && !spec.doNotTrack && !spec.preDNAT)) {
    const title = `${name}, forwarded traffic`;
    tiers.push({ name: forwardTier(name), title, ...stage, order, ...tierEnding(defaultAction, name) });
  }
  return tiers;
}

/**
 * What surrounds the tiers where there are host endpoints: failsafe ports before, profiles after. Failsafe
 * ports come before policies of every kind, those before DNAT included.
 */
function hostTiers(resources: readonly Resource[]): readonly Tier[] {
  const hosts = hostEndpointsOf(resources);
  if (hosts.length === 0) return [];
  const profiles = Array.from({ length: profilePlaces(hosts) }, (_, index): Tier => {
    const place = index + 1;
    return { name: profileTier(place), title: `profile ${place}`, stage: STAGE.profiles, order: place, ...NO_END };
  });
  return [
    { name: FAILSAFE_TIER, title: 'failsafe ports', stage: STAGE.failsafe, order: 0, reachesOwnHost: true, ...NO_END },
    ...profiles,
    {
      name: PROFILES_END_TIER,
      title: 'end of profiles',
      stage: STAGE.profiles,
      order: Number.POSITIVE_INFINITY,
      unmatched: 'deny',
      unmatchedReason: 'no profile of {endpoint} allows {flow}, and a host endpoint denies what none allows',
    },
  ];
}

/** All tiers that Calico adds to the built-in ones. */
export function calicoTiers(resources: readonly Resource[], semantics: Semantics): readonly Tier[] {
  if (semantics === 'kubernetes') return [];
  const policies = resources.filter(isTiered);
  return [
    ...standings(resources, semantics).flatMap((standing) => placesOf(standing, policies)),
    ...hostTiers(resources),
  ];
}
