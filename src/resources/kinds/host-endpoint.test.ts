// HostEndpoint: whose traffic it is, and what makes it none.
import { expect, it } from 'vitest';
import { decodeText, failingFixes, manifestOf, stylesOf } from '../../testing/decode-text.ts';

const host = (spec: string) => decodeText(manifestOf('HostEndpoint', spec));

it('reads every field', () => {
  const { resources, said } = host(
    'node: n1\ninterfaceName: "*"\nexpectedIPs: [10.0.0.1, "fd00::1"]\nprofiles: [a.b]\nports: [{name: ssh, protocol: TCP, port: 22}]',
  );
  expect(said).toEqual([]);
  expect(resources).toMatchObject([
    {
      kind: 'HostEndpoint',
      node: 'n1',
      interfaceName: '*',
      expectedIPs: [{ family: 4, bits: 0x0a000001n }, { family: 6 }],
      profiles: ['a.b'],
      ports: [{ name: 'ssh', protocol: 'TCP', port: 22 }],
    },
  ]);
});

it('needs no interface where it has addresses', () =>
  expect(host('node: n1\nexpectedIPs: [10.0.0.1]').resources).toMatchObject([{ interfaceName: undefined }]));

it.each<[string, ...string[]]>([
  ['node: n1', 'spec: at least one of interfaceName or expectedIPs must be specified @ spec'],
  ['interfaceName: eth0', 'spec: node must be specified @ spec'],
  [
    'node: n1\ninterfaceName: eth0/1',
    'spec.interfaceName: Invalid value: "eth0/1": must be `*` or the name of an interface: up to 15 letters, digits, `_`, `.` and `-` @ eth0/1',
  ],
  [
    'node: n1\nexpectedIPs: [10.0.0.0/8]',
    'spec.expectedIPs[0]: Invalid value: "10.0.0.0/8": must be a valid IP address, not a CIDR @ 10.0.0.0/8',
  ],
  ['node: n1\nexpectedIPs: [a]', 'spec.expectedIPs[0]: Invalid value: "a": must be a valid IP address @ a'],
  [
    'node: n1\ninterfaceName: "*"\nports:\n- {name: SSH, protocol: ICMP, port: 0}',
    'spec.ports[0].name: Invalid value: "SSH": portName must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)',
    'spec.ports[0].name: Invalid value: "SSH": portName must contain at least one letter (a-z)',
    'spec.ports[0].protocol: EndpointPort protocol does not support ports',
    'spec.ports[0].port: Invalid value: 0: must be between 1 and 65535, inclusive',
  ],
  [
    'node: n1\ninterfaceName: "*"\nports: [{}]',
    'spec.ports[0].name: Required value @ {}',
    'spec.ports[0].protocol: Required value: protocol number invalid @ {}',
    'spec.ports[0].port: Required value @ {}',
  ],
])('refuses %s', (spec, ...problems) => {
  const { said, resources } = host(spec);
  expect(said).toHaveLength(problems.length);
  for (const [position, problem] of problems.entries()) expect(said[position]).toContain(`error: ${problem}`);
  expect(resources).toEqual([]);
  expect(stylesOf(manifestOf('HostEndpoint', spec)).flatMap(failingFixes)).toEqual([]);
});
