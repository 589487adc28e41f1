// Which selectors mean hosts, and which hosts can be matched.
import { expect, it } from 'vitest';
import { messagesOf, pod } from '../../testing/lint-manifests.ts';
import { hepNoExpectedips as lint } from './hep-no-expectedips.ts';

const global = (source: string): string =>
  `{apiVersion: projectcalico.org/v3, kind: GlobalNetworkPolicy, metadata: {name: p}, spec: {namespaceSelector: all(), types: [Ingress], ingress: [{action: Allow, source: ${source}}]}}\n`;
const namespaced = (source: string): string =>
  global(source)
    .replace('Global', '')
    .replace('namespaceSelector: all(), ', '')
    .replace('name: p', 'name: p, namespace: a');
const host = (name: string, more = ''): string =>
  `---\n{apiVersion: projectcalico.org/v3, kind: HostEndpoint, metadata: {name: ${name}, labels: {role: edge}}, spec: {node: ${name}, interfaceName: eth0, profiles: [projectcalico-default-allow]${more}}}\n`;
const edge = "{selector: role == 'edge'}";

it('names the hosts that cannot be matched', () => {
  expect(messagesOf(lint, global(edge) + host('h1') + host('h2', ', expectedIPs: [192.0.2.7]'))).toEqual([
    expect.stringContaining('the host endpoint `h1`, and it has no `expectedIPs`'),
  ]);
  expect(
    messagesOf(lint, namespaced("{namespaceSelector: global(), selector: role == 'edge'}") + host('h1')),
  ).toHaveLength(1);
});

it.each([
  ['hosts with addresses', global(edge) + host('h1', ', expectedIPs: [192.0.2.7]')],
  ['a selector that finds pods', global(edge) + host('h1') + pod('a/web', { role: 'edge' })],
  ['a namespaced policy that cannot mean hosts', namespaced(edge) + host('h1')],
  ['other labels', global("{selector: role == 'core'}") + host('h1')],
])('is silent about %s', (_, text) => expect(messagesOf(lint, text)).toEqual([]));
