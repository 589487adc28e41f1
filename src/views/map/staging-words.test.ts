// The line about staged policies, in its numbers and views.
import { expect, it } from 'vitest';
import { changeWords, stagingWords } from './staging-words.ts';

it.each([
  ['enforced', 1, 0, '1 staged policy has no effect now.'],
  ['enforced', 3, 1, '3 staged policies (1 deletion) have no effect now.'],
  ['calico', 2, 0, '2 staged policies count beside the enforced ones, each at its own order.'],
  [
    'calico',
    2,
    2,
    '2 staged policies (2 deletions) count beside the enforced ones, each at its own order; deletions do not count, as in Calico’s flow logs.',
  ],
  ['promoted', 1, 0, '1 staged policy takes the place of what it stages.'],
  ['promoted', 2, 1, '2 staged policies (1 deletion) take the place of what they stage; deletions take theirs away.'],
] as const)('%s with %d and %d', (view, policies, deletions, words) =>
  expect(stagingWords(view, { policies, deletions })).toBe(words),
);

it.each([
  [0, 0, 0, 'That changes no flow.'],
  [1, 0, 0, 'That opens 1 flow.'],
  [0, 1200, 2, 'That closes 1,200 flows and turns 2 flows to or from unknown.'],
  [2, 1, 1, 'That opens 2 flows, closes 1 flow and turns 1 flow to or from unknown.'],
])('%d opened, %d closed, %d unknown', (opened, closed, unknown, words) =>
  expect(changeWords({ opened, closed, unknown })).toBe(words),
);
