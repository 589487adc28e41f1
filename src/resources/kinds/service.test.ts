// Services: selector, ports with their defaults, addresses.
import { describe, expect, it } from 'vitest';
import { decodeJson } from '../../testing/decode-json.ts';

const service = (spec: unknown) => ({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' }, spec });
const read = (spec: unknown) => {
  const { resources, said } = decodeJson(service(spec));
  expect(said).toEqual([]);
  return resources[0];
};

describe('ports', () => {
  it.each<[object, object]>([
    [{ port: 80 }, { port: 80, targetPort: 80, protocol: 'TCP', name: undefined, nodePort: undefined }],
    [
      { port: 80, targetPort: 8080, nodePort: 31000 },
      { targetPort: 8080, nodePort: 31000 },
    ],
    [
      { port: 53, protocol: 'UDP', targetPort: 'dns', name: 'dns' },
      { targetPort: 'dns', protocol: 'UDP', name: 'dns' },
    ],
    [{ port: 80, targetPort: 0 }, { targetPort: 80 }],
    [{ port: 80, targetPort: '' }, { targetPort: 80 }],
    [{ port: 80, targetPort: null }, { targetPort: 80 }],
  ])('%j', (port, expected) => expect(read({ ports: [port] })).toMatchObject({ ports: [expected] }));

  it.each<[unknown, string]>([
    [{}, 'spec.ports[0].port: Required value @ {}'],
    [{ port: '80' }, 'spec.ports[0].port: must be a whole number, but "80" is a string @ "80"'],
    [{ port: 0 }, 'spec.ports[0].port: Invalid value: 0: must be between 1 and 65535, inclusive @ 0'],
    [
      { port: 80, targetPort: 70000 },
      'spec.ports[0].targetPort: Invalid value: 70000: must be between 1 and 65535, inclusive @ 70000',
    ],
    [
      { port: 80, targetPort: '8080' },
      'spec.ports[0].targetPort: Invalid value: "8080": must contain at least one letter (a-z) @ "8080"',
    ],
  ])('%j is rejected', (port, words) => {
    const { said, resources } = decodeJson(service({ ports: [port] }));
    expect(said).toEqual([`error: ${words}`]);
    expect(resources).toEqual([]);
  });
});

it.each([undefined, null, {}])('selector %j is none', (selector) =>
  expect(read({ selector })).toMatchObject({ selector: undefined }),
);

it('reads selector, type and addresses', () =>
  expect(
    read({ selector: { app: 'web' }, type: 'NodePort', clusterIP: '10.96.0.1', clusterIPs: ['10.96.0.1', 'FD00::1'] }),
  ).toMatchObject({ selector: new Map([['app', 'web']]), type: 'NodePort', clusterIPs: ['10.96.0.1', 'fd00::1'] }));

it('takes a headless Service to have no address, and ClusterIP for the type where none is given', () =>
  expect(read({ clusterIP: 'None', clusterIPs: ['None'] })).toMatchObject({ type: 'ClusterIP', clusterIPs: [] }));
