// Whether labels meet the conditions of an asserted end, and the label nearest to one that nothing has.
import type { LabelTest } from '../resources/asserted-end.ts';
import type { Labels } from '../resources/resource.ts';
import { globTest, nearestToGlob } from './glob-match.ts';

type Test = (labels: Labels) => boolean;

function oneTest({ key, value, isNot }: LabelTest): Test {
  const isValue = value === undefined ? () => true : globTest(value);
  if (!key.includes('*')) {
    return (labels) => {
      const own = labels.get(key);
      return (own !== undefined && isValue(own)) !== isNot;
    };
  }
  const isKey = globTest(key);
  return (labels) => [...labels].some(([own, said]) => isKey(own) && isValue(said)) !== isNot;
}

/** All of them must hold. */
export function labelTest(tests: readonly LabelTest[]): Test {
  const all = tests.map(oneTest);
  return (labels) => all.every((test) => test(labels));
}

/** `app=web`. */
const pairText = (key: string, value: string): string => `${key}=${value}`;

/** The label that somebody has, nearest to the first condition that nobody meets. */
export function nearestLabel(tests: readonly LabelTest[], everybody: Iterable<Labels>): string | undefined {
  const all = [...everybody];
  const vain = tests.find((test) => !test.isNot && !all.some(labelTest([test])));
  if (!vain) return undefined;
  const values = new Map<string, Set<string>>();
  for (const labels of all) {
    for (const [key, value] of labels) values.set(key, (values.get(key) ?? new Set()).add(value));
  }
  const key = values.has(vain.key) ? vain.key : nearestToGlob(vain.key, values.keys());
  if (key === undefined) return undefined;
  const own = values.get(key) ?? new Set<string>();
  if (vain.value === undefined) return key;
  const value = own.has(vain.value) ? vain.value : nearestToGlob(vain.value, own);
  return value === undefined ? (key === vain.key ? undefined : key) : pairText(key, value);
}
