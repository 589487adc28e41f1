// Lists made over and over, held to making them anew.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { KeptMap } from './kept-map.ts';

it('makes the same lists as a plain map, and makes nothing twice in one place', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.nat({ max: 3 }), { maxLength: 5 })), (lists) => {
      const kept = new KeptMap<number, { readonly of: number }>();
      let before: readonly number[] = [];
      let made = kept.map([], (item) => ({ of: item }));
      for (const list of lists) {
        const now = kept.map(list, (item) => ({ of: item }));
        expect(now).toEqual(list.map((item) => ({ of: item })));
        for (const [place, item] of list.entries()) if (before[place] === item) expect(now[place]).toBe(made[place]);
        if (before.length === list.length && before.every((item, place) => item === list[place])) {
          expect(now).toBe(made);
        }
        [before, made] = [list, now];
      }
    }),
  );
});
