// The reasons add up to the number of documents left out.
import { expect, test } from 'vitest';
import type { Problem } from '../../engine/results.ts';
import { gapWords } from './gap-words.ts';

function problem(object: string, gap: Problem['gap'], line = 1): Problem {
  const location = { file: 'a.yaml', line, column: 1, start: 0, end: 1 };
  return { severity: 'error', code: 'wrong', message: 'wrong', location, object, ...(gap && { gap }) } as Problem;
}

test('several problems of one document count once', () => {
  const gaps = [
    problem('Pod shop/web', 'rejected', 3),
    problem('Pod shop/web', 'rejected', 4),
    problem('Pod shop/db', 'rejected'),
    problem('GlobalNetworkPolicy all', 'not-evaluated'),
  ];
  expect(gapWords(gaps)).toBe('1 of a policy kind that is not evaluated, 2 that the API server would reject.');
});
