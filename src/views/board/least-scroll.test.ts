// The board moves no farther than needed.
import { expect, it } from 'vitest';
import { leastScroll } from './least-scroll.ts';

it.each([
  ['in view', 0, { start: 0, end: 220 }, 0],
  ['in view at the far edge', 100, { start: 380, end: 600 }, 100],
  ['beyond the far edge', 0, { start: 440, end: 660 }, 160],
  ['before the near edge', 300, { start: 220, end: 440 }, 220],
  ['longer than the window', 0, { start: 50, end: 800 }, 50],
] as const)('%s', (_, at, span, place) => expect(leastScroll(at, 500, span)).toBe(place));
