// Which rules hide which, and what is offered.
import { describe, expect, it } from 'vitest';
import { findingsOf, fixedTexts, messagesOf, pod } from '../../testing/lint-manifests.ts';
import { shadowedRule as lint } from './shadowed-rule.ts';

const policy = (name: string, order: string, rules: string, spec = "selector: app == 'web'"): string =>
  `---\napiVersion: projectcalico.org/v3\nkind: NetworkPolicy\nmetadata: { name: ${name}, namespace: shop }\nspec:\n  ${order}\n  ${spec}\n  types: [Ingress]\n  ingress: [${rules}]\n`;
const web = pod('shop/web', { app: 'web' });
const deny = '{ action: Deny, protocol: TCP, source: { nets: [10.1.0.0/16] } }';
const allow = '{ action: Allow, source: { nets: [10.0.0.0/8] } }';
const tier = (name: string, order: number, more = ''): string =>
  `---\napiVersion: projectcalico.org/v3\nkind: Tier\nmetadata: { name: ${name} }\nspec: { order: ${order}${more} }\n`;

describe('in one policy', () => {
  it('finds the narrower rule behind the wider one', () =>
    expect(messagesOf(lint, policy('p', 'order: 1', `${allow}, ${deny}`) + web)).toEqual([
      'Rule 2 (Deny) is never reached: rule 1 (Allow) matches all that it does',
    ]));

  it('is softer where both decide the same', () =>
    expect(findingsOf(lint, policy('p', 'order: 1', `${allow}, ${deny.replace('Deny', 'Allow')}`))).toMatchObject([
      { severity: 'info' },
    ]));
});

describe('of another policy', () => {
  it('knows that the lowest order goes first, and offers a lower one', () => {
    const text = policy('wide', 'order: 10', allow) + policy('late', 'order: 20', deny) + web;
    expect(messagesOf(lint, text)).toEqual([
      'Rule 1 (Deny) is never reached: rule 1 of `shop/wide` (Allow) matches all that it does; the lowest order goes first: 10 there, 20 here',
    ]);
    expect(fixedTexts(lint, text)).toEqual([text.replace('order: 20', 'order: 9')]);
  });

  it('knows that Allow is final whatever the later tier says', () => {
    const text =
      tier('early', 1) + tier('late', 2) + policy('wide', 'tier: early', allow) + policy('p', 'tier: late', deny);
    expect(messagesOf(lint, text + web)).toEqual([
      'Rule 1 (Deny) is never reached: rule 1 of `shop/wide` (Allow) matches all that it does; its tier `early` comes before `late`',
    ]);
  });
});

it.each([
  [
    'a Pass in an earlier tier',
    tier('a', 1) + tier('b', 2) + policy('p', 'tier: a', '{ action: Pass }') + policy('q', 'tier: b', deny),
  ],
  [
    'an Allow that some flows pass by',
    tier('a', 1) +
      tier('b', 2) +
      policy('p', 'tier: a', `{ action: Pass, protocol: TCP }, ${allow}`) +
      policy('q', 'tier: b', deny),
  ],
  [
    'a policy for others',
    policy('wide', 'order: 10', allow, "selector: app == 'db'") + policy('late', 'order: 20', deny),
  ],
  ['the narrower rule first', policy('p', 'order: 1', `${deny}, ${allow}`)],
  ['policies that agree', policy('p', 'order: 1', allow) + policy('q', 'order: 2', allow)],
  ['what follows a rule for everything', policy('p', 'order: 1', `{ action: Allow }, ${deny}`)],
])('is silent about %s', (_, text) => expect(messagesOf(lint, text + web)).toEqual([]));
