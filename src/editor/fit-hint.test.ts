// Hints give way to the text they stand behind.
import { expect, it } from 'vitest';
import { fitHint, roomBehind } from './fit-hint.ts';

const forms = ['← no pods; app: backend is on 2 pods', '← no pods', '← 0'];

it.each([
  [40, '← no pods; app: backend is on 2 pods'],
  [24, '← no pods'],
  [5, '← 0'],
  [2, undefined],
])('in %i columns', (room, text) => {
  expect(fitHint(forms, room)).toBe(text);
});

it('leaves what the line leaves, of one that wraps what its last row leaves', () => {
  expect(roomBehind('  app: web', 40)).toBe(27);
  expect(roomBehind("selector: has(team) || has(purpose) || app == 'web'", 40)).toBe(40 - (2 + 12) - 7);
  expect(roomBehind('名: 前', 40)).toBe(31);
});
