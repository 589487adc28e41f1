// Pods behind services that nobody may reach.
import { expect, it } from 'vitest';
import { messagesOf, placesOf, pod } from '../../testing/lint-manifests.ts';
import { allBlocked as lint } from './all-blocked.ts';

const policy = (name: string, spec: string): string =>
  `---\n{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: ${name}, namespace: shop}, spec: {${spec}}}\n`;
const service = (app: string): string =>
  `---\n{apiVersion: v1, kind: Service, metadata: {name: ${app}-svc, namespace: shop}, spec: {selector: {app: ${app}}, ports: [{port: 80}]}}\n`;
const denySome =
  '---\n{apiVersion: projectcalico.org/v3, kind: NetworkPolicy, metadata: {name: q, namespace: shop}, spec: {types: [Ingress], ingress: [{action: Deny, protocol: UDP}]}}\n';
const deny = policy('default-deny', 'podSelector: {}');
const web = pod('shop/web', { app: 'web' }) + service('web');
const db = pod('shop/db', { app: 'db' }) + service('db');

it('tells all pods of the same policies at once', () =>
  expect(messagesOf(lint, deny + web + db)).toEqual([
    'No other pod and no address may connect to shop/db and shop/web, though the services `db-svc` and `web-svc` lead there: `shop/default-deny` allows nobody',
  ]));

it('points at the policy that was to allow something', () => {
  const none = policy(
    'web',
    'podSelector: {matchLabels: {app: web}}, ingress: [{from: [{podSelector: {matchLabels: {app: gone}}}]}]',
  );
  expect(placesOf(lint, deny + none + web)).toEqual(['web']);
});

it.each([
  [
    'a rule for somebody',
    deny + policy('web', 'podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 203.0.113.0/24}}]}]') + web,
  ],
  ['pods without a service', deny + pod('shop/web', { app: 'web' })],
  ['a quarantine', policy('quarantine', 'podSelector: {}') + web],
  ['policies that deny some', policy('default-deny', 'podSelector: {}') + denySome + web],
  ['egress', policy('deny', 'podSelector: {}, policyTypes: [Egress]') + web],
])('is silent about %s', (_, text) => expect(messagesOf(lint, text)).toEqual([]));
