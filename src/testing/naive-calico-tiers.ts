// Which policies of a cluster count, in which order, for the naive evaluator of Calico (Calico spec, 1.5, 6, 8 and 10).
import type { TierResource } from '../resources/calico-resource.ts';
import type { Resource } from '../resources/resource.ts';
import { adminPolicy, kubernetesPolicy } from './naive-calico-kubernetes.ts';
import { calicoPolicy, type NaivePolicy } from './naive-calico-policies.ts';

export interface NaiveReading {
  readonly semantics: 'calico-3.32' | 'calico-3.31' | 'calico-enterprise';
  readonly pending: 'enforced' | 'calico' | 'promoted';
}

export interface NaiveTier {
  readonly name: string;
  readonly defaultAction: 'Deny' | 'Pass';
  /** In order. */
  readonly policies: readonly NaivePolicy[];
}

type TierPlace = Omit<NaiveTier, 'policies'> & { readonly order: number };

const isOld = ({ semantics }: NaiveReading): boolean => semantics === 'calico-3.31';

function builtInTiers(reading: NaiveReading): TierPlace[] {
  const [first, last] = isOld(reading)
    ? ['adminnetworkpolicy', 'baselineadminnetworkpolicy']
    : ['kube-admin', 'kube-baseline'];
  return [
    { name: first ?? '', order: 1_000, defaultAction: 'Pass' },
    { name: 'default', order: 1_000_000, defaultAction: 'Deny' },
    { name: last ?? '', order: 10_000_000, defaultAction: 'Pass' },
  ];
}

/** Byte order; names of objects are ASCII. */
const compareNames = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
/** Two absent orders are equal, although infinity minus infinity is no number. */
const compareOrders = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

/** "all tiers sorted by (order asc, absent last, then name asc by byte)"; those that do not exist come after all others. */
function sortedTiers(resources: readonly Resource[], named: readonly string[], reading: NaiveReading): TierPlace[] {
  const builtIn = builtInTiers(reading);
  const declared = resources
    .filter((resource): resource is TierResource => resource.kind === 'Tier')
    .filter(({ meta }) => !builtIn.some(({ name }) => name === meta.name))
    .map(({ meta, order, defaultAction }) => ({
      name: meta.name,
      order: order ?? Number.POSITIVE_INFINITY,
      defaultAction,
    }));
  const existing = [...builtIn, ...declared].sort(
    (a, b) => compareOrders(a.order, b.order) || compareNames(a.name, b.name),
  );
  const missing = [...new Set(named)].filter((name) => !existing.some((tier) => tier.name === name)).sort(compareNames);
  return [
    ...existing,
    ...missing.map((name) => ({ name, order: Number.POSITIVE_INFINITY, defaultAction: 'Deny' as const })),
  ];
}

/** Up to 3.31 a policy's name begins with its tier, which in the tier `default` need not be written. */
const withTier = (tier: string, name: string): string => (name.startsWith(`${tier}.`) ? name : `${tier}.${name}`);

function tieBreak({ kind, namespace, name, tier }: NaivePolicy, reading: NaiveReading): string {
  if (!isOld(reading)) return `${name}/${namespace}/${kind}`;
  if (kind === 'KubernetesNetworkPolicy') return `${namespace}/knp.default.${name}`;
  if (kind === 'KubernetesAdminNetworkPolicy') return `kanp.adminnetworkpolicy.${name}`;
  return namespace === '' ? withTier(tier, name) : `${namespace}/${withTier(tier, name)}`;
}

/** What an enforced policy is called in `resources`, so that a staged one can take its place. */
const enforcedKind = {
  StagedNetworkPolicy: 'CalicoNetworkPolicy',
  StagedGlobalNetworkPolicy: 'GlobalNetworkPolicy',
  StagedKubernetesNetworkPolicy: 'NetworkPolicy',
} as const;

const keyOf = (kind: string, { meta }: Resource): string => `${kind} ${meta.namespace}/${meta.name}`;

/**
 * Spec 10. `promoted`: "Set: staged object replaces the same-named enforced object of the corresponding kind or is added;
 * Delete: removes it; Ignore: skip; Learn: like Set".
 */
function promote(resources: readonly Resource[]): Resource[] {
  const staged = resources.flatMap((resource) =>
    'stagedAction' in resource && resource.stagedAction !== 'Ignore' ? [resource] : [],
  );
  const replaced = new Set(staged.map((resource) => keyOf(enforcedKind[resource.kind], resource)));
  const kept = resources.filter((resource) => !replaced.has(keyOf(resource.kind, resource)));
  const promoted = staged.flatMap((resource): Resource[] => {
    if (resource.stagedAction === 'Delete') return [];
    if (resource.kind === 'StagedKubernetesNetworkPolicy') return [{ ...resource, kind: 'NetworkPolicy' }];
    return [{ ...resource, kind: enforcedKind[resource.kind] }];
  });
  return [...kept.filter((resource) => !('stagedAction' in resource)), ...promoted];
}

function policiesIn(resources: readonly Resource[], reading: NaiveReading): NaivePolicy[] {
  return resources.flatMap((resource): NaivePolicy[] => {
    switch (resource.kind) {
      case 'CalicoNetworkPolicy':
      case 'GlobalNetworkPolicy':
        return [calicoPolicy(resource)];
      case 'StagedNetworkPolicy':
      case 'StagedGlobalNetworkPolicy':
        return reading.pending === 'calico' && resource.stagedAction !== 'Delete' ? [calicoPolicy(resource)] : [];
      case 'StagedKubernetesNetworkPolicy':
        return reading.pending === 'calico' && resource.stagedAction !== 'Delete'
          ? [kubernetesPolicy(resource.kind, resource.meta, resource.spec)]
          : [];
      case 'NetworkPolicy':
        return [kubernetesPolicy('KubernetesNetworkPolicy', resource.meta, resource.spec)];
      case 'ClusterNetworkPolicy':
        return isOld(reading) ? [] : [adminPolicy(resource)];
      case 'AdminNetworkPolicy':
      case 'BaselineAdminNetworkPolicy':
        return isOld(reading) ? [adminPolicy(resource)] : [];
      default:
        return [];
    }
  });
}

/** All tiers in order of evaluation with their policies in order. */
export function naiveTiers(resources: readonly Resource[], reading: NaiveReading): NaiveTier[] {
  const policies = policiesIn(reading.pending === 'promoted' ? promote(resources) : resources, reading);
  const tiers = sortedTiers(
    resources,
    policies.map(({ tier }) => tier),
    reading,
  );
  return tiers.map(({ name, defaultAction }) => ({
    name,
    defaultAction,
    policies: policies
      .filter(({ tier }) => tier === name)
      .sort((a, b) => compareOrders(a.order, b.order) || compareNames(tieBreak(a, reading), tieBreak(b, reading))),
  }));
}
