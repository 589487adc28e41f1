// Policies in the order in which they are asked, each once: where it acts in several places, in its usual one.
import type { Rule } from '../model/policy.ts';
import type { Direction, LintContext, PlacedPolicy } from './lint-context.ts';

/** Actions after which no later rule of the tier is asked. */
export const isTerminal = ({ action }: Rule): boolean => action !== 'log';

const known = new WeakMap<LintContext, readonly PlacedPolicy[]>();

/** Those that an object of the manifests holds. */
export function policiesInOrder(context: LintContext): readonly PlacedPolicy[] {
  const found = known.get(context);
  if (found) return found;
  const usual = new Map<unknown, PlacedPolicy>();
  for (const placed of context.placed) {
    const other = usual.get(placed.resource);
    // The usual place has the id without a suffix.
    if (!other || placed.policy.id.length < other.policy.id.length) usual.set(placed.resource, placed);
  }
  const all = context.placed.filter((placed) => placed.resource && usual.get(placed.resource) === placed);
  known.set(context, all);
  return all;
}

/** Whether nothing decides which of two goes first. */
export function isUndecided({ policy: a }: PlacedPolicy, { policy: b }: PlacedPolicy): boolean {
  return a.tier === b.tier && a.order === b.order && (a.tieBreak === undefined || b.tieBreak === undefined);
}

/** Whether some flow of what both policies apply to matches both rules, as far as the manifests tell. */
export function rulesOverlap(
  [a, b]: readonly [Rule, Rule],
  [first, second]: readonly [PlacedPolicy, PlacedPolicy],
  direction: Direction,
  context: LintContext,
): boolean {
  const { table } = context.snapshot;
  const peers = context.matched(a, 'peer').and(context.matched(b, 'peer'));
  const own = first.subjects.and(second.subjects).and(context.matched(a, 'own')).and(context.matched(b, 'own'));
  const [destination] = direction === 'ingress' ? own : peers;
  if (destination === undefined || own.isEmpty() || peers.isEmpty()) return false;
  const [here, there] = [a, b].map(({ matches }) =>
    matches.map((match) => context.engine.traffic(match, destination)).reduce((x, y) => table.union(x, y), table.none),
  );
  return table.intersection(here ?? table.none, there ?? table.none) !== table.none;
}
