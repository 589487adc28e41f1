// Exceptions of one family, and the rule's other family.
import { expect, it } from 'vitest';
import { messagesOf, pod } from '../../testing/lint-manifests.ts';
import { mixedFamilyNotnets as lint } from './mixed-family-notnets.ts';

const policy = (rule: string): string =>
  `apiVersion: projectcalico.org/v3\nkind: NetworkPolicy\nmetadata: { name: p, namespace: shop }\nspec:\n  selector: all()\n  types: [Egress]\n  egress: [{ action: Allow, ${rule} }]\n`;
const one = pod('shop/web', {}, 'status: { podIP: 10.244.0.7 }');
const both = pod('shop/web', {}, 'status: { podIPs: [{ ip: 10.244.0.7 }, { ip: "fd00::7" }] }');
const six = 'destination: { notNets: ["fd00::/8"] }';

it('tells which family is lost', () => {
  expect(messagesOf(lint, policy(six) + one)).toEqual([
    '`notNets` has IPv6 addresses only, so the rule does not apply to IPv4 at all',
  ]);
  expect(messagesOf(lint, policy('destination: { notNets: [10.0.0.0/8] }') + both)).toEqual([
    '`notNets` has IPv4 addresses only, so the rule does not apply to IPv6 at all',
  ]);
});

it.each([
  ['a cluster of that family alone', policy('destination: { notNets: [10.0.0.0/8] }') + one],
  ['a rule for that family', policy(`ipVersion: 6, ${six}`) + both],
  [
    'a rule whose nets say it already',
    policy('destination: { nets: ["2001:db8::/32"], notNets: ["2001:db8:1::/48"] }') + both,
  ],
])('is silent about %s', (_, text) => expect(messagesOf(lint, text)).toEqual([]));
