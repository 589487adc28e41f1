// Only the flags of the command go.
import { expect, it } from 'vitest';
import { withoutFlags } from './without-flags.ts';

it.each([
  ['Give the addresses (--domain NAME=IP)', 'Give the addresses'],
  ['Look at a pending view (`--pending`).', 'Look at a pending view.'],
  ['Supply them (--domain NAME=IP), ask for the flow by name', 'Supply them, ask for the flow by name'],
  ['Write addresses (`nets`, or a network set)', 'Write addresses (`nets`, or a network set)'],
])('%s', (advice, shown) => expect(withoutFlags(advice)).toBe(shown));
