// Which ranges of ports are those of replies.
import { expect, it } from 'vitest';
import { messagesOf, placesOf } from '../../testing/lint-manifests.ts';
import { ephemeral as lint } from './ephemeral.ts';

const calico = (ports: string, flags = '', action = 'Allow'): string =>
  `{apiVersion: projectcalico.org/v3, kind: GlobalNetworkPolicy, metadata: {name: p}, spec: {${flags}types: [Ingress], ingress: [{action: ${action}, protocol: TCP, destination: {ports: ${ports}}}]}}`;

it.each(['["32768:60999"]', '["32768:65535"]', '["1024:65535"]', '["49152:65535"]', '[443, "32768:61000"]'])(
  'finds %s',
  (ports) => expect(messagesOf(lint, calico(ports))).toHaveLength(1),
);

it('points at the range', () => expect(placesOf(lint, calico('[443, "32768:61000"]'))).toEqual(['"32768:61000"']));

it.each([
  ['all ports', calico('["1:65535"]')],
  ['some of them', calico('["40000:40100"]')],
  ['node ports', calico('["30000:32767"]')],
  ['what is denied', calico('["32768:60999"]', '', 'Deny')],
  ['what is not tracked', calico('["32768:60999"]', 'doNotTrack: true, applyOnForward: true, ')],
])('is silent about %s', (_, text) => expect(messagesOf(lint, text)).toEqual([]));
