// What the page shows of tiers and policies: where they stand, what they apply to, and those that take no part.
import { compareText } from '../base/compare-text.ts';
import type { Policy } from '../model/policy.ts';
import type { InactivePolicy } from './inactive-policies.ts';
import type { Locator } from './locate.ts';
import type { InactiveSummary, PolicySummary, TierSummary } from './results.ts';
import type { Snapshot } from './snapshot.ts';

/** What of the endpoints a policy applies to. What a host forwards is told with the host. */
function subjectsOf(
  snapshot: Snapshot,
  index: number,
): Pick<PolicySummary, 'appliesToPods' | 'appliesToHosts' | 'appliesTo'> {
  const { endpoints, workloads } = snapshot.cluster;
  const nodes = new Set<string>();
  const hosts = new Set<string>();
  let pods = 0;
  for (const id of snapshot.subjects[index] ?? []) {
    for (const member of snapshot.universe.classes[id]?.members ?? []) {
      const endpoint = endpoints[member];
      const workload = endpoint && workloads[endpoint.workload];
      if (!endpoint) continue;
      if (workload) {
        nodes.add(workload.id);
        pods += endpoint.count;
      } else {
        nodes.add(`host:${endpoint.name}`);
        hosts.add(endpoint.name);
      }
    }
  }
  return { appliesToPods: pods, appliesToHosts: hosts.size, appliesTo: [...nodes].sort(compareText) };
}

function policySummary(snapshot: Snapshot, policy: Policy, index: number, locator: Locator): PolicySummary {
  const { id, kind, namespace, name, tier, order, staged, implied } = policy;
  return {
    ...{ id, kind, namespace, name, tier },
    ...(Number.isFinite(order) ? { order } : {}),
    ...(staged ? { staged } : {}),
    ...(implied ? { implied } : {}),
    directions: (['ingress', 'egress'] as const).filter((direction) => policy[direction] !== undefined),
    ruleCount: (policy.ingress?.length ?? 0) + (policy.egress?.length ?? 0),
    ...subjectsOf(snapshot, index),
    location: locator.locate(policy.range),
  };
}

/** In evaluation order. */
export function policySummaries(snapshot: Snapshot, locator: Locator): PolicySummary[] {
  return snapshot.policies.map((policy, index) => policySummary(snapshot, policy, index, locator));
}

/** How many policies the manifests hold: one that acts in several places counts once, what follows from other objects not. */
export function countPolicies({ policies }: Snapshot): number {
  const written = policies.filter((policy) => !policy.implied);
  return new Set(written.map(({ kind, namespace, name }) => `${kind}/${namespace}/${name}`)).size;
}

export function tierSummaries({ tiers }: Snapshot): TierSummary[] {
  return tiers.map(({ name, title, order, unmatched }) => ({
    name,
    title: title ?? name,
    ...(Number.isFinite(order) ? { order } : {}),
    unmatched,
  }));
}

function inactiveSummary(policy: InactivePolicy, locator: Locator): InactiveSummary {
  const { kind, namespace, name, reason, place, stagedAction, range } = policy;
  return {
    id: `${kind}/${namespace}/${name}`,
    ...{ kind, namespace, name, reason },
    ...(place === undefined ? {} : { tier: place.tier }),
    ...(place?.order === undefined ? {} : { order: place.order }),
    ...(stagedAction === undefined ? {} : { stagedAction }),
    location: locator.locate(range),
  };
}

export function inactiveSummaries({ inactive }: Snapshot, locator: Locator): InactiveSummary[] {
  return inactive.map((policy) => inactiveSummary(policy, locator));
}
