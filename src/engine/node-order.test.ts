// Nodes in the order people look for them.
import { expect, it } from 'vitest';
import { nodeOrder } from './node-order.ts';

it('puts workloads before addresses, and addresses by number', () => {
  const ids = [
    'internet',
    'cidr:10.0.0.0/8',
    'cidr:9.0.0.0/8',
    'cidr:10.2.0.0/16',
    'cidr:10.10.0.0/16',
    'set:offices',
    'host:worker-1',
    'workload:shop/StatefulSet/db',
    'workload:shop/Deployment/web',
    'workload:app/Deployment/z',
    'pod:shop/db-0',
  ];
  expect([...ids].sort(nodeOrder(ids))).toEqual([
    'workload:app/Deployment/z',
    'workload:shop/StatefulSet/db',
    'pod:shop/db-0',
    'workload:shop/Deployment/web',
    'host:worker-1',
    'set:offices',
    'cidr:9.0.0.0/8',
    'cidr:10.0.0.0/8',
    'cidr:10.2.0.0/16',
    'cidr:10.10.0.0/16',
    'internet',
  ]);
});
