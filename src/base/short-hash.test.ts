// Equal texts have equal hashes, and others hardly ever.
import { expect, it } from 'vitest';
import { shortHash } from './short-hash.ts';

it('is 16 digits, always the same', () => {
  expect(shortHash('')).toMatch(/^[0-9a-f]{16}$/);
  expect(shortHash('a: 1')).toBe(shortHash(['a', ' 1'].join(':')));
});

it('tells texts apart', () => {
  const hashes = Array.from({ length: 20_000 }, (_, number) => shortHash(`spec.ingress ${number}`));
  expect(new Set(hashes).size).toBe(hashes.length);
});
