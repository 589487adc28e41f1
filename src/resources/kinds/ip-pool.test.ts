// IPPool: which addresses are pods'.
import { expect, it } from 'vitest';
import { decodeText, failingFixes, manifestOf, stylesOf } from '../../testing/decode-text.ts';

const pool = (spec: string) => decodeText(manifestOf('IPPool', spec));

it.each([
  ['cidr: 10.244.0.0/16\nfutureField: 1', true],
  ['cidr: 10.244.0.0/16\nallowedUses: [Tunnel]', false],
  ['cidr: 10.244.0.0/16\nallowedUses: [Tunnel, Workload]', true],
  ['cidr: 10.244.0.0/30\ndisabled: true', false],
  ['cidr: 10.244.0.0/30\nblockSize: 30\nipipMode: Always', true],
])('%s', (spec, forWorkloads) => {
  expect(pool(spec).said).toEqual([]);
  expect(pool(spec).resources).toMatchObject([{ kind: 'IPPool', forWorkloads }]);
});

it.each([
  ['blockSize: 26', 'spec: IPPool CIDR must be specified @ spec'],
  ['cidr: pods', 'spec.cidr: Invalid value: "pods": invalid CIDR @ pods'],
  [
    'cidr: 10.244.0.1/16',
    'spec.cidr: Invalid value: "10.244.0.1/16": invalid CIDR: bits are set beyond the prefix length @ 10.244.0.1/16',
  ],
  [
    'cidr: 10.244.0.0/30',
    'spec.cidr: IP pool size is too small for use with Calico IPAM: it must be at least one block, which is a /26 @ 10.244.0.0/30',
  ],
  [
    'cidr: 169.254.0.0/24',
    'spec.cidr: IP pool range overlaps with IPv4 Link Local range 169.254.0.0/16 @ 169.254.0.0/24',
  ],
  ['cidr: fd00::/64\nipipMode: Always', 'spec.ipipMode: IPIPMode is not supported on an IPv6 IP pool @ Always'],
  [
    'cidr: 10.0.0.0/8\nipipMode: Always\nvxlanMode: CrossSubnet',
    'spec.ipipMode: IPIPMode and VXLANMode cannot both be enabled @ Always',
  ],
  [
    'cidr: 10.0.0.0/8\nallowedUses: [workload]',
    'spec.allowedUses[0]: Unsupported value: "workload": supported values: "Workload", "Tunnel", "LoadBalancer" @ workload',
  ],
])('refuses %s', (spec, problem) => {
  expect(pool(spec).said).toEqual([`error: ${problem}`]);
  expect(pool(spec).resources).toEqual([]);
  expect(stylesOf(manifestOf('IPPool', spec)).flatMap(failingFixes)).toEqual([]);
});
