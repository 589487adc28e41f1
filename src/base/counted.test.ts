// Words take their plurals, and large numbers their commas.
import { expect, it } from 'vitest';
import { counted } from './counted.ts';

it.each([
  [1, 'policy', '1 policy'],
  [2, 'policy', '2 policies'],
  [0, 'way', '0 ways'],
  [1200, 'pod', '1,200 pods'],
  [3, 'host prefix', '3 host prefixes'],
  [2, 'address', '2 addresses'],
])('%i %s: %s', (count, noun, expected) => expect(counted(count, noun)).toBe(expected));

it('takes another plural', () => expect(counted(2, 'unknown', 'unknown')).toBe('2 unknown'));
