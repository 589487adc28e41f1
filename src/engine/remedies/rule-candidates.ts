// A rule more: in the policy that stops the flow, in front of the rule that does; or in one that governs the end and has no rule for it.
import type { Policy } from '../../model/policy.ts';
import { policyKind } from '../policy-kinds.ts';
import { resourceOf } from '../policy-source.ts';
import type { BlockedEnd } from './blocked-end.ts';
import { type Candidate, type CandidateSource, flowWordsAt, RANK } from './candidate.ts';
import { nameEnd } from './name-end.ts';

/** Policies without a rule for the flow that are tried. */
const MOST_POLICIES = 2;

/** Those that are there to allow something come first, then those that apply to fewer. */
function likeliest({ applying, direction, snapshot }: BlockedEnd): readonly Policy[] {
  const breadth = (policy: Policy): number => snapshot.subjects[snapshot.policies.indexOf(policy)]?.count() ?? 0;
  const hasRules = (policy: Policy): number => ((policy[direction]?.length ?? 0) > 0 ? 0 : 1);
  return applying
    .filter(({ implied }) => !implied)
    .map((policy) => ({ policy, rank: [hasRules(policy), breadth(policy)] as const }))
    .sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1])
    .slice(0, MOST_POLICIES)
    .map(({ policy }) => policy);
}

/** Whether the policy is for workloads other than the one that is asked about. */
function isForOthers({ snapshot, question: { own } }: BlockedEnd, policy: Policy): boolean {
  const { cluster, policies, subjects, universe } = snapshot;
  const mine = own.type === 'endpoint' ? own.endpoint.workload : -1;
  for (const id of subjects[policies.indexOf(policy)] ?? []) {
    const members = universe.classes[id]?.members ?? [];
    if (members.some((index) => cluster.endpoints[index]?.workload !== mine)) return true;
  }
  return false;
}

export function ruleCandidates(end: BlockedEnd, { snapshot, manifests, flow }: CandidateSource): readonly Candidate[] {
  const { direction, decider } = end;
  const other = nameEnd(snapshot, end.question.other);
  if (!other) return [];
  const rule = { direction, other, traffic: flow.traffic };
  const policies = decider ? [decider.policy] : likeliest(end);
  return policies.flatMap((policy): Candidate[] => {
    const resource = resourceOf(snapshot, policy);
    const edits =
      resource && policyKind(resource.kind)?.writer?.allow?.(resource, rule, decider?.rule.number, manifests);
    if (!edits) return [];
    const place = decider ? ` before rule ${decider.rule.number}` : '';
    const title = `${policy.name} allowed ${flowWordsAt(end, flow)}${place}`;
    const hasRules = (policy[direction]?.length ?? 0) > 0;
    const rank = !hasRules ? RANK.firstRule : isForOthers(end, policy) ? RANK.ruleForOthers : RANK.rule;
    return [{ kind: 'rule', title, edits, created: [], rank }];
  });
}
