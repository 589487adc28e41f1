// Ingress without egress, by namespace.
import { expect, it } from 'vitest';
import { findingsOf, messagesOf, pod } from '../../testing/lint-manifests.ts';
import { egressNotGoverned as lint } from './egress-not-governed.ts';

const policy = (namespace: string, types: string): string =>
  `---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: own, namespace: ${namespace} }\nspec: { podSelector: {}, policyTypes: [${types}] }\n`;
const pods = pod('shop/web') + pod('ops/agent');

it('names the namespaces in one finding', () =>
  expect(messagesOf(lint, policy('shop', 'Ingress') + policy('ops', 'Ingress') + pods)).toEqual([
    'Policies govern the ingress of ops and shop and no egress there: the pods may send anything anywhere, the Internet included',
  ]));

it.each([
  ['namespaces with both', policy('shop', 'Ingress, Egress')],
  ['namespaces with egress alone', policy('shop', 'Egress')],
  ['namespaces without pods', policy('new', 'Ingress')],
])('is silent about %s', (_, text) => expect(findingsOf(lint, text + pods)).toEqual([]));
