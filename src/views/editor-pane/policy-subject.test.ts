// Whom "New policy" proposes.
import { expect, it } from 'vitest';
import { cluster } from '../../testing/cluster-text.ts';
import { reportOf } from '../../testing/report-of.ts';
import { policySubject } from './policy-subject.ts';

const policy =
  'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p, namespace: shop}\nspec: {}\n';
const { namespaces, policies } = await reportOf([
  ...cluster`
    infra: dns{app=dns}:53
    kube-system: proxy{app=proxy}
    shop: web{app=web}:80*2 db{app=db}`,
  { path: 'p.yaml', text: policy },
]);
const node = (id: string) => ({ type: 'node' as const, id });

it.each([
  ['the selected workload', node('workload:shop/Deployment/web'), undefined, 'shop', 'workload:shop/Deployment/web'],
  ['the workload of the selected pod', node('pod:shop/db'), undefined, 'shop', 'workload:shop/Pod/db'],
  ['the selected namespace', node('namespace:kube-system'), 'p.yaml', 'kube-system', ''],
  [
    'the end of the selected edge',
    { type: 'edge' as const, source: 'internet', target: 'workload:shop/Pod/db' },
    undefined,
    'shop',
    'workload:shop/Pod/db',
  ],
  ['the namespace of the file on show', undefined, 'p.yaml', 'shop', ''],
  ['the first namespace that is no part of the system', undefined, undefined, 'infra', ''],
])('%s', (_, selection, file, namespace, workload) =>
  expect(policySubject(namespaces, selection, policies, file)).toEqual({ namespace, workload }),
);

it('is the default namespace while nothing is loaded', () =>
  expect(policySubject([], undefined, [], undefined)).toEqual({ namespace: 'default', workload: '' }));
