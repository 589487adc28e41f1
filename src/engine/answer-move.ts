// A move as it is answered: planned, evaluated, and refused unless it does just what was wanted.
import type { Policy } from '../model/policy.ts';
import { compareSnapshots } from './diff-snapshots.ts';
import { hypotheticalDraft, textsAfter } from './hypothetical-draft.ts';
import type { MoveAnswer, MoveRequest } from './move-request.ts';
import { isOrdinary, type MovePlan, planMove } from './plan-move.ts';
import type { SnapshotId } from './results.ts';
import type { Snapshot, SnapshotCache } from './snapshot.ts';

/** Ids of the policies of each tier, in order, but for those of objects that `left` has. */
function sequences({ policies }: Snapshot, left: (policy: Policy) => boolean): Map<string, string[]> {
  const byTier = new Map<string, string[]>();
  for (const policy of policies) {
    if (left(policy)) continue;
    const ids = byTier.get(policy.tier) ?? [];
    byTier.set(policy.tier, ids);
    ids.push(policy.id);
  }
  return byTier;
}

const sameLists = (a: ReadonlyMap<string, readonly string[]>, b: ReadonlyMap<string, readonly string[]>): boolean =>
  a.size === b.size && [...a].every(([tier, ids]) => ids.join('\n') === b.get(tier)?.join('\n'));

const isFollower = ({ follows }: Policy): boolean => follows !== undefined;

/** Whether after the edits everything stands where the plan wants it, and where it stood. */
function isAsWanted(draft: Snapshot, after: Snapshot, plan: MovePlan, request: MoveRequest): boolean {
  const stay = (policy: Policy): boolean =>
    !isFollower(policy) && !plan.changed.includes(policy.id) && policy.id !== plan.id;
  const ordersOf = (snapshot: Snapshot) =>
    new Map(snapshot.policies.filter(stay).map((one) => [one.id, [String(one.order)]]));
  if (!sameLists(ordersOf(draft), ordersOf(after))) return false;
  if (request.type === 'tier') {
    const names = after.tiers.filter(isOrdinary).map(({ name }) => name);
    const none = (): boolean => false;
    return names.join('\n') === plan.wanted.join('\n') && sameLists(sequences(draft, none), sequences(after, none));
  }
  const wanted = sequences(draft, (policy) => isFollower(policy) || policy.id === request.id);
  wanted.set(request.tier, [...plan.wanted]);
  return sameLists(wanted, sequences(after, isFollower));
}

function labelOf(plan: MovePlan, request: MoveRequest, names: ReadonlyMap<string, string>, was: string): string {
  const next = plan.wanted[plan.at + 1];
  const last = plan.wanted[plan.at - 1];
  const nameOf = (id: string): string => names.get(id) ?? id;
  const beside = next !== undefined ? ` before ${nameOf(next)}` : last !== undefined ? ` behind ${nameOf(last)}` : '';
  if (request.type === 'tier') return `Move tier ${was}${beside}`;
  const isRenamed = plan.name !== was;
  return `Move ${nameOf(request.id)}${beside} in tier ${request.tier}${isRenamed ? `, as ${plan.name}` : ''}`;
}

/** What the move would take and bring. Nothing is changed. */
export function answerMove(
  draft: Snapshot,
  request: MoveRequest,
  cache: SnapshotCache,
  snapshot: SnapshotId,
): MoveAnswer {
  const plan = planMove(draft, request);
  if ('refusal' in plan) return { snapshot, refusal: plan.refusal };
  const after = hypotheticalDraft(draft, textsAfter(draft, plan.edits), cache);
  if (!isAsWanted(draft, after, plan, request)) {
    return { snapshot, refusal: 'Edits of this object would change more than its place' };
  }
  const { impact } = compareSnapshots(draft, after, cache, request.ports);
  const names = new Map(
    draft.policies.map(({ id, namespace, name }) => [id, namespace === '' ? name : `${namespace}/${name}`]),
  );
  const was = draft.policies.find(({ id }) => id === request.id)?.name ?? request.id;
  return {
    snapshot,
    label: labelOf(plan, request, names, was),
    edits: plan.edits,
    impact,
    at: plan.at + 1,
    of: plan.wanted.length,
    among: request.type === 'tier' ? 'the tiers' : `tier ${request.tier}`,
    id: plan.id,
    ...(plan.name === was ? {} : { renamed: plan.name }),
    others: plan.changed.filter((id) => id !== request.id).length,
  };
}
