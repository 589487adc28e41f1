// What a Pod says about itself, and what makes it unusable.
import { expect, it } from 'vitest';
import { decodeJson } from '../../testing/decode-json.ts';

const pod = (spec: unknown, status?: unknown) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'a', namespace: 'x', labels: { app: 'web' } },
  spec,
  status,
});

it('reads a manifest that was never applied', () =>
  expect(decodeJson(pod({ containers: [{ name: 'c', image: 'i' }] })).resources).toMatchObject([
    {
      kind: 'Pod',
      meta: { name: 'a', namespace: 'x', labels: new Map([['app', 'web']]) },
      spec: { ports: [], hostNetwork: false, nodeName: undefined, serviceAccount: 'default' },
      status: { phase: undefined, podIPs: [], hostIPs: [] },
    },
  ]));

it('reads a running pod, its addresses in canonical spelling and once', () => {
  const status = {
    phase: 'Running',
    podIP: '10.0.0.7',
    podIPs: [{ ip: '10.0.0.7' }, { ip: 'FD00:0::7' }],
    hostIP: '172.18.0.2',
  };
  const spec = { hostNetwork: true, nodeName: 'n', serviceAccountName: 's', containers: [] };
  expect(decodeJson(pod(spec, status)).resources).toMatchObject([
    {
      spec: { hostNetwork: true, nodeName: 'n', serviceAccount: 's' },
      status: { phase: 'Running', podIPs: ['10.0.0.7', 'fd00::7'], hostIPs: ['172.18.0.2'] },
    },
  ]);
});

it('collects the ports of containers and init containers, not of ephemeral ones', () => {
  const spec = {
    ephemeralContainers: [{ name: 'e', ports: [{ containerPort: 4 }] }],
    initContainers: [{ name: 'i', ports: [{ containerPort: 3, protocol: 'SCTP' }] }],
    containers: [
      { name: 'a', ports: [{ containerPort: 1, name: 'web' }] },
      { name: 'b', ports: [{ containerPort: 2, protocol: 'UDP', name: '' }] },
    ],
  };
  const [resource] = decodeJson(pod(spec)).resources;
  expect(resource?.kind === 'Pod' && resource.spec.ports).toEqual([
    { name: 'web', port: 1, protocol: 'TCP' },
    { name: undefined, port: 2, protocol: 'UDP' },
    { name: undefined, port: 3, protocol: 'SCTP' },
  ]);
});

it('reads the deprecated serviceAccount', () =>
  expect(decodeJson(pod({ serviceAccount: 'old' })).resources).toMatchObject([{ spec: { serviceAccount: 'old' } }]));

const withPort = (port: unknown) => pod({ containers: [{ name: 'c', ports: [port] }] });
const at = 'spec.containers[0].ports[0]';

it.each<[unknown, string]>([
  [withPort({ containerPort: '80' }), `${at}.containerPort: must be a whole number, but "80" is a string @ "80"`],
  [withPort({ containerPort: 0 }), `${at}.containerPort: Invalid value: 0: must be between 1 and 65535, inclusive @ 0`],
  [withPort({ name: 'web' }), `${at}.containerPort: Required value @ {"name": "web"}`],
  [
    withPort({ containerPort: 80, name: 'a--b' }),
    `${at}.name: Invalid value: "a--b": must not contain consecutive hyphens @ "a--b"`,
  ],
  [
    withPort({ containerPort: 80, protocol: 'http' }),
    `${at}.protocol: Unsupported value: "http": supported values: "TCP", "UDP", "SCTP" @ "http"`,
  ],
  [pod({ hostNetwork: 'true' }), 'spec.hostNetwork: must be true or false, but "true" is a string @ "true"'],
  [pod({ containers: {} }), 'spec.containers: must be a list, but it is a map @ {}'],
  [pod([]), 'spec: must be a map, but it is a list @ []'],
  [
    pod({}, { podIP: '10.0.0.300' }),
    'status.podIP: Invalid value: "10.0.0.300": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff) @ "10.0.0.300"',
  ],
])('%j is rejected', (json, words) => {
  const { resources, said, unused } = decodeJson(json);
  expect(said).toEqual([`error: ${words}`]);
  expect(resources).toEqual([]);
  expect(unused).toMatchObject([{ kind: 'Pod', name: 'a', reason: 'rejected' }]);
});
