// Which untracked rules answer one another.
import { expect, it } from 'vitest';
import { fixedTexts, messagesOf } from '../../testing/lint-manifests.ts';
import { donottrackAsymmetric as lint } from './donottrack-asymmetric.ts';

const policy = (ingress: string, egress: string, name = 'p'): string =>
  `---\n{apiVersion: projectcalico.org/v3, kind: GlobalNetworkPolicy, metadata: {name: ${name}}, spec: {doNotTrack: true, applyOnForward: true, types: [Ingress, Egress], ingress: [${ingress}], egress: [${egress}]}}\n`;
const host =
  '---\n{apiVersion: projectcalico.org/v3, kind: HostEndpoint, metadata: {name: h}, spec: {node: w, interfaceName: eth0, profiles: [projectcalico-default-allow]}}\n';
const web = '{action: Allow, protocol: TCP, destination: {ports: [80, "90:99"]}}';

it.each([
  '{action: Allow, protocol: TCP, source: {ports: [80, "90:99"]}}',
  '{action: Allow, protocol: TCP, source: {ports: ["80:99"]}, destination: {nets: [10.0.0.0/8]}}',
  '{action: Allow, protocol: TCP}',
  '{action: Allow}',
])('is answered by %s', (egress) => {
  expect(messagesOf(lint, policy(web, egress) + host)).toEqual([]);
});

it.each([
  '',
  '{action: Deny}',
  '{action: Allow, protocol: UDP, source: {ports: [80]}}',
  '{action: Allow, protocol: TCP, destination: {ports: [80]}, source: {ports: ["80:99"]}}',
])('is not answered by %s', (egress) =>
  expect(messagesOf(lint, policy(web, egress) + host)).toContainEqual(
    expect.stringContaining('No untracked egress rule allows the replies'),
  ),
);

it('takes the answer of another policy', () =>
  expect(
    messagesOf(
      lint,
      policy(web, '') + policy('', '{action: Allow, protocol: TCP, source: {ports: ["80:99"]}}', 'q') + host,
    ),
  ).toEqual([]));

it('writes the answer', () => {
  expect(fixedTexts(lint, policy(web, '') + host)).toEqual([
    policy(web, '{ action: Allow, protocol: TCP, source: { ports: [80, "90:99"] } }') + host,
  ]);
  expect(fixedTexts(lint, policy(web.replace('{ports', '{nets: [10.0.0.0/8], ports'), '') + host)).toEqual([]);
});
