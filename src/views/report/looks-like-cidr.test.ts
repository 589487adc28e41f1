// Which addresses and ranges pass the forms.
import { expect, it } from 'vitest';
import { looksLikeAddress, looksLikeCidr } from './looks-like-cidr.ts';

it.each(['10.244.0.0/16', '0.0.0.0/0', 'fd00:10:244::/56', '::/0'])('takes the range %s', (text) =>
  expect(looksLikeCidr(text)).toBe(true),
);

it.each(['10.244.0.0', '10.244.0.0/33', '10.256.0.0/8', '10.0/8', 'fd00::/129', 'pods/8', ''])(
  'refuses the range %j',
  (text) => expect(looksLikeCidr(text)).toBe(false),
);

it.each([
  ['203.0.113.10', true],
  ['2001:db8::10', true],
  ['203.0.113.0/24', false],
  ['203.0.113', false],
  ['api.example.com', false],
])('%s is an address: %s', (text, expected) => expect(looksLikeAddress(text)).toBe(expected));
