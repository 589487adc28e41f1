// Finds selectors that nothing can fit, whatever labels there are: `a == 'x' && a == 'y'`, `!all()`.
import type { CalicoSelector } from '../resources/calico-selector-syntax.ts';
import { conditionHolds, type FoundCondition } from './selector-tree.ts';

/** Alternatives beyond these are taken to be possible. */
const MAX_WAYS = 64;

/** One way to fit a selector: all of its conditions. */
type Way = readonly FoundCondition[];

/** The ways to fit `tree` (its negation where `negated`); undefined where there are too many to look at. */
function waysOf(tree: CalicoSelector, negated: boolean): readonly Way[] | undefined {
  switch (tree.op) {
    case 'all':
    case 'global':
      return negated ? [] : [[]];
    case 'not':
      return waysOf(tree.term, !negated);
    case 'and':
    case 'or': {
      const parts = tree.terms.map((term) => waysOf(term, negated));
      const isUnion = (tree.op === 'or') !== negated;
      return parts.reduce((a, b) => a && b && (isUnion ? limited(a.concat(b)) : product(a, b)));
    }
    default:
      return [[{ condition: tree, negated }]];
  }
}

const limited = (ways: readonly Way[]): readonly Way[] | undefined => (ways.length > MAX_WAYS ? undefined : ways);

function product(a: readonly Way[], b: readonly Way[]): readonly Way[] | undefined {
  if (a.length * b.length > MAX_WAYS) return undefined;
  return a.flatMap((one) => b.map((other) => [...one, ...other]));
}

const holds = ({ condition, negated }: FoundCondition, value: string | undefined): boolean =>
  conditionHolds(condition, value) !== negated;

/**
 * Whether some value of one label, or its absence, fits all conditions. The values that are written, the absence and one
 * value that nobody wrote stand for all: conditions compare with written texts only.
 */
function canFit(conditions: readonly FoundCondition[]): boolean {
  const texts = conditions.flatMap(({ condition }) => {
    if (condition.op === 'has') return [];
    return 'values' in condition ? condition.values.map(({ text }) => text) : [condition.value.text];
  });
  const affixed = conditions.some(({ condition }) => /contains|starts-with|ends-with/.test(condition.op));
  const isFixed = conditions.some(({ condition, negated }) => !negated && /^(equals|in)$/.test(condition.op));
  const mustLack = conditions.some(({ condition, negated }) => negated && condition.op === 'has');
  // Prefixes and the like can be joined to values that nobody wrote.
  if (affixed && !isFixed && !mustLack) return true;
  return [undefined, '\u0000', ...texts].some((value) => conditions.every((condition) => holds(condition, value)));
}

function isPossible(way: Way): boolean {
  const keys = new Set(way.map(({ condition }) => condition.key.text));
  return [...keys].every((key) => canFit(way.filter(({ condition }) => condition.key.text === key)));
}

/** Whether no labels fit all of `trees` together. */
export function isContradiction(...trees: readonly CalicoSelector[]): boolean {
  const terms = trees.map((tree) => waysOf(tree, false));
  const ways = terms.reduce((a, b) => a && b && product(a, b), [[]]);
  return ways !== undefined && !ways.some(isPossible);
}
