// One moved among others: as few orders as possible change, and what comes out is the wanted sequence.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareText } from '../base/compare-text.ts';
import type { OrderRange } from '../dialects/dialect.ts';
import { placeAmong, type Ranked } from './place-among.ts';

const ANY: OrderRange = { whole: false, min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };
const PRIORITY: OrderRange = { whole: true, min: 0, max: 1000 };

const ranked = (id: string, order: number, isFixed: boolean): Ranked => ({
  ...{ id, order, tieBreak: id },
  orders: isFixed ? undefined : ANY,
});

/** `a10 b- k1000! p5#`: a name and its order, `-` for none, `!` fixed, `#` a priority. Names break ties but for priorities. */
function drawn(text: string): Ranked[] {
  return text.split(' ').map((word) => {
    const id = word.slice(0, 1);
    const number = Number.parseFloat(word.slice(1));
    const order = Number.isNaN(number) ? Number.POSITIVE_INFINITY : number;
    if (word.endsWith('#')) return { id, order, tieBreak: undefined, orders: PRIORITY };
    return ranked(id, order, word.endsWith('!'));
  });
}

/** What changes: `b20 c-`. */
function moved(text: string, id: string): string {
  const wanted = drawn(text);
  const orders = placeAmong(
    wanted,
    wanted.findIndex((one) => one.id === id),
  );
  if (!orders) return 'refused';
  return [...orders].map(([name, order]) => `${name}${Number.isFinite(order) ? order : '-'}`).join(' ');
}

describe('the wanted sequence needs', () => {
  it.each([
    ['a number between', 'b10 a100 c20', 'a', 'a15'],
    ['nothing where its own order fits', 'b10 a15 c20', 'a', ''],
    ['a number before all', 'c30 a10 b20', 'c', 'c5'],
    ['a number behind all', 'b20 c30 a10', 'a', 'a40'],
    ['no more than a tie that falls right', 'a10 b20 c10', 'b', 'b10'],
    ['another moved out of a tie that does not', 'a10 c10 b10', 'c', 'b20'],
    ['orders for those before it that have none', 'b- a- c-', 'a', 'b10'],
    ['no order any more behind those without', 'a- b- c5', 'c', 'c-'],
    ['a place before the policies of Kubernetes', 'd10 a2000 k1000! l1000!', 'a', 'a500'],
    ['a place behind them', 'k1000! l1000! a10', 'a', 'a1010'],
    ['a tie among them', 'k1000! l10 m1000!', 'l', 'l1000'],
    ['what no tie gives', 'k1000! a10 l1000!', 'a', 'refused'],
    ['whole numbers for priorities', 'a5# c900# b6#', 'c', 'b910'],
  ])('%s', (_, text, id, expected) => {
    const told = moved(text, id);
    expect(told.split(' ').sort()).toEqual(expected.split(' ').sort());
  });

  it('priorities within their bounds', () => {
    expect(moved('b1# a0#', 'b')).toBe('a10');
  });
});

const rankedArbitrary = fc
  .uniqueArray(
    fc.record({
      id: fc.constantFrom(...'abcdefghij'),
      order: fc.constantFrom(0, 1, 2, 5, 5.5, 10, 1000, Number.POSITIVE_INFINITY),
      isFixed: fc.boolean(),
    }),
    { selector: ({ id }) => id, minLength: 2, maxLength: 8 },
  )
  .map((all) => all.map(({ id, order, isFixed }) => ranked(id, order, isFixed)));

const inOrder = (all: readonly Ranked[]): Ranked[] =>
  [...all].sort((a, b) => (a.order === b.order ? compareText(a.id, b.id) : a.order < b.order ? -1 : 1));

it('comes out of any list, and fixed ones keep their orders', () => {
  fc.assert(
    fc.property(rankedArbitrary, fc.nat(), fc.nat(), (all, from, to) => {
      const [one, ...none] = inOrder(all).splice(from % all.length, 1);
      const others = inOrder(all).filter((other) => other !== one);
      if (!one || none.length > 0) return;
      const at = to % all.length;
      const wanted = [...others.slice(0, at), { ...one, orders: ANY }, ...others.slice(at)];
      const orders = placeAmong(wanted, at);
      if (!orders) {
        expect(others.some(({ orders: free }) => !free)).toBe(true);
        return;
      }
      const after = wanted.map((ranked) => ({ ...ranked, order: orders.get(ranked.id) ?? ranked.order }));
      expect(inOrder(after).map(({ id }) => id)).toEqual(wanted.map(({ id }) => id));
      for (const { id, orders: free } of wanted) if (orders.has(id)) expect(free).toBeDefined();
    }),
  );
});
