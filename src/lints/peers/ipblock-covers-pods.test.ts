// Blocks with pods in them, where implementations differ.
import { expect, it } from 'vitest';
import { messagesOf, pod } from '../../testing/lint-manifests.ts';
import { ipblockCoversPods as lint } from './ipblock-covers-pods.ts';

const policy = (block: string): string =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: p, namespace: shop }\nspec:\n  podSelector: {}\n  egress: [{ to: [{ ipBlock: { ${block} } }] }]\n`;
const web = pod('shop/web', {}, 'status: { podIPs: [{ ip: 10.244.0.7 }, { ip: "fd00::7" }] }');
const agent = pod('ops/agent', {}, 'spec: { hostNetwork: true }, status: { podIP: 10.244.0.8 }');
const semantics = { semantics: 'kubernetes' } as const;

it.each(['cidr: 10.0.0.0/8', 'cidr: "fd00::/8"', 'cidr: 0.0.0.0/0, except: [10.245.0.0/16]'])('finds %s', (block) =>
  expect(messagesOf(lint, policy(block) + web + agent, semantics)).toEqual([
    expect.stringMatching(/ covers the addresses of 1 pod \(shop\/web\): here they match, /),
  ]),
);

it.each(['cidr: 10.0.0.0/8, except: [10.244.0.0/24]', 'cidr: 203.0.113.0/24'])('is silent about %s', (block) =>
  expect(messagesOf(lint, policy(block) + web + agent, semantics)).toEqual([]),
);

it('is silent where Calico says what becomes of them', () =>
  expect(messagesOf(lint, policy('cidr: 10.0.0.0/8') + web)).toEqual([]));
