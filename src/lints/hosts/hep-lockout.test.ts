// What keeps a host from being shut off.
import { expect, it } from 'vitest';
import { fixedTexts, messagesOf } from '../../testing/lint-manifests.ts';
import { hepLockout as lint } from './hep-lockout.ts';

const host = (spec = ''): string =>
  `---\napiVersion: projectcalico.org/v3\nkind: HostEndpoint\nmetadata: { name: w, labels: { role: worker } }\nspec: { node: w, interfaceName: "*"${spec} }\n`;
const policy = (rules: string, selector = "role == 'worker'"): string =>
  `---\napiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: { name: p }\nspec: { selector: ${selector}, types: [Ingress, Egress], ${rules} }\n`;

it('says which directions, and offers the profile', () => {
  expect(messagesOf(lint, host())).toEqual([
    expect.stringMatching(
      /^This shuts the node w off: no policy applies to it, and it has no profile, so all its ingress and egress/,
    ),
  ]);
  expect(fixedTexts(lint, host())).toEqual([
    host().replace('{ node', '{ profiles: [projectcalico-default-allow], node'),
  ]);
});

it('knows policies that allow nothing, and those that allow one direction', () => {
  expect(messagesOf(lint, host() + policy('ingress: [{ action: Deny }]'))).toEqual([
    expect.stringContaining('`p` allows nothing, and it has no profile, so all its ingress and egress'),
  ]);
  expect(messagesOf(lint, host() + policy('ingress: [{ action: Allow }]'))).toEqual([
    expect.stringContaining('so all its egress but'),
  ]);
});

it.each([
  ['a profile', host(', profiles: [projectcalico-default-allow]')],
  ['policies that allow', host() + policy('ingress: [{ action: Allow }], egress: [{ action: Allow, protocol: TCP }]')],
])('is silent about %s', (_, text) => expect(messagesOf(lint, text)).toEqual([]));

it('is silent where Calico is not the reading', () =>
  expect(messagesOf(lint, host(), { semantics: 'kubernetes' })).toEqual([]));
