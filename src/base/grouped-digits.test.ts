// Numbers are written as the platform writes them.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { groupedDigits } from './grouped-digits.ts';

it('groups digits as `toLocaleString` does', () => {
  const counts = fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -20_000, max: 20_000 }));
  fc.assert(
    fc.property(counts, (count) => {
      expect(groupedDigits(count)).toBe(count.toLocaleString('en-US'));
    }),
  );
});
