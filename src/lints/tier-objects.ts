// The Tier objects of the manifests, and where a new one finds room among them.
import type { TierResource } from '../resources/calico-resource.ts';
import type { LintContext } from './lint-context.ts';

/** Calico reference, "Tier": where `default` stands. */
export const DEFAULT_TIER_ORDER = 1_000_000;

/** Calico makes them itself, with orders of its own. */
export const BUILT_IN_TIERS: ReadonlySet<string> = new Set([
  'default',
  'kube-admin',
  'kube-baseline',
  'adminnetworkpolicy',
  'baselineadminnetworkpolicy',
]);

/** None where Calico's reading does not count. */
export function tiersOf({ resources, snapshot }: LintContext): readonly TierResource[] {
  if (snapshot.options.semantics === 'kubernetes') return [];
  return resources.filter((one): one is TierResource => one.kind === 'Tier');
}

/** An order behind the other tiers, and before those that Calico makes. */
export function freeTierOrder(context: LintContext): number {
  const taken = tiersOf(context).flatMap(({ order }) => (order !== undefined && order < 900 ? [order] : []));
  return taken.length === 0 ? 100 : Math.floor(Math.max(...taken)) + 10;
}
