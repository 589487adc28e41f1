// The dialect of policy.networking.k8s.io: tiers above and below NetworkPolicy. Tier names and orders are Calico's.
import type { Tier } from '../../model/policy.ts';
import type { Dialect } from '../dialect.ts';
import { adminNetworkPolicy } from './admin-network-policy.ts';
import { baselineAdminNetworkPolicy } from './baseline-admin-network-policy.ts';
import { clusterNetworkPolicy } from './cluster-network-policy.ts';

/** Traffic that no rule of these tiers matches goes on to the next tier. */
function passingTier(name: string, order: number): Tier {
  return { name, order, unmatched: 'pass', unmatchedReason: 'no rule of the tier matches, so the next tier decides' };
}

export const policyApiDialect: Dialect = {
  id: 'policy-api',
  tiers: () => [
    passingTier('adminnetworkpolicy', 1000),
    passingTier('kube-admin', 1000),
    passingTier('baselineadminnetworkpolicy', 10_000_000),
    passingTier('kube-baseline', 10_000_000),
  ],
  kinds: [adminNetworkPolicy, baselineAdminNetworkPolicy, clusterNetworkPolicy],
};
