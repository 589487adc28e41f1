// Addresses and prefixes: what is read, what is refused, how it is written, and how prefixes relate.
import { describe, expect, test } from 'vitest';
import {
  containsAddress,
  containsCidr,
  formatAddress,
  isIPv4Mapped,
  overlaps,
  parseAddress,
  parseCidr,
} from './cidr.ts';

const address = (text: string) => {
  const parsed = parseAddress(text);
  if (!parsed) throw new Error(`${text} should be an address`);
  return parsed;
};
const cidr = (text: string) => {
  const parsed = parseCidr(text);
  if (!parsed) throw new Error(`${text} should be a CIDR`);
  return parsed.cidr;
};

describe('addresses', () => {
  test.each([
    ['10.0.0.1', '10.0.0.1'],
    ['255.255.255.255', '255.255.255.255'],
    ['::', '::'],
    ['::1', '::1'],
    ['2001:DB8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['fe80::', 'fe80::'],
    ['::ffff:10.0.0.1', '::ffff:a00:1'],
  ])('%s is written %s', (text, canonical) => {
    expect(formatAddress(address(text))).toBe(canonical);
  });

  test.each([
    '',
    '10.0.0',
    '10.0.0.256',
    '010.0.0.1',
    '10.0.0.1.',
    '1::2::3',
    ':::',
    '1:2:3:4:5:6:7:8:9',
    'fe80::1%eth0',
    'g::',
    '1:2:3:4:5:6:7::8:9',
    '12345::',
  ])('%j is no address', (text) => {
    expect(parseAddress(text)).toBeUndefined();
  });

  test('IPv4-mapped IPv6 is told apart', () => {
    expect(isIPv4Mapped(address('::ffff:1.2.3.4'))).toBe(true);
    expect(isIPv4Mapped(address('::1.2.3.4'))).toBe(false);
    expect(isIPv4Mapped(address('1.2.3.4'))).toBe(false);
  });
});

describe('prefixes', () => {
  test('host bits are cleared and told', () => {
    expect(parseCidr('10.1.2.3/8')).toMatchObject({ hostBits: true, cidr: { text: '10.0.0.0/8' } });
    expect(parseCidr('2001:db8::/32')).toMatchObject({ hostBits: false, cidr: { text: '2001:db8::/32' } });
  });

  test.each(['10.0.0.0', '10.0.0.0/33', '10.0.0.0/-1', '10.0.0.0/08', '10.0.0.0/', '::/129', '/8', '10.0.0.0/8/8'])(
    '%j is no prefix',
    (text) => {
      expect(parseCidr(text)).toBeUndefined();
    },
  );

  test('prefixes are nested or apart, and families never meet', () => {
    expect(containsCidr(cidr('10.0.0.0/8'), cidr('10.2.0.0/16'))).toBe(true);
    expect(containsCidr(cidr('10.2.0.0/16'), cidr('10.0.0.0/8'))).toBe(false);
    expect(overlaps(cidr('10.2.0.0/16'), cidr('10.0.0.0/8'))).toBe(true);
    expect(overlaps(cidr('10.2.0.0/16'), cidr('10.3.0.0/16'))).toBe(false);
    expect(containsCidr(cidr('0.0.0.0/0'), cidr('::/0'))).toBe(false);
    expect(containsAddress(cidr('fd00::/8'), address('fd12::1'))).toBe(true);
    expect(containsAddress(cidr('0.0.0.0/0'), address('::1'))).toBe(false);
  });
});
