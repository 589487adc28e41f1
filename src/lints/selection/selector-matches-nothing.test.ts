// Contradictions in one selector, and with what a namespaced policy asks without saying so.
import { expect, it } from 'vitest';
import { messagesOf } from '../../testing/lint-manifests.ts';
import { selectorMatchesNothing as lint } from './selector-matches-nothing.ts';

const policy = (selector: string, source = 'selector: all()'): string =>
  `apiVersion: projectcalico.org/v3\nkind: NetworkPolicy\nmetadata: { name: p, namespace: shop }\nspec:\n  selector: ${selector}\n  types: [Ingress]\n  ingress:\n    - action: Allow\n      source: { ${source} }\n`;

it.each([
  ["a == 'x' && a == 'y'", ['No labels fit all of its conditions, so the policy applies to nothing']],
  ['"!all()"', ['No labels fit all of its conditions, so the policy applies to nothing']],
  ["a == 'x' || b == 'y'", []],
  [
    "projectcalico.org/namespace == 'ops'",
    [
      "It asks for another namespace than `shop`, to which a NetworkPolicy's selector is limited, so the policy applies to nothing",
    ],
  ],
  ["projectcalico.org/namespace == 'shop'", []],
])('%s', (selector, expected) => expect(messagesOf(lint, policy(selector))).toEqual(expected));

it.each([
  ['selector: "has(a) && !has(a)"', ['No labels fit all of its conditions, so the rule matches nothing']],
  ["selector: projectcalico.org/namespace == 'ops'", [expect.stringContaining('so the rule matches nothing')]],
  ["namespaceSelector: has(team), selector: projectcalico.org/namespace == 'ops'", []],
  ['notSelector: "!all()"', []],
])('in a rule %s', (source, expected) => expect(messagesOf(lint, policy('all()', source))).toEqual(expected));
