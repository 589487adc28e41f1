// Names, keys and values at the edges of their syntax.
import { describe, expect, it } from 'vitest';
import {
  dnsLabelErrors,
  labelKeyErrors,
  labelValueErrors,
  portNameErrors,
  portNumberErrors,
  subdomainErrors,
} from './name-syntax.ts';

/** The first words of each error, which tell the rules apart. */
const firstWords = (errors: readonly string[]) => errors.map((error) => error.split(' ').slice(0, 5).join(' '));

describe('label keys', () => {
  it.each(['a', 'A', '1', 'a.b_c-d', 'example.com/a', 'x/y', `${'a'.repeat(63)}`, `${'a'.repeat(253)}/b`])(
    '%s is one',
    (key) => expect(labelKeyErrors(key)).toEqual([]),
  );

  it.each<[string, ...string[]]>([
    ['', 'name part must be non-empty', 'name part must consist of'],
    ['a b', 'name part must consist of'],
    ['-a', 'name part must consist of'],
    ['a.', 'name part must consist of'],
    ['é', 'name part must consist of'],
    ['a'.repeat(64), 'name part must be no'],
    ['/a', 'prefix part must be non-empty'],
    ['a/', 'name part must be non-empty', 'name part must consist of'],
    ['Example.com/a', 'prefix part a lowercase RFC'],
    ['a..b/c', 'prefix part a lowercase RFC'],
    [`${'a'.repeat(254)}/b`, 'prefix part must be no'],
    ['a/b/c', 'a qualified name must consist'],
  ])('%.20s is none', (key, ...expected) => expect(firstWords(labelKeyErrors(key))).toEqual(expected));
});

it.each(['', 'a', 'A-1_b.c', '1.10', 'a'.repeat(63)])('label value %s', (value) =>
  expect(labelValueErrors(value)).toEqual([]),
);

it.each(['-a', 'a-', 'a b', 'a/b', 'ä', ' ', 'a\n'])('no label value: %j', (value) =>
  expect(firstWords(labelValueErrors(value))).toEqual(['a valid label must be']),
);

it.each(['a', 'a.b', '0-9.x', `${'a'.repeat(253)}`])('subdomain %s', (name) =>
  expect(subdomainErrors(name)).toEqual([]),
);

it.each(['', 'A', 'a_b', '.a', 'a.', 'a..b', '-a', 'a-.b', 'a b'])('no subdomain: %j', (name) =>
  expect(firstWords(subdomainErrors(name))).toEqual(['a lowercase RFC 1123 subdomain']),
);

it('counts the characters of a subdomain', () =>
  expect(subdomainErrors('a'.repeat(254))).toEqual(['must be no more than 253 characters']));

it.each(['a', '0-9', 'a'.repeat(63)])('DNS label %s', (name) => expect(dnsLabelErrors(name)).toEqual([]));

it.each(['', 'a.b', 'A', '-a', 'a-'])('no DNS label: %j', (name) =>
  expect(firstWords(dnsLabelErrors(name))).toEqual(['a lowercase RFC 1123 label']),
);

it('takes time in proportion to the length', () => {
  const long = `${'a-'.repeat(50_000)}!`;
  const start = performance.now();
  labelKeyErrors(`${long}/${long}`);
  labelValueErrors(long);
  subdomainErrors(long);
  portNameErrors(long);
  expect(performance.now() - start).toBeLessThan(200);
});

it.each([1, 80, 65535])('port %i', (port) => expect(portNumberErrors(port)).toEqual([]));

it.each([0, -1, 65536])('no port: %i', (port) =>
  expect(portNumberErrors(port)).toEqual(['must be between 1 and 65535, inclusive']),
);
