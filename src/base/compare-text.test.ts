// The order is by code unit, whatever the locale.
import { expect, it } from 'vitest';
import { compareText } from './compare-text.ts';

it('sorts upper case before lower case and ASCII before the rest', () =>
  expect(['é', 'b', 'Z', 'a', '_', '10', '9'].sort(compareText)).toEqual(['10', '9', 'Z', '_', 'a', 'b', 'é']));

it('calls equal texts equal', () => expect(compareText('a', 'a')).toBe(0));
