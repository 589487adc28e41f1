// What takes everything, and what comes after it.
import { expect, it } from 'vitest';
import { findingsOf, messagesOf } from '../../testing/lint-manifests.ts';
import { unreachableAfterCatchAll as lint } from './unreachable-after-catch-all.ts';

const policy = (...rules: readonly string[]): string =>
  `apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: { name: p }\nspec:\n  selector: all()\n  types: [Egress]\n  egress:\n${rules.map((rule) => `    - { ${rule} }\n`).join('')}`;

it('names the rules that are never reached', () =>
  expect(messagesOf(lint, policy('action: Log', 'action: Pass', 'action: Allow', 'action: Deny'))).toEqual([
    'Rules 3 and 4 are never reached: egress rule 2 (Pass) matches everything',
  ]));

it('is softer where they would decide the same', () =>
  expect(findingsOf(lint, policy('action: Allow', 'action: Allow, protocol: TCP'))).toMatchObject([
    { severity: 'info', message: 'Rule 2 adds nothing: egress rule 1 matches everything already' },
  ]));

it.each([
  ['a log of everything', policy('action: Log', 'action: Allow')],
  ['a rule for everything at the end', policy('action: Deny, protocol: TCP', 'action: Allow')],
  ['a rule for one protocol', policy('action: Allow, protocol: TCP', 'action: Deny')],
])('is silent about %s', (_, text) => expect(messagesOf(lint, text)).toEqual([]));
