// Another order: a policy that allows the flow comes before the one that denies it, or the one that denies behind it.
import type { Policy } from '../../model/policy.ts';
import type { MoveTarget } from '../move-request.ts';
import { planMove } from '../plan-move.ts';
import { askRule } from '../trace-rule.ts';
import type { BlockedEnd } from './blocked-end.ts';
import { type Candidate, type CandidateSource, RANK } from './candidate.ts';

/** Policies that would allow the flow and are tried. */
const MOST_POLICIES = 3;

/** Those that govern the end, come later, and whose first rule for the flow allows it. */
function laterAllowing({ snapshot, direction, question, decider }: BlockedEnd): readonly Policy[] {
  const { policies, subjects } = snapshot;
  const start = decider ? policies.indexOf(decider.policy) + 1 : policies.length;
  const found: Policy[] = [];
  for (let at = start; at < policies.length && found.length < MOST_POLICIES; at++) {
    const policy = policies[at];
    if (!policy || policy.implied || !subjects[at]?.has(question.own.column)) continue;
    const first = policy[direction]?.find((rule) => rule.action !== 'log' && askRule(rule, question).type === 'hit');
    if (first?.action === 'allow') found.push(policy);
  }
  return found;
}

export function orderCandidates(end: BlockedEnd, { snapshot }: CandidateSource): readonly Candidate[] {
  const { decider } = end;
  if (!decider) return [];
  const { id, tier, name } = decider.policy;
  return laterAllowing(end).flatMap((policy): Candidate[] => {
    const ahead: MoveTarget = { type: 'policy', id: policy.id, tier, before: id };
    const next = snapshot.policies[snapshot.policies.indexOf(policy) + 1];
    const follower = next?.tier === policy.tier ? { before: next.id } : {};
    const behind: MoveTarget = { type: 'policy', id, tier: policy.tier, ...follower };
    const [first, second] = [planMove(snapshot, ahead), planMove(snapshot, behind)];
    const plan = 'edits' in first ? first : 'edits' in second ? second : undefined;
    if (!plan) return [];
    const title = `${policy.name} came before ${name}`;
    return [{ kind: 'order', title, edits: plan.edits, created: [], rank: RANK.order }];
  });
}
