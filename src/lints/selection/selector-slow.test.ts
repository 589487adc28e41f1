// Which selectors name a label that whatever fits must have.
import { expect, it } from 'vitest';
import { messagesOf } from '../../testing/lint-manifests.ts';
import { selectorSlow as lint } from './selector-slow.ts';

const pods = (replicas: number): string =>
  `---\n{apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: shop}, spec: {replicas: ${replicas}, selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: web}]}}}}\n`;
const policy = (spec: string, namespace = ''): string =>
  `{apiVersion: projectcalico.org/v3, kind: ${namespace === '' ? 'GlobalNetworkPolicy' : 'NetworkPolicy'}, metadata: {name: p${namespace}}, spec: {types: [Ingress], ${spec}}}\n`;

it.each([
  'selector: app != "web"',
  'selector: "!has(app)"',
  "selector: app == 'web' || tier == 'front'",
  'selector: "app not in {\'web\'}"',
  'namespaceSelector: "!has(team)"',
  'ingress: [{action: Allow, source: {selector: "!has(app)"}}]',
])('finds %s', (spec) => expect(messagesOf(lint, policy(spec) + pods(2000))).toHaveLength(1));

it.each([
  policy('selector: all()'),
  policy("selector: has(app) && app != 'web'"),
  policy("selector: app == 'web' || app == 'db'"),
  policy("selector: app starts with 'w'"),
  policy('selector: "!has(app)", namespaceSelector: has(team)'),
  policy('selector: "!has(app)"', ', namespace: shop'),
])('is silent about %s', (text) => expect(messagesOf(lint, text + pods(2000))).toEqual([]));

it('is silent in a small cluster', () =>
  expect(messagesOf(lint, policy('selector: "!has(app)"') + pods(900))).toEqual([]));
