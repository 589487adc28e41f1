// Scalars and keys that other YAML readers take for something else.
import { describe, expect, it } from 'vitest';
import { keyText } from './key-text.ts';
import { integerOfFloat, resolveScalar } from './resolve-scalar.ts';

const TAG = 'tag:yaml.org,2002:';

describe('plain scalars', () => {
  it.each([
    ['y', 'bool', true],
    ['OFF', 'bool', false],
    ['oN', 'string', 'oN'],
    ['~', 'null', undefined],
    ['0120', 'int', 80],
    ['08', 'float', 8],
    ['8_080', 'int', 8080],
    ['_1', 'string', '_1'],
    ['0b-11', 'int', -3],
    ['-0x10', 'int', -16],
    ['9223372036854775807', 'int', 9223372036854775807n],
    ['9223372036854775808', 'uint', 9223372036854775808n],
    ['1e400', 'string', '1e400'],
    ['.5', 'float', 0.5],
    ['._5', 'string', '._5'],
    ['22:22', 'string', '22:22'],
    ['1,000', 'string', '1,000'],
    ['2001-01-01', 'string', '2001-01-01'],
    ['+.inf', 'float', Number.POSITIVE_INFINITY],
  ])('%s', (text, type, value) => {
    expect(resolveScalar(text, '')).toEqual(value === undefined ? { type } : { type, value });
  });
});

describe('tags', () => {
  it.each([
    ['8.5', 'int', undefined],
    ['80', 'float', { type: 'float', value: 80 }],
    ['80', 'str', { type: 'string', value: '80' }],
    ['d2Vi', 'binary', { type: 'string', value: 'web' }],
    ['d2V', 'binary', undefined],
    ['2001-02-29', 'timestamp', undefined],
    ['2000-02-29T1:2:3Z', 'timestamp', { type: 'string', value: '2000-02-29T1:2:3Z' }],
  ])('%s as !!%s', (text, tag, expected) => expect(resolveScalar(text, TAG + tag)).toEqual(expected));
});

describe('numbers as keys', () => {
  it.each([
    ['1e6', '1e+06'],
    ['1.23456789', '1.2345679'],
    ['16777217.0', '1.6777216e+07'],
    ['0.00001', '1e-05'],
    ['-0.0', '-0'],
    ['1e39', '.inf'],
    ['.nan', '.nan'],
    ['010', '8'],
    ['18446744073709551615', undefined],
    ['', undefined],
  ])('%s', (text, expected) => {
    const resolved = resolveScalar(text, '');
    expect(resolved && keyText(resolved)).toBe(expected);
  });
});

it.each([
  [80, 80],
  [-0, 0],
  [1e18, 1000000000000000000n],
  [0.5, undefined],
  [1e20, undefined],
  [1e300, undefined],
])('the float %d passes through JSON as %s', (value, expected) => expect(integerOfFloat(value)).toBe(expected));
