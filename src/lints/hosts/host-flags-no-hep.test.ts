// Flags for the traffic of hosts, with and without hosts.
import { expect, it } from 'vitest';
import { messagesOf, placesOf, pod } from '../../testing/lint-manifests.ts';
import { hostFlagsNoHep as lint } from './host-flags-no-hep.ts';

const policy = (flags: string): string =>
  `apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: { name: p }\nspec: { selector: all(), types: [Ingress]${flags} }\n`;
const host =
  '---\napiVersion: projectcalico.org/v3\nkind: HostEndpoint\nmetadata: { name: w }\nspec: { node: w, interfaceName: eth0, profiles: [projectcalico-default-allow] }\n';
const web = pod('shop/web');

it.each([
  [', preDNAT: true, applyOnForward: true', 'the policy does nothing'],
  [', applyOnForward: true', 'it is an ordinary policy for pods'],
])('tells what is left: %s', (flags, left) =>
  expect(messagesOf(lint, policy(flags) + web)).toEqual([expect.stringContaining(left)]),
);

it('points at the flag', () => expect(placesOf(lint, policy(', applyOnForward: true'))).toEqual(['applyOnForward']));

it.each([policy(', applyOnForward: true') + host, policy('')])('is silent about %j', (text) =>
  expect(messagesOf(lint, text + web)).toEqual([]),
);
