// What the page shows of tiers and policies: where they stand, what they apply to, and those that take no part.
import { compareText } from '../base/compare-text.ts';
import type { SourceFile, SourceRange } from '../documents/source-file.ts';
import type { Policy, RuleAction } from '../model/policy.ts';
import type { Bitset } from '../net/bitset.ts';
import type { Ground } from './ground.ts';
import type { InactivePolicy } from './inactive-policies.ts';
import type { Locator } from './locate.ts';
import { fixedReason } from './plan-move.ts';
import type { InactiveSummary, PolicySummary, TierSummary } from './policy-results.ts';
import type { Snapshot } from './snapshot.ts';

type Subjects = Pick<PolicySummary, 'appliesToPods' | 'appliesToHosts' | 'appliesTo' | 'appliesToNodes'>;

/** What of the endpoints a policy applies to. What a host forwards is told with the host. */
function subjectsOf(snapshot: Snapshot, index: number, limit: number): Subjects {
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
  const listed = [...nodes].sort(compareText).slice(0, limit);
  return { appliesToPods: pods, appliesToHosts: hosts.size, appliesTo: listed, appliesToNodes: nodes.size };
}

function actionsOf({ ingress = [], egress = [] }: Policy): PolicySummary['actions'] {
  const counts: Partial<Record<RuleAction, number>> = {};
  for (const { action } of [...ingress, ...egress]) counts[action] = (counts[action] ?? 0) + 1;
  return counts;
}

function policySummary(policy: Policy, subjects: Subjects, locator: Locator): PolicySummary {
  const { id, kind, namespace, name, tier, order, staged, implied } = policy;
  const fixed = fixedReason(policy);
  return {
    ...{ id, kind, namespace, name, tier },
    ...(Number.isFinite(order) ? { order } : {}),
    ...(staged ? { staged } : {}),
    ...(implied ? { implied } : {}),
    directions: (['ingress', 'egress'] as const).filter((direction) => policy[direction] !== undefined),
    ruleCount: (policy.ingress?.length ?? 0) + (policy.egress?.length ?? 0),
    actions: actionsOf(policy),
    ...(fixed === undefined ? {} : { fixed }),
    ...subjects,
    location: locator.locate(policy.range),
  };
}

/** A summary and what it was made of. */
interface KnownSummary {
  readonly subject: Bitset | undefined;
  readonly ground: Ground;
  readonly file: SourceFile | undefined;
  readonly summary: PolicySummary;
}

/** Summaries of policies: those that an edit left alone stay the very same. */
export class PolicySummaries {
  readonly #limit: number;
  readonly #known = new WeakMap<Policy, KnownSummary>();
  #last: { readonly snapshot: Snapshot; readonly summaries: readonly PolicySummary[] } | undefined;

  /** `limit`: nodes listed of each. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** In evaluation order. */
  of(snapshot: Snapshot, locator: Locator): readonly PolicySummary[] {
    const { ground, policies, subjects } = snapshot;
    const last = this.#last?.snapshot.ground === ground ? this.#last : undefined;
    const summaries = policies.map((policy, index) => {
      // The same policy comes from the same text.
      const isSame = policy === last?.snapshot.policies[index] && subjects[index] === last.snapshot.subjects[index];
      return (isSame ? last?.summaries[index] : undefined) ?? this.#summary(snapshot, policy, index, locator);
    });
    this.#last = { snapshot, summaries };
    return summaries;
  }

  #summary(snapshot: Snapshot, policy: Policy, index: number, locator: Locator): PolicySummary {
    const known = this.#known.get(policy);
    const file = locator.file(policy.range.file);
    const subject = snapshot.subjects[index];
    const isSame = known?.ground === snapshot.ground && known.subject === subject && known.file === file;
    if (known && isSame) return known.summary;
    const subjects = subjectsOf(snapshot, index, this.#limit);
    const summary = policySummary(policy, subjects, locator);
    this.#known.set(policy, { subject, ground: snapshot.ground, file, summary });
    return summary;
  }
}

/** How many policies the manifests hold: one that acts in several places counts once, what follows from other objects not. */
export function countPolicies({ policies }: Snapshot): number {
  const objects = new Set<SourceRange>();
  for (const { implied, range } of policies) if (!implied) objects.add(range);
  return objects.size;
}

export function tierSummaries({ tiers }: Snapshot): TierSummary[] {
  return tiers.map(({ name, title, order, unmatched, declared }) => ({
    name,
    title: title ?? name,
    ...(Number.isFinite(order) ? { order } : {}),
    unmatched,
    ...(declared ? { declared } : {}),
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
