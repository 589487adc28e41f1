// Log rules behind others, and the lints that leave them to this one.
import { expect, it } from 'vitest';
import { fixedTexts, messagesOf } from '../../testing/lint-manifests.ts';
import { logAfterTerminal as lint } from './log-after-terminal.ts';
import { shadowedRule } from './shadowed-rule.ts';
import { unreachableAfterCatchAll } from './unreachable-after-catch-all.ts';

const policy = (rules: string): string =>
  `apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: { name: p }\nspec:\n  types: [Ingress]\n  ingress:\n${rules}`;
const deny = '    - action: Deny\n      protocol: TCP\n';
const log = '    - { action: Log, protocol: TCP }\n';

it('lets the two change places', () => expect(fixedTexts(lint, policy(deny + log))).toEqual([policy(log + deny)]));

it('is the only one to speak of it', () => {
  for (const text of [policy(deny + log), policy(`    - action: Deny\n${log}`)]) {
    expect(messagesOf(lint, text)).toHaveLength(1);
    expect([...messagesOf(shadowedRule, text), ...messagesOf(unreachableAfterCatchAll, text)]).toEqual([]);
  }
});

it.each([
  policy(log + deny),
  policy(`${deny}    - { action: Log, protocol: UDP }\n`),
  policy(`${deny}    - action: Log\n`),
])('is silent about %j', (text) => expect(messagesOf(lint, text)).toEqual([]));
