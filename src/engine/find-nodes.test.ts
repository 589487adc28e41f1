// Searching by name and address: what is nearest comes first, and every pod can be found.
import { expect, it } from 'vitest';
import { cluster } from '../testing/cluster-text.ts';
import { defaultOptions } from './engine-options.ts';
import { findNodes } from './find-nodes.ts';
import { createSnapshot } from './snapshot.ts';

const workload = (name: string): string =>
  `{apiVersion: apps/v1, kind: Deployment, metadata: {name: ${name}, namespace: shop}, spec: {selector: {matchLabels: {app: ${name}}}, template: {metadata: {labels: {app: ${name}}}, spec: {containers: []}}}}`;
const pod = (name: string, address: string): string =>
  `{apiVersion: v1, kind: Pod, metadata: {name: ${name}, namespace: shop, ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: ${name.slice(0, -3)}, controller: true}]}, spec: {containers: []}, status: {phase: Running, podIPs: [{ip: ${address}}]}}`;
const snapshot = createSnapshot(
  [
    ...cluster`shop-tools: web{app=web}`,
    {
      path: 'shop.yaml',
      text: [
        ...[workload('shop'), workload('my-shop'), workload('workshop'), pod('web-7f-x1', '10.0.0.7')],
        '{apiVersion: v1, kind: Service, metadata: {name: workshop, namespace: shop}, spec: {selector: {app: workshop}, ports: [{port: 8080}]}}',
      ].join('\n---\n'),
    },
  ],
  defaultOptions,
);
const found = (text: string, limit = 9) => findNodes(snapshot, text, limit).map(({ id }) => id);

it('puts the name itself first, then what begins so, a part that does, and what holds it', () => {
  expect(found('shop').slice(0, 5)).toEqual([
    'namespace:shop',
    'workload:shop/Deployment/shop',
    'namespace:shop-tools',
    'workload:shop/Deployment/my-shop',
    'workload:shop/Deployment/workshop',
  ]);
  expect(found('shop', 2)).toHaveLength(2);
});

it('finds a pod by name, namespace and address, and says what it is of', () => {
  expect(found('x1')).toEqual(['pod:shop/web-7f-x1']);
  expect(found('web pod shop-tools')).toEqual(['workload:shop-tools/Pod/web']);
  const [hit] = findNodes(snapshot, '10.0.0.7', 3);
  expect(hit).toEqual({
    id: 'pod:shop/web-7f-x1',
    name: 'web-7f-x1',
    detail: '10.0.0.7 in shop',
    within: 'namespace:shop',
    workload: 'workload:shop/ReplicaSet/web-7f',
  });
});

it('finds what is outside, and nothing for no words', () => {
  expect(found('intern')).toEqual(['internet']);
  expect(found('  ')).toEqual([]);
});

it('finds by labels: whole ones first, beginnings of values too, and with words', () => {
  expect(findNodes(snapshot, 'app=web', 3)).toEqual([
    expect.objectContaining({ id: 'workload:shop-tools/Pod/web', detail: 'Pod in shop-tools, app=web' }),
  ]);
  expect(found('app=shop')).toEqual(['workload:shop/Deployment/shop']);
  expect(found('app=sh')).toEqual(['workload:shop/Deployment/shop']);
  expect(found('work app=')).toEqual(['workload:shop/Deployment/workshop']);
  expect(found('kubernetes.io/metadata.name=shop')).toEqual(['namespace:shop', 'namespace:shop-tools']);
  expect(found('App=web')).toEqual([]);
  expect(found('=web')).toEqual([]);
});

it('finds services where they are asked for, behind the workload of that name', () => {
  expect(found('workshop')).toEqual(['workload:shop/Deployment/workshop']);
  expect(findNodes(snapshot, 'workshop', 9, 'services').at(-1)).toEqual({
    ...{ id: 'svc:shop/workshop', name: 'workshop', detail: 'Service in shop', within: 'namespace:shop' },
    port: { protocol: 'TCP', port: 8080 },
  });
});
