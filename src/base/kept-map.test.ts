// Lists made over and over, held to making them anew.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { KeptMap } from './kept-map.ts';

const items = Array.from({ length: 4 }, (_, number) => ({ number }));

it('makes the same lists as a plain map, and makes nothing twice', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.constantFrom(...items), { maxLength: 5 })), (lists) => {
      const kept = new KeptMap<(typeof items)[number], { readonly of: number }>();
      const first = new Map<object, object>();
      let before: readonly object[] = [];
      let made = kept.map([], ({ number }) => ({ of: number }));
      for (const list of lists) {
        const now = kept.map(list, ({ number }) => ({ of: number }));
        expect(now).toEqual(list.map(({ number }) => ({ of: number })));
        for (const [place, item] of list.entries()) {
          const own = now[place] ?? {};
          expect(own).toBe(first.get(item) ?? own);
          first.set(item, own);
        }
        if (before.length === list.length && before.every((item, place) => item === list[place])) {
          expect(now).toBe(made);
        }
        [before, made] = [list, now];
      }
    }),
  );
});
