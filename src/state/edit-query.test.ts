// What buttons do to a typed query.
import { expect, it } from 'vitest';
import { fieldValues, withField, withPart } from './edit-query.ts';

it('gives a field other values, or none, and leaves the rest', () => {
  expect(withField('from:a verdict:denied -verdict:unknown b', 'verdict', ['allowed', 'denied'])).toBe(
    'from:a -verdict:unknown b verdict:allowed,denied',
  );
  expect(withField('from:a verdict:denied', 'verdict', [])).toBe('from:a');
  expect(fieldValues('verdict:denied,allowed -verdict:unknown', 'verdict')).toEqual(['denied', 'allowed']);
});

it('puts a suggestion in its place', () => {
  expect(withPart('a form:x b', { from: 2, to: 8 }, 'from:x')).toBe('a from:x b');
});
