// Network sets that ride along with a namespace.
import { expect, it } from 'vitest';
import { fixedTexts, messagesOf, pod } from '../../testing/lint-manifests.ts';
import { networksetOpenedByNsselector as lint } from './networkset-opened-by-nsselector.ts';

const policy = (source: string, action = 'Allow'): string =>
  `apiVersion: projectcalico.org/v3\nkind: NetworkPolicy\nmetadata: { name: p, namespace: shop }\nspec:\n  selector: all()\n  types: [Ingress]\n  ingress: [{ action: ${action}, source: { ${source} } }]\n`;
const set =
  '---\napiVersion: projectcalico.org/v3\nkind: NetworkSet\nmetadata: { name: offices, namespace: ops, labels: { role: office } }\nspec: { nets: [203.0.113.0/24] }\n';
const ofOps = "namespaceSelector: projectcalico.org/name == 'ops'";
const objects = set + pod('ops/agent', { app: 'agent' });

it('names the set and offers to mean pods only', () => {
  expect(messagesOf(lint, policy(ofOps) + objects)).toEqual([
    'Beside pods the rule also opens the addresses of the network set ops/offices, which the namespaceSelector selects',
  ]);
  expect(fixedTexts(lint, policy(ofOps) + objects).flatMap((fixed) => messagesOf(lint, fixed))).toEqual([]);
});

it.each([
  ['a rule that selects pods', policy(`${ofOps}, selector: app == 'agent'`)],
  ['a rule that selects sets', policy(`${ofOps}, selector: role == 'office'`)],
  ['a rule that denies', policy(ofOps, 'Deny')],
  ['a rule for the own namespace', policy("selector: app != 'x'")],
])('is silent about %s', (_, text) => expect(messagesOf(lint, text + objects)).toEqual([]));
