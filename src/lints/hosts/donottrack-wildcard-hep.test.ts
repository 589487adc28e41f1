// Untracked policies and the interfaces of hosts.
import { expect, it } from 'vitest';
import { messagesOf } from '../../testing/lint-manifests.ts';
import { donottrackWildcardHep as lint } from './donottrack-wildcard-hep.ts';
import { hostFlagsNoHep } from './host-flags-no-hep.ts';

const policy = (spec = ''): string =>
  `{apiVersion: projectcalico.org/v3, kind: GlobalNetworkPolicy, metadata: {name: p}, spec: {doNotTrack: true, applyOnForward: true, types: [Ingress]${spec}}}\n`;
const host = (name: string, interfaceName: string): string =>
  `---\n{apiVersion: projectcalico.org/v3, kind: HostEndpoint, metadata: {name: ${name}, labels: {role: ${name}}}, spec: {node: w, interfaceName: "${interfaceName}", profiles: [projectcalico-default-allow]}}\n`;

it('tells hosts apart', () => {
  expect(messagesOf(lint, policy() + host('all', '*'))).toEqual([
    expect.stringMatching(/`all` is, so it does nothing$/),
  ]);
  expect(messagesOf(lint, policy() + host('all', '*') + host('one', 'eth0'))).toEqual([
    expect.stringMatching(/so it acts on the others only$/),
  ]);
});

it('is the only one to speak of it', () => expect(messagesOf(hostFlagsNoHep, policy() + host('all', '*'))).toEqual([]));

it.each([
  ['another host', policy(", selector: role == 'one'") + host('all', '*') + host('one', 'eth0')],
  ['pods only', policy(', namespaceSelector: all()') + host('all', '*')],
  ['tracked policies', policy().replace('doNotTrack: true, ', '') + host('all', '*')],
])('is silent about %s', (_, text) => expect(messagesOf(lint, text)).toEqual([]));
