// Rules that open one end only, at either end; and rules that are of use to somebody.
import { describe, expect, it } from 'vitest';
import { findingsOf, fixedTexts, messagesOf, pod } from '../../testing/lint-manifests.ts';
import { oneSidedAllow as lint } from './one-sided-allow.ts';

const policy = (name: string, spec: string): string =>
  `---\napiVersion: projectcalico.org/v3\nkind: NetworkPolicy\nmetadata: { name: ${name}, namespace: shop }\nspec: { ${spec} }\n`;
const pods = pod('shop/web', { app: 'web' }) + pod('shop/db', { app: 'db' });
const intoDb = (source: string) =>
  policy(
    'db',
    `selector: app == 'db', types: [Ingress], ingress: [{ action: Allow, protocol: TCP, source: ${source}, destination: { ports: [5432] } }]`,
  );
const closed = policy('closed', "selector: app == 'web', types: [Egress]");

it('tells who shuts the other end', () => {
  const [found] = findingsOf(lint, intoDb("{ selector: app == 'web' }") + closed + pods);
  expect(found?.message).toBe(
    'Rule 1 lets shop/web in to shop/db (TCP 5432), but shop/web cannot send it: `shop/closed` governs the egress there and does not let it out',
  );
  expect(found?.related).toMatchObject([{ message: 'governs the egress of shop/web' }]);
});

it('looks from the source as well', () => {
  const out = policy(
    'web',
    "selector: app == 'web', types: [Egress], egress: [{ action: Allow, destination: { selector: app == 'db' } }]",
  );
  const shut = policy('shut', "selector: app == 'db', types: [Ingress]");
  expect(messagesOf(lint, out + shut + pods)).toEqual([
    'Rule 1 lets shop/web out to shop/db (anything), but shop/db cannot receive it: `shop/shut` governs the ingress there and does not let it in',
  ]);
});

it.each([
  ['somebody who can send', `${intoDb('{ selector: all() }')}${closed}${pod('shop/job')}`],
  ['addresses outside as well', `${intoDb('{}')}${closed}`],
  ['nobody in the manifests', `${intoDb("{ selector: app == 'other' }")}${closed}`],
  [
    'what another rule closes before',
    `${policy('first', "order: 1, selector: app == 'db', types: [Ingress], ingress: [{ action: Deny }]")}${intoDb("{ selector: app == 'web' }")}${closed}`,
  ],
])('is silent about a rule for %s', (_, text) => expect(findingsOf(lint, text + pods)).toEqual([]));

describe('the policy that opens the other end', () => {
  const kubernetes = (name: string, spec: string): string =>
    `---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: ${name}, namespace: shop }\nspec: { ${spec} }\n`;
  const deny = kubernetes('deny', 'podSelector: {}, policyTypes: [Ingress, Egress]');
  const rule = (peer: string) =>
    kubernetes(
      'db',
      `podSelector: { matchLabels: { app: db } }, ingress: [{ from: [{ ${peer} }], ports: [{ port: 5432 }] }]`,
    );

  it.each([
    ['Calico', intoDb("{ selector: app == 'web' }") + closed + pods],
    [
      'Calico, from another namespace',
      `${intoDb("{ namespaceSelector: projectcalico.org/name == 'ops' }")}${closed.replace('namespace: shop', 'namespace: ops').replace("app == 'web'", 'all()')}${pods}${pod('ops/agent')}`,
    ],
    ['Kubernetes', rule('podSelector: { matchLabels: { app: web } }') + deny + pods],
    [
      'Kubernetes, from another namespace',
      `${rule('namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: ops } }')}${deny}${deny.replace('namespace: shop', 'namespace: ops')}${pods}${pod('ops/agent')}`,
    ],
  ])('mends it: %s', (_, text) => {
    expect(messagesOf(lint, text)).toHaveLength(1);
    expect(fixedTexts(lint, text).map((fixed) => messagesOf(lint, fixed))).toEqual([[]]);
  });

  it('is not offered where a Deny shuts it', () => {
    const denied = closed.replace('Egress]', 'Egress], egress: [{ action: Deny }]');
    const [found] = findingsOf(lint, intoDb("{ selector: app == 'web' }") + denied + pods);
    expect(found?.fixes).toEqual([]);
  });
});
