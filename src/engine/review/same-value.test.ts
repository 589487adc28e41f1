// Values are compared by what they say.
import { describe, expect, it } from 'vitest';
import { readValue } from '../../testing/read-value.ts';
import { isSameValue, likeness, valueText } from './same-value.ts';

describe('two values', () => {
  it.each([
    ['a: 1\nb: [x, "z"]', '# said otherwise\nb:\n  - "x"\n  - z\na: 1', true],
    ['a: 1', 'a: "1"', false],
    ['a: [x, z]', 'a: [z, x]', false],
    ['a: null', 'b: null', false],
    ['a: {}', 'a: {b: 1}', false],
    ['a: &x {b: 1}\nc: *x', 'a: {b: 1}\nc: {b: 1}', true],
  ])('%j and %j', (a, b, isSame) => {
    expect(isSameValue(readValue(a), readValue(b))).toBe(isSame);
    expect(valueText(readValue(a)) === valueText(readValue(b))).toBe(isSame);
  });
});

describe('likeness', () => {
  const of = (a: string, b: string) => likeness(readValue(a), readValue(b));
  it('is all or nothing at its ends', () => {
    expect(of('{a: 1}', '{a: 1}')).toBe(1);
    expect(of('{a: 1}', '{b: 1}')).toBe(0);
  });
  it('counts another value at one place less than the same', () => {
    const changed = of('{a: 1, b: 2}', '{a: 1, b: 3}');
    expect(changed).toBeGreaterThan(of('{a: 1, b: 2}', '{a: 1, c: 2}'));
    expect(changed).toBeLessThan(1);
  });
});
