// Rules that allow everything to or from everybody, so that no policy after them has a say.
import type { Rule } from '../model/policy.ts';
import { selectsOne } from '../model/selector.ts';
import { policiesInOrder } from './evaluation-order.ts';
import { podIn } from './hypothetical.ts';
import type { Direction, LintContext, PlacedPolicy } from './lint-context.ts';
import { isCatchAll } from './rule-cover.ts';

/** Whoever selects this one selects by no label of pods. */
const isForEverybody = ({ policy }: PlacedPolicy): boolean =>
  selectsOne(policy.subject, podIn(policy.namespace === '' ? 'some-namespace' : policy.namespace));

/** The rule by which a policy allows everything in a direction to all pods (of its namespace), with nothing asked before in it. */
export function broadAllow(placed: PlacedPolicy, direction: Direction, context: LintContext): Rule | undefined {
  const rule = placed.policy[direction]?.find(({ action }) => action !== 'log');
  if (rule?.action !== 'allow' || !isCatchAll(rule, context.snapshot.matrix.families)) return undefined;
  return isForEverybody(placed) ? rule : undefined;
}

/** Policies asked after a broad Allow about some of the same pods: they decide nothing there, the end of the tier included. */
export function mootAfter(by: PlacedPolicy, direction: Direction, context: LintContext): readonly PlacedPolicy[] {
  return policiesInOrder(context).filter(
    (other) =>
      other.index > by.index &&
      other.policy[direction] !== undefined &&
      other.subjects.intersects(by.subjects) &&
      !broadAllow(other, direction, context),
  );
}
