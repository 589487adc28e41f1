// Selectors of policies and rules that fit pods on the host network only.
import { expect, it } from 'vitest';
import { messagesOf, pod } from '../../testing/lint-manifests.ts';
import { hostnetworkSelected as lint } from './hostnetwork-selected.ts';

const agent = pod('ops/agent', { app: 'agent' }, 'spec: { hostNetwork: true }');
const web = pod('ops/web', { app: 'web' });
const kubernetes = (podSelector: string, from = '{ podSelector: {} }'): string =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: p, namespace: ops }\nspec: { podSelector: ${podSelector}, ingress: [{ from: [${from}] }] }\n`;

it('says that a policy applies to nothing', () =>
  expect(messagesOf(lint, kubernetes('{ matchLabels: { app: agent } }') + agent + web)).toEqual([
    'The policy applies to nothing: it selects 1 pod (ops/agent) on the host network, and no policy for pods applies there',
  ]));

it('says that a rule matches nobody', () =>
  expect(messagesOf(lint, kubernetes('{}', '{ podSelector: { matchLabels: { app: agent } } }') + agent + web)).toEqual([
    "Rule 1 matches nobody: its selector fits 1 pod (ops/agent) on the host network, which come from their nodes' addresses",
  ]));

it.each([
  ['a selector that fits others too', kubernetes('{}')],
  [
    'a rule with addresses beside',
    kubernetes('{}', '{ podSelector: { matchLabels: { app: agent } } }, { ipBlock: { cidr: 10.0.0.0/8 } }'),
  ],
  ['nobody on the host network', kubernetes('{ matchLabels: { app: other } }')],
])('is silent about %s', (_, text) => expect(messagesOf(lint, text + agent + web)).toEqual([]));
