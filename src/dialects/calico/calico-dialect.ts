// The dialect of projectcalico.org: tiers of ordered policies, global and staged ones, sets of addresses, and hosts.
import type { Policy } from '../../model/policy.ts';
import type { Resource } from '../../resources/resource.ts';
import type { CompileContext, Dialect } from '../dialect.ts';
import { calicoTiers } from './calico-tiers.ts';
import { contribute } from './contribute.ts';
import { failsafePolicies } from './failsafe.ts';
import { fallThrough } from './fall-through.ts';
import { globalNetworkPolicy } from './global-network-policy.ts';
import { hostEndpointsOf } from './host-endpoints.ts';
import { labelHome } from './label-home.ts';
import { labelPhrase } from './label-phrase.ts';
import { labelView } from './label-view.ts';
import { calicoNetworkPolicy } from './network-policy.ts';
import { placeTier } from './place-tier.ts';
import { profilePolicies } from './profiles.ts';
import { review } from './review.ts';
import { ruleAssumptions } from './rule-assumptions.ts';
import { stagedGlobalNetworkPolicy } from './staged-global-network-policy.ts';
import { stagedKubernetesNetworkPolicy } from './staged-kubernetes-network-policy.ts';
import { stagedNetworkPolicy } from './staged-network-policy.ts';
import { writtenCalicoPolicy } from './written-calico-policy.ts';

function implied(resources: readonly Resource[], context: CompileContext): readonly Policy[] {
  if (context.semantics === 'kubernetes') return [];
  const hosts = hostEndpointsOf(resources);
  return [...failsafePolicies(hosts, resources), ...profilePolicies(hosts, resources, context)];
}

export const calicoDialect: Dialect = {
  id: 'calico',
  tiers: calicoTiers,
  kinds: [
    calicoNetworkPolicy,
    globalNetworkPolicy,
    stagedNetworkPolicy,
    stagedGlobalNetworkPolicy,
    stagedKubernetesNetworkPolicy,
  ],
  review,
  contribute,
  assume: ruleAssumptions,
  implied,
  labelView,
  labelHome,
  labelPhrase,
  fallThrough,
  placeTier,
  written: writtenCalicoPolicy,
};
