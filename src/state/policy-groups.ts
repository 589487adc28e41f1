// The list of policies: by tier in evaluation order, or by namespace where order decides nothing.
import { compareText } from '../base/compare-text.ts';
import type { InactiveSummary, PolicySummary, TierSummary } from '../engine/policy-results.ts';
import type { SnapshotReport } from '../engine/results.ts';
import { remembered } from './selectors.ts';

/** A policy of the list, whether it takes part or not. */
export type ListedPolicy =
  /** `isAlone`: no other policy stands in its file. */
  | { readonly active: true; readonly policy: PolicySummary; readonly isAlone: boolean }
  | { readonly active: false; readonly policy: InactiveSummary };

export type PolicyGroup =
  | {
      readonly by: 'tier';
      readonly key: string;
      readonly tier: TierSummary;
      /** False for one that is built in, and for the places where policies of hosts act. */
      readonly declared: boolean;
      readonly policies: readonly ListedPolicy[];
    }
  | { readonly by: 'namespace'; readonly key: string; readonly policies: readonly ListedPolicy[] };

/** The kind whose policies all stand at one place of one tier and add to one another: for them order means nothing. */
const UNORDERED_KIND = 'NetworkPolicy';

/** What nobody wrote as a policy (failsafe ports, profiles) and what was rejected is not listed. */
function listed({ policies, inactive }: SnapshotReport): readonly ListedPolicy[] {
  const perFile = new Map<string, number>();
  for (const { location } of policies) perFile.set(location.file, (perFile.get(location.file) ?? 0) + 1);
  const isAlone = ({ location }: PolicySummary): boolean => perFile.get(location.file) === 1;
  return [
    ...policies
      .filter(({ implied }) => !implied)
      .map((policy) => ({ active: true, policy, isAlone: isAlone(policy) }) as const),
    ...inactive.filter(({ reason }) => reason !== 'invalid').map((policy) => ({ active: false, policy }) as const),
  ];
}

/** Names of the tiers that manifests hold and the reading knows. */
function declaredTiers({ files, tiers }: SnapshotReport): ReadonlySet<string> {
  const known = new Set(tiers.map(({ name }) => name));
  const written = files.flatMap(({ objects }) => objects.filter(({ kind }) => kind === 'Tier').map(({ name }) => name));
  return new Set(written.filter((name) => known.has(name)));
}

let last: ReadonlyMap<string, PolicyGroup> = new Map();

/**
 * By tier as soon as there is one in the manifests, or a policy of a kind that has an order. A group in which nothing changed
 * since the last report is the very same object, so that only the others are drawn again.
 */
export const policyGroupsOf = remembered((report: SnapshotReport): readonly PolicyGroup[] => {
  const groups = groupsOf(report).map((group) => {
    const before = last.get(group.key);
    return before && isSameGroup(before, group) ? before : group;
  });
  last = new Map(groups.map((group) => [group.key, group]));
  return groups;
});

function isSameGroup(a: PolicyGroup, b: PolicyGroup): boolean {
  if (a.by !== b.by || a.policies.length !== b.policies.length) return false;
  if (a.by === 'tier' && b.by === 'tier' && (a.tier !== b.tier || a.declared !== b.declared)) return false;
  return a.policies.every((one, at) => {
    const other = b.policies[at];
    return one.policy === other?.policy && (!one.active || !other.active || one.isAlone === other.isAlone);
  });
}

function groupsOf(report: SnapshotReport): readonly PolicyGroup[] {
  const all = listed(report);
  const declared = declaredTiers(report);
  const isTiered = declared.size > 0 || all.some(({ policy }) => policy.kind !== UNORDERED_KIND);
  return isTiered ? byTier(report.tiers, declared, all) : byNamespace(all);
}

/** Tiers in evaluation order, those without a policy where somebody declared them; a policy that takes no part stands behind those of its order. */
function byTier(
  tiers: readonly TierSummary[],
  declared: ReadonlySet<string>,
  all: readonly ListedPolicy[],
): readonly PolicyGroup[] {
  const groups = new Map<string, ListedPolicy[]>(tiers.map(({ name }) => [name, []]));
  for (const entry of all) {
    const tier = entry.policy.tier ?? '';
    const group = groups.get(tier);
    if (group) group.push(entry);
    else groups.set(tier, [entry]);
  }
  const known = new Map(tiers.map((tier) => [tier.name, tier]));
  return [...groups]
    .filter(([name, policies]) => policies.length > 0 || declared.has(name))
    .map(([name, policies]) => ({
      by: 'tier',
      key: name,
      tier: known.get(name) ?? { name, title: name, unmatched: 'deny' },
      declared: declared.has(name),
      policies: policies.toSorted((a, b) => compareOrders(a.policy.order, b.policy.order)),
    }));
}

function compareOrders(a = Number.POSITIVE_INFINITY, b = Number.POSITIVE_INFINITY): number {
  return a === b ? 0 : a - b;
}

/** Namespaces in order, each with its policies in the order of their files. */
function byNamespace(all: readonly ListedPolicy[]): readonly PolicyGroup[] {
  const groups = new Map<string, ListedPolicy[]>();
  for (const entry of all) {
    const group = groups.get(entry.policy.namespace);
    if (group) group.push(entry);
    else groups.set(entry.policy.namespace, [entry]);
  }
  const byPlace = ({ policy: a }: ListedPolicy, { policy: b }: ListedPolicy) =>
    compareText(a.location.file, b.location.file) || a.location.start - b.location.start;
  return [...groups]
    .map(([key, policies]) => ({ by: 'namespace', key, policies: policies.sort(byPlace) }) as const)
    .sort((a, b) => compareText(a.key, b.key));
}
