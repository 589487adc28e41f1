// Address vocabulary of generated clusters: few enough that pods, blocks and exceptions hit each other often.
import fc from 'fast-check';
import { containsCidr, parseCidr } from '../net/cidr.ts';

export type AddressMode = 'ipv4' | 'ipv6' | 'dual';

/** Where the pods of a generated cluster have their addresses. */
export const podRanges = { ipv4: ['10.244.0.0/16'], ipv6: ['fd00:10:244::/48'] } as const;

/** The addresses of the pod at `position` of all pods, unique in the cluster. */
export function podAddresses(mode: AddressMode, subnet: number, position: number): string[] {
  const ipv4 = `10.244.${subnet}.${10 + position}`;
  const ipv6 = `fd00:10:244:${subnet}::${(16 + position).toString(16)}`;
  if (mode === 'dual') return [ipv4, ipv6];
  return [mode === 'ipv4' ? ipv4 : ipv6];
}

/** The address of node `node-N`. */
export function nodeAddress(mode: AddressMode, number: number): string {
  return mode === 'ipv6' ? `fd00:10::${number}` : `10.10.0.${number}`;
}

const blocks = {
  ipv4: [
    '0.0.0.0/0',
    '0.0.0.0/1',
    '128.0.0.0/1',
    '10.0.0.0/8',
    '10.10.0.0/24',
    '10.10.0.1/32',
    '10.244.0.0/16',
    '10.244.0.0/23',
    '10.244.2.0/23',
    '10.244.0.0/24',
    '10.244.1.0/24',
    '10.244.0.8/29',
    '10.244.0.10/32',
    '10.244.1.11/32',
    '10.244.1.12/32',
    '52.0.0.0/8',
    '52.1.0.0/16',
  ],
  ipv6: [
    '::/0',
    'fd00::/8',
    'fd00:10::/112',
    'fd00:10::1/128',
    'fd00:10:244::/48',
    'fd00:10:244::/64',
    'fd00:10:244:1::/64',
    'fd00:10:244::10/124',
    'fd00:10:244:1::11/128',
    '2001:db8::/32',
    '2001:db8:1::/48',
  ],
};

/** The blocks that go with pods of an address mode. */
export function blockWords(mode: AddressMode): readonly string[] {
  return mode === 'dual' ? [...blocks.ipv4, ...blocks.ipv6] : blocks[mode];
}

/** Blocks strictly inside `cidr`, which the API allows as its exceptions. */
function strictlyInside(cidr: string, all: readonly string[]): string[] {
  const outer = parseCidr(cidr)?.cidr;
  return all.filter((text) => {
    const inner = parseCidr(text)?.cidr;
    return outer && inner && inner.text !== outer.text && containsCidr(outer, inner);
  });
}

function blockOf(all: readonly string[]): fc.Arbitrary<{ cidr: string; except?: string[] }> {
  return fc.constantFrom(...all).chain((cidr) => {
    const inside = strictlyInside(cidr, all);
    const plain = fc.constant({ cidr });
    if (inside.length === 0) return plain;
    const except = fc.subarray(inside, { maxLength: Math.min(3, inside.length) });
    return fc.oneof(plain, fc.record({ cidr: fc.constant(cidr), except }));
  });
}

/** An `ipBlock`, mostly of a family that the cluster has. */
export function ipBlockArbitrary(mode: AddressMode): fc.Arbitrary<{ cidr: string; except?: string[] }> {
  const ipv4 = { arbitrary: blockOf(blocks.ipv4), weight: mode === 'ipv6' ? 1 : 6 };
  const ipv6 = { arbitrary: blockOf(blocks.ipv6), weight: mode === 'ipv4' ? 1 : 6 };
  return fc.oneof(ipv4, ipv6);
}

/** Addresses outside the pods to probe with: the Internet, nodes, an unused address of the pod range. */
export function outsideAddresses(mode: AddressMode): string[] {
  const ipv4 = ['8.8.8.8', '52.1.2.3', '10.10.0.1', '10.244.1.200'];
  const ipv6 = ['2001:db8:1::5', 'fd00:10::1', 'fd00:10:244:1::ff'];
  if (mode === 'dual') return [...ipv4, ...ipv6];
  return mode === 'ipv4' ? ipv4 : ipv6;
}
