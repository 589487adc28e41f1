// Which address ranges pass the form.
import { expect, it } from 'vitest';
import { looksLikeCidr } from './looks-like-cidr.ts';

it.each(['10.244.0.0/16', '0.0.0.0/0', 'fd00:10:244::/56', '::/0'])('takes %s', (text) =>
  expect(looksLikeCidr(text)).toBe(true),
);

it.each(['10.244.0.0', '10.244.0.0/33', '10.256.0.0/8', '10.0/8', 'fd00::/129', 'pods/8', ''])('refuses %j', (text) =>
  expect(looksLikeCidr(text)).toBe(false),
);
