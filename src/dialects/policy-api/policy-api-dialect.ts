// The dialect of policy.networking.k8s.io: tiers above and below NetworkPolicy. Tier names and orders are Calico's.
import type { Diagnostic } from '../../documents/diagnostic.ts';
import type { Tier } from '../../model/policy.ts';
import type { Semantics } from '../../model/semantics.ts';
import type { AdminPolicyResource, Resource } from '../../resources/resource.ts';
import type { Dialect } from '../dialect.ts';
import { adminNetworkPolicy } from './admin-network-policy.ts';
import { baselineAdminNetworkPolicy } from './baseline-admin-network-policy.ts';
import { clusterNetworkPolicy } from './cluster-network-policy.ts';
import { isUnsupported } from './compile-admin-policy.ts';
import { writtenAdminPolicy } from './written-admin-policy.ts';

/** Traffic that no rule of these tiers matches goes on to the next tier. */
function passingTier(name: string, order: number): Tier {
  return { name, order, unmatched: 'pass', unmatchedReason: 'no rule of the tier matches, so the next tier decides' };
}

const v1alpha1 = [passingTier('adminnetworkpolicy', 1000), passingTier('baselineadminnetworkpolicy', 10_000_000)];
const v1alpha2 = [passingTier('kube-admin', 1000), passingTier('kube-baseline', 10_000_000)];

/** Calico replaced the tiers of the first version of the API by those of the second in 3.32. */
function tiers(semantics: Semantics): readonly Tier[] {
  if (semantics === 'kubernetes') return [...v1alpha1, ...v1alpha2];
  return semantics === 'calico-3.31' ? v1alpha1 : v1alpha2;
}

const dialectKinds = [adminNetworkPolicy, baselineAdminNetworkPolicy, clusterNetworkPolicy];

const isEvaluated = (resource: Resource, semantics: Semantics): resource is AdminPolicyResource =>
  dialectKinds.some((kind) => kind.kind === resource.kind && (kind.semantics?.includes(semantics) ?? true));

/** Rules that Calico replaces because it does not know one of their peers. */
function replacedRules(policy: AdminPolicyResource, semantics: Semantics): Diagnostic[] {
  const object = `${policy.kind} ${policy.meta.name}`;
  return [...policy.spec.ingress, ...policy.spec.egress].flatMap((rule) =>
    rule.peers
      .filter((peer) => isUnsupported(peer, semantics))
      .map((peer): Diagnostic => {
        const effect =
          rule.action === 'Allow' ? 'drops the whole rule' : 'replaces the whole rule by one that denies everything';
        return {
          code: 'unsupported-peer',
          severity: 'warning',
          message: `Calico does not support peers by \`${peer.type}\` and ${effect}`,
          advice: 'Name the peers by `namespaces`, `pods` or `networks`.',
          range: peer.range,
          object,
        };
      }),
  );
}

export const policyApiDialect: Dialect = {
  id: 'policy-api',
  tiers: (_, semantics) => tiers(semantics),
  kinds: dialectKinds,
  written: (object, _, semantics) => writtenAdminPolicy(object, semantics),
  review: (resources, semantics) => ({
    resources,
    diagnostics: resources.flatMap((resource) =>
      isEvaluated(resource, semantics) ? replacedRules(resource, semantics) : [],
    ),
  }),
};
