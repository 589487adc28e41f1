// What makes two policies do the same.
import { expect, it } from 'vitest';
import { messagesOf } from '../../testing/lint-manifests.ts';
import { dupPolicy as lint } from './dup-policy.ts';

const policy = (name: string, spec: string, kind = 'NetworkPolicy', namespace = 'shop'): string =>
  `---\n{apiVersion: projectcalico.org/v3, kind: ${kind}, metadata: {name: ${name}, namespace: ${namespace}}, spec: {${spec}}}\n`;
const web = "selector: app == 'web', types: [Ingress], ingress: [{action: Allow, protocol: TCP}]";

it('names the one that is asked first', () =>
  expect(messagesOf(lint, policy('b', web) + policy('a', `order: 7, ${web}`))).toEqual([
    expect.stringContaining('says the same as `shop/a`, so it adds nothing'),
  ]));

it.each([
  ['another selector', policy('b', web.replace("'web'", "'db'"))],
  ['another protocol', policy('b', web.replace('TCP', 'UDP'))],
  ['another action', policy('b', web.replace('Allow', 'Deny'))],
  [
    'another direction',
    policy('b', web.replaceAll('ngress', 'gress').replaceAll('Igress', 'Egress').replace('igress', 'egress')),
  ],
  ['a direction more', policy('b', web.replace('[Ingress]', '[Ingress, Egress]'))],
  ['another namespace', policy('b', web, 'NetworkPolicy', 'ops')],
  ['only staged', policy('b', web, 'StagedNetworkPolicy')],
])('is silent about one with %s', (_, other) => expect(messagesOf(lint, policy('a', web) + other)).toEqual([]));
