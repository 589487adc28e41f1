// Ranges that fill another one, alone and together.
import { expect, it } from 'vitest';
import { type Cidr, parseCidr } from './cidr.ts';
import { areCovering } from './cidr-cover.ts';

const cidrs = (text: string): readonly Cidr[] =>
  text.split(' ').flatMap((one) => (one === '' ? [] : (parseCidr(one)?.cidr ?? [])));

it.each([
  ['10.0.0.0/8', '10.0.0.0/8', true],
  ['10.0.0.0/7', '10.0.0.0/8', true],
  ['10.0.0.0/9 10.128.0.0/9', '10.0.0.0/8', true],
  ['10.0.0.0/9 10.128.0.0/10 10.192.0.0/10 10.0.0.0/16', '10.0.0.0/8', true],
  ['10.0.0.0/9 10.0.0.0/9', '10.0.0.0/8', false],
  ['10.0.0.0/9 11.0.0.0/9', '10.0.0.0/8', false],
  ['', '0.0.0.0/0', false],
  ['0.0.0.0/1 128.0.0.0/1', '0.0.0.0/0', true],
  ['::/1 8000::/1', '::/0', true],
  ['::/0', '10.0.0.0/8', false],
])('%s covers %s: %s', (others, text, covers) => {
  const [cidr] = cidrs(text);
  expect(cidr && areCovering(cidrs(others), cidr)).toBe(covers);
});
