// What a namespaceSelector means that has no namespace.
import { expect, it } from 'vitest';
import { findingsOf, fixedTexts, messagesOf } from '../../testing/lint-manifests.ts';
import { negativeNsselectorMatchesGlobal as lint } from './negative-nsselector-matches-global.ts';

const policy = (namespaces: string, selector = 'all()'): string =>
  `apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: { name: p }\nspec:\n  selector: app == 'web'\n  types: [Ingress]\n  ingress: [{ action: Allow, source: { namespaceSelector: "${namespaces}", selector: ${selector} } }]\n`;
const set =
  '---\napiVersion: projectcalico.org/v3\nkind: GlobalNetworkSet\nmetadata: { name: partners, labels: { role: partner } }\nspec: { nets: [203.0.113.0/24] }\n';

it('names what it means besides, and is softer where that is nothing known', () => {
  expect(messagesOf(lint, policy("team != 'red'") + set)).toEqual([
    'The namespaceSelector holds without a namespace too, so the rule also means the global network set partners',
  ]);
  expect(findingsOf(lint, policy("team != 'red'"))).toMatchObject([{ severity: 'info' }]);
  expect(findingsOf(lint, policy("team != 'red'", "app == 'x'") + set)).toMatchObject([{ severity: 'info' }]);
});

it.each([
  ["team not in {'red'}", "has(projectcalico.org/name) && team not in {'red'}"],
  ['!has(team)', 'has(projectcalico.org/name) && !has(team)'],
  ["team != 'red' || has(x)", "has(projectcalico.org/name) && (team != 'red' || has(x))"],
])('mends %s', (namespaces, fixed) =>
  expect(fixedTexts(lint, policy(namespaces) + set)).toEqual([policy(fixed) + set]),
);

it.each(['all()', 'global()', "team == 'red'", "has(projectcalico.org/name) && team != 'red'"])(
  'is silent about %s',
  (namespaces) => expect(messagesOf(lint, policy(namespaces) + set)).toEqual([]),
);
