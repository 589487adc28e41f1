// A Log rule at the end, by what comes after its policy.
import { expect, it } from 'vitest';
import { messagesOf, pod } from '../../testing/lint-manifests.ts';
import { logLast as lint } from './log-last.ts';

const policy = (name: string, order: number, rules: string): string =>
  `---\n{apiVersion: projectcalico.org/v3, kind: NetworkPolicy, metadata: {name: ${name}, namespace: shop}, spec: {order: ${order}, types: [Ingress], ingress: [${rules}]}}\n`;
const web = pod('shop/web');

it('names the policies that are asked afterwards', () =>
  expect(
    messagesOf(
      lint,
      policy('a', 1, '{action: Allow, protocol: UDP}, {action: Log}') +
        policy('b', 2, '{action: Allow, protocol: TCP}') +
        web,
    ),
  ).toEqual([expect.stringMatching(/^Rule 2 \(Log\) decides nothing, and `shop\/b` is asked afterwards/)]));

it.each([
  ['nothing comes after', policy('a', 1, '{action: Allow, protocol: UDP}, {action: Log}')],
  ['everything is to be logged', policy('a', 1, '{action: Log}') + policy('b', 2, '{action: Allow}')],
  [
    'what comes after allows nothing',
    policy('a', 1, '{action: Allow, protocol: UDP}, {action: Log}') + policy('b', 2, '{action: Deny}'),
  ],
  ['the rule is not the last', policy('a', 1, '{action: Log}, {action: Deny}') + policy('b', 2, '{action: Allow}')],
  ['it never logs', policy('a', 1, '{action: Deny}, {action: Log}') + policy('b', 2, '{action: Allow}')],
])('is silent where %s', (_, text) => expect(messagesOf(lint, text + web)).toEqual([]));
