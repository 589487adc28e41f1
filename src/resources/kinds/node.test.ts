// Which addresses and pod ranges a Node has.
import { expect, it } from 'vitest';
import { decodeJson } from '../../testing/decode-json.ts';

const node = (spec: unknown, addresses: unknown) => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name: 'n', labels: { zone: 'a' } },
  spec,
  status: { addresses },
});

it('reads internal and external addresses and pod ranges', () => {
  const addresses = [
    { type: 'InternalIP', address: '172.18.0.2' },
    { type: 'ExternalIP', address: '2001:DB8::2' },
    { type: 'Hostname', address: 'n' },
  ];
  const [resource] = decodeJson(
    node({ podCIDR: '10.0.1.0/24', podCIDRs: ['10.0.1.0/24', 'fd00::/64'] }, addresses),
  ).resources;
  expect(resource).toMatchObject({ meta: { namespace: '' }, addresses: ['172.18.0.2', '2001:db8::2'] });
  expect(resource?.kind === 'Node' && resource.podCIDRs.map((cidr) => cidr.text)).toEqual(['10.0.1.0/24', 'fd00::/64']);
});

it('is rejected where an address or range is none', () =>
  expect(decodeJson(node({ podCIDR: '10.0.1.0' }, [{ type: 'InternalIP', address: 'n' }])).said).toEqual([
    'error: status.addresses[0].address: Invalid value: "n": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff) @ "n"',
    'error: spec.podCIDR: Invalid value: "10.0.1.0": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64) @ "10.0.1.0"',
  ]));
