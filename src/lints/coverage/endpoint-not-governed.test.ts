// Namespaces that nothing governs, told once and only beside others.
import { expect, it } from 'vitest';
import { findingsOf, messagesOf, pod } from '../../testing/lint-manifests.ts';
import { endpointNotGoverned as lint } from './endpoint-not-governed.ts';

const policy =
  '---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: own, namespace: shop }\nspec: { podSelector: {}, policyTypes: [Egress] }\n';
const shop = pod('shop/web');

it('names them all in one finding', () =>
  expect(messagesOf(lint, policy + shop + pod('tools/a') + pod('old/b'))).toEqual([
    'No policy governs any pod of old and tools: 2 pods (old/b and tools/a) may be reached from anywhere and send anything anywhere',
  ]));

it.each([
  ['a cluster without policies', shop + pod('tools/a')],
  ['namespaces of the system', policy + shop + pod('kube-system/coredns')],
  ['a policy that applies to nobody', policy + pod('tools/a')],
])('is silent about %s', (_, text) => expect(findingsOf(lint, text)).toEqual([]));
