// The keyboard's way over the board.
import { expect, it } from 'vitest';
import type { BoardColumn } from '../../state/board-columns.ts';
import { firstPlace, keyAt, placeOf, stepFrom, typedAhead } from './board-places.ts';

const location = { file: 'a.yaml', line: 1, column: 1, endLine: 1, endColumn: 1, start: 0, end: 1 };
/** `security: a b`. */
const columns = ['security: apple avocado', 'platform:', 'default: banana'].map((text): BoardColumn => {
  const [name = '', names = ''] = text.split(':');
  const cards = names
    .split(' ')
    .filter(Boolean)
    .map((card) => ({
      key: card,
      state: 'invalid' as const,
      policy: {
        id: card,
        kind: 'GlobalNetworkPolicy',
        namespace: '',
        name: card,
        reason: 'invalid' as const,
        location,
      },
    }));
  return { tier: { name, title: name, unmatched: 'deny' }, cards, of: cards.length };
});
const after = (from: string, key: string) => {
  const place = placeOf(columns, from);
  const next = place && stepFrom(columns, place, key);
  return next && keyAt(columns, next);
};

it.each([
  ['apple', 'ArrowDown', 'avocado'],
  ['avocado', 'ArrowDown', 'avocado'],
  ['apple', 'ArrowUp', 'tier security'],
  ['tier security', 'ArrowUp', 'tier security'],
  ['apple', 'ArrowRight', 'tier platform'],
  ['tier platform', 'ArrowRight', 'tier default'],
  ['tier default', 'ArrowDown', 'banana'],
  ['banana', 'ArrowRight', 'banana'],
  ['avocado', 'Home', 'apple'],
  ['apple', 'End', 'avocado'],
  ['apple', 'x', undefined],
])('%s, %s: %s', (from, key, expected) => {
  expect(after(from, key)).toBe(expected);
});

it('comes in at the first card', () => {
  expect(keyAt(columns, firstPlace(columns))).toBe('apple');
});

it('finds what is typed, the next one for one letter', () => {
  const from = { column: 0, row: 0 };
  const found = (text: string) => {
    const place = typedAhead(columns, from, text);
    return place && keyAt(columns, place);
  };
  expect([found('a'), found('ap'), found('b'), found('x')]).toEqual(['avocado', 'apple', 'banana', undefined]);
});
