// The placeholder in a policy for many namespaces, and the policies that say what it means.
import { expect, it } from 'vitest';
import { findingsOf, fixedTexts, messagesOf, pod } from '../../testing/lint-manifests.ts';
import { namespacePlaceholder as lint } from './namespace-placeholder.ts';

const policy = (text: string) => `# Meant: tenants talk within their own namespace only.
apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: isolation }
spec:
  order: 500
  namespaceSelector: tenant == 'true'
  ingress:
    - action: Allow
      source: { namespaceSelector: '${text}' }
`;
const namespace = (name: string) =>
  `---\n{ apiVersion: v1, kind: Namespace, metadata: { name: ${name}, labels: { tenant: "true" } } }\n`;
const cluster = namespace('red') + namespace('blue') + pod('red/web') + pod('blue/web') + pod('ops/agent');

it('says whom it cuts off, and writes a policy for each namespace', () => {
  const text = policy('projectcalico.org/name == "{{.Namespace}}"') + cluster;
  expect(messagesOf(lint, text)).toEqual([
    'Calico has no variable for the own namespace, so 2 pods (blue/web and red/web) cannot reach even their own: no namespace is called like the placeholder (ingress)',
  ]);
  const one = (name: string) => `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata:
  name: isolation
  namespace: ${name}
spec:
  order: 500
  ingress:
    - action: Allow
      source:
        selector: "all()"
`;
  expect(fixedTexts(lint, text)).toEqual([
    `# Meant: tenants talk within their own namespace only.\n${one('blue')}---\n${one('red')}${cluster}`,
  ]);
});

it.each(['projectcalico.org/name == "red"', 'team == "{{.Team}}"'])('is silent about %s', (text) =>
  expect(findingsOf(lint, policy(text) + cluster)).toEqual([]),
);
