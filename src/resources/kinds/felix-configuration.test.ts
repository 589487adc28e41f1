// FelixConfiguration: what it says about hosts.
import { expect, it } from 'vitest';
import { decodeText, manifestOf } from '../../testing/decode-text.ts';

const felix = (spec: string) => decodeText(manifestOf('FelixConfiguration', spec));

it('tells nothing said from an empty list', () => {
  expect(felix('bpfEnabled: true').resources).toMatchObject([
    { defaultEndpointToHostAction: undefined, failsafeInbound: undefined, failsafeOutbound: undefined },
  ]);
  expect(felix('failsafeInboundHostPorts: []').resources).toMatchObject([{ failsafeInbound: [] }]);
});

it('reads failsafe ports', () => {
  const spec =
    'defaultEndpointToHostAction: Accept\nfailsafeOutboundHostPorts: [{protocol: tcp, port: 22, net: 10.0.0.0/8}, {protocol: UDP, port: 53}]';
  expect(felix(spec).said).toEqual([]);
  expect(felix(spec).resources).toMatchObject([
    {
      defaultEndpointToHostAction: 'Accept',
      failsafeOutbound: [
        { protocol: 'TCP', port: 22, net: { text: '10.0.0.0/8' } },
        { protocol: 'UDP', port: 53, net: undefined },
      ],
    },
  ]);
});

it.each([
  [
    'defaultEndpointToHostAction: accept',
    'spec.defaultEndpointToHostAction: Unsupported value: "accept": supported values: "Drop", "Accept", "Return" @ accept',
  ],
  [
    'failsafeInboundHostPorts: [{protocol: icmp, port: 1}]',
    'spec.failsafeInboundHostPorts[0].protocol: Unsupported value: "icmp": supported values: "TCP", "UDP", "SCTP" @ icmp',
  ],
  [
    'failsafeInboundHostPorts: [{protocol: tcp, port: 70000}]',
    'spec.failsafeInboundHostPorts[0].port: Invalid value: 70000: must be between 0 and 65535, inclusive @ 70000',
  ],
])('refuses %s', (spec, problem) => {
  expect(felix(spec).said).toEqual([`error: ${problem}`]);
  expect(felix(spec).resources).toEqual([]);
});
