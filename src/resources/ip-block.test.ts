// How the API server 1.36 takes each spelling of a CIDR, and which network is read.
import { describe, expect, it } from 'vitest';
import { decodeJson, policyWith } from '../testing/decode-json.ts';

function decodeBlock(cidr: unknown, except?: unknown) {
  const { resources, said } = decodeJson(policyWith({ ingress: [{ from: [{ ipBlock: { cidr, except } }] }] }));
  const [policy] = resources;
  const peer = policy?.kind === 'NetworkPolicy' ? policy.spec.ingress[0]?.peers[0] : undefined;
  const read = peer?.type === 'ipBlock' ? [peer.cidr, ...peer.except].map((one) => one.text).join(' - ') : undefined;
  return { read, said: said.map((line) => line.replaceAll('spec.ingress[0].from[0].ipBlock.', '')) };
}

const valid = 'must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)';
const zeros = 'must not have leading 0s in IP or prefix length';
const mapped = 'must not have an IPv4-mapped IPv6 address';

describe('cidr', () => {
  it.each(['10.0.0.0/8', '0.0.0.0/0', '1.2.3.4/32', '2001:db8::/32', '::/0'])('%s is fine', (cidr) =>
    expect(decodeBlock(cidr)).toEqual({ read: cidr, said: [] }),
  );

  it.each([
    ['10.0.0.1', valid],
    ['10.0.0.0/33', valid],
    ['2001:db8::/129', valid],
    ['10.0.0/8', valid],
    ['10.0.0.256/32', valid],
    [' 10.0.0.0/8', valid],
    ['fe80::%eth0/64', valid],
    ['10.0.0.0/+8', valid],
    ['any', valid],
    ['010.0.0.0/8', zeros],
    ['10.0.0.01/32', zeros],
    ['2001:00db8::/32', zeros],
    ['::ffff:0:0/96', mapped],
    ['::ffff:10.0.0.0/104', mapped],
  ])('%s is rejected', (cidr, why) =>
    expect(decodeBlock(cidr)).toEqual({
      read: undefined,
      said: [`error: cidr: Invalid value: "${cidr}": ${why} @ "${cidr}"`],
    }),
  );

  it.each([
    ['10.1.2.3/8', 'must not have bits set beyond the prefix length', '10.0.0.0/8'],
    ['2001:db8::1/32', 'must not have bits set beyond the prefix length', '2001:db8::/32'],
    ['10.0.0.0/08', zeros, '10.0.0.0/8'],
  ])('%s is an error, and the object stays, since stored ones do', (cidr, why, read) => {
    const tail = `it is read as ${read}, because objects that are stored already stay`;
    expect(decodeBlock(cidr)).toEqual({
      read,
      said: [`error: cidr: Invalid value: "${cidr}": ${why}; ${tail} @ "${cidr}"`],
    });
  });

  it('warns of IPv6 spelled in another way than RFC 5952 has it', () =>
    expect(decodeBlock('2001:0DB8:0::/32')).toEqual({
      read: '2001:db8::/32',
      said: [
        'warning: cidr: IPv6 CIDR value "2001:0DB8:0::/32" should be in RFC 5952 canonical format ("2001:db8::/32") @ "2001:0DB8:0::/32"',
      ],
    }));

  it.each([undefined, null, ''])('%s is missing', (cidr) => {
    const [line] = decodeBlock(cidr).said;
    expect(line).toBe('error: cidr: Required value @ "ipBlock"');
  });

  it('must be a string', () =>
    expect(decodeBlock(10).said).toEqual(['error: cidr: must be a string, but `10` reads as a number @ 10']));
});

describe('except', () => {
  it('lists strict subsets, twice if need be', () =>
    expect(decodeBlock('10.0.0.0/8', ['10.1.0.0/16', '10.1.0.0/16']).read).toBe(
      '10.0.0.0/8 - 10.1.0.0/16 - 10.1.0.0/16',
    ));

  it.each([null, []])('%j is none', (except) => expect(decodeBlock('10.0.0.0/8', except).said).toEqual([]));

  it.each(['10.0.0.0/8', '11.0.0.0/16', '0.0.0.0/0', '2001:db8::/32'])('%s is no strict subset of 10.0.0.0/8', (part) =>
    expect(decodeBlock('10.0.0.0/8', [part]).said).toEqual([
      `error: except[0]: Invalid value: "${part}": must be a strict subset of \`cidr\` @ "${part}"`,
    ]),
  );

  it.each([
    ['10.1.0.1', `"10.1.0.1": ${valid} @ "10.1.0.1"`],
    [null, `"": ${valid} @ null`],
  ])('%s is no CIDR', (part, words) =>
    expect(decodeBlock('10.0.0.0/8', [part]).said).toEqual([`error: except[0]: Invalid value: ${words}`]),
  );

  it('is one list', () =>
    expect(decodeBlock('10.0.0.0/8', '10.1.0.0/16').said).toEqual([
      'error: except: must be a list, but "10.1.0.0/16" is a string @ "10.1.0.0/16"',
    ]));
});
