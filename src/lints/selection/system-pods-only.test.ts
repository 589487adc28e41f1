// Which global policies mean a label of the system by mistake, and what applies them to everybody.
import { expect, it } from 'vitest';
import { findingsOf, fixedTexts, messagesOf, pod } from '../../testing/lint-manifests.ts';
import { systemPodsOnly as lint } from './system-pods-only.ts';

const policy = (spec: string): string =>
  `apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: { name: metrics }\nspec:\n  ${spec}\n  types: [Ingress]\n`;
const cluster = pod('kube-system/coredns', { 'k8s-app': 'kube-dns' }) + pod('shop/web', { app: 'web' });

it('says whom it applies to, and offers all pods', () => {
  const text = policy('selector: has(k8s-app)') + cluster;
  expect(messagesOf(lint, text)).toEqual([
    'It applies to components of the system only: 1 pod (kube-system/coredns); no pod of another namespace has the label',
  ]);
  const [fixed = ''] = fixedTexts(lint, text);
  expect(fixed).toContain("  tier: security\n  selector: projectcalico.org/orchestrator == 'k8s'\n");
  expect(fixed).toMatch(/defaultAction: Pass\n$/);
});

it.each([
  ['a value', policy("selector: k8s-app == 'kube-dns'") + cluster],
  ['a namespace selector', policy('selector: has(k8s-app)\n  namespaceSelector: all()') + cluster],
  ['applications as well', policy('selector: has(k8s-app)') + cluster + pod('shop/api', { 'k8s-app': 'api' })],
  ['no other pods', policy('selector: has(k8s-app)') + pod('kube-system/coredns', { 'k8s-app': 'kube-dns' })],
])('is silent about %s', (_, text) => expect(findingsOf(lint, text)).toEqual([]));
