// EndpointSlices: whose they are, their addresses and ports.
import { expect, it } from 'vitest';
import { decodeJson } from '../../testing/decode-json.ts';

const slice = (extra: object) => ({
  apiVersion: 'discovery.k8s.io/v1',
  kind: 'EndpointSlice',
  metadata: { name: 'db-1', namespace: 'x', labels: { 'kubernetes.io/service-name': 'db' } },
  addressType: 'IPv4',
  ...extra,
});

it('reads service, addresses and ports', () => {
  const endpoints = [{ addresses: ['10.0.0.1', '10.0.0.2'] }, { addresses: ['10.0.0.1'] }, {}];
  const ports = [{ name: 'pg', port: 5432 }, { name: '', port: 53, protocol: 'UDP' }, { name: 'any' }];
  expect(decodeJson(slice({ endpoints, ports }))).toMatchObject({
    said: [],
    resources: [
      {
        service: 'db',
        addresses: ['10.0.0.1', '10.0.0.2'],
        ports: [
          { name: 'pg', port: 5432, protocol: 'TCP' },
          { name: undefined, port: 53, protocol: 'UDP' },
        ],
      },
    ],
  });
});

it('leaves out names, which FQDN slices hold', () =>
  expect(decodeJson(slice({ addressType: 'FQDN', endpoints: [{ addresses: ['db.example'] }] }))).toMatchObject({
    said: [],
    resources: [{ addresses: [] }],
  }));

it('rejects what is no address', () =>
  expect(decodeJson(slice({ endpoints: [{ addresses: ['db'] }] })).said).toEqual([
    'error: endpoints[0].addresses[0]: Invalid value: "db": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff) @ "db"',
  ]));
