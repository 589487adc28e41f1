// Lists of policies are numbers: equal ones equal numbers, and all that is asked of them is what arrays would say.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Policy } from '../model/policy.ts';
import { NO_POLICIES, PolicyLists } from './policy-lists.ts';

const policies = Array.from({ length: 6 }, (_, index) => ({ id: `p${index}` }) as Policy);

it('are arrays that are kept once', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.constantFrom(...policies), { maxLength: 8 }), { maxLength: 400 }), (arrays) => {
      const lists = new PolicyLists();
      const numbers = arrays.map((array) => lists.of(array));
      const begins = new Set(
        arrays.flatMap((array) =>
          array.map((_, end) =>
            array
              .slice(0, end + 1)
              .map(({ id }) => id)
              .join(),
          ),
        ),
      );
      expect(lists.size).toBe(begins.size + 1);
      for (const [index, array] of arrays.entries()) {
        const list = numbers[index] ?? -1;
        expect(lists.policies(list)).toEqual(array);
        expect([lists.length(list), lists.last(list)]).toEqual([array.length, array.at(-1)]);
        expect(lists.parent(list)).toBe(lists.of(array.slice(0, -1)));
        const key = array.map(({ id }) => id).join();
        const longer = [...begins].filter((one) => one.replace(/,?[^,]+$/, '') === key);
        expect(lists.branches(list)).toBe(longer.length);
      }
      expect(lists.of([])).toBe(NO_POLICIES);
    }),
  );
});
