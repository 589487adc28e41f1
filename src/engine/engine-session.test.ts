// The session's numbering, by which answers that would differ are told apart; and tables about one node.
import { expect, test } from 'vitest';
import { cluster, policy } from '../testing/cluster-text.ts';
import { defaultOptions, type EngineOptions } from './engine-options.ts';
import { EngineSession } from './engine-session.ts';

const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: shop}\nspec: {containers: []}\n';

test('accepting the baseline makes a new snapshot, because its flips are others', () => {
  const session = new EngineSession(() => 0);
  session.load([{ path: 'a.yaml', text: pod }], defaultOptions);
  const edited = session.edit([{ path: 'a.yaml', text: pod.replace('web', 'db') }]);
  const accepted = session.acceptBaseline();
  expect(accepted.report.snapshot).toBeGreaterThan(edited.report.snapshot);
  expect(accepted.baseline).toBe(accepted.report.snapshot);
  expect(accepted.impact).toEqual({ opened: 0, closed: 0, unknown: 0 });
});

test('a pod in focus has its own flows, and the flips of its workload', () => {
  const session = new EngineSession(() => 0);
  const shop = cluster`shop: ReplicaSet/web{app=web}:80*2 cli`;
  const deny = policy('shop/deny')`{podSelector: {matchLabels: {app: web}}}`;
  session.load(shop, defaultOptions);
  session.edit([deny]);
  const page = { ports: 'all', sort: 'src', descending: false, offset: 0, limit: 9 } as const;
  const pods = session.flows({ ...page, verdicts: ['denied'], level: 'pod', focus: 'pod:shop/cli' });
  expect(new Set(pods.rows.map(({ src, dst }) => `${src} ${dst}`))).toEqual(
    new Set(['pod:shop/cli workload:shop/ReplicaSet/web']),
  );
  const flips = session.flips({ ...page, kinds: ['closed'], focus: 'pod:shop/cli' });
  expect(new Set(flips.rows.map(({ src, dst }) => `${src} ${dst}`))).toEqual(
    new Set(['workload:shop/Pod/cli workload:shop/ReplicaSet/web']),
  );
});

test('services are told with their ports, where they have any', () => {
  const service = (name: string, ports: string) =>
    `---\napiVersion: v1\nkind: Service\nmetadata: {name: ${name}, namespace: shop}\nspec: {selector: {app: web}, clusterIP: None${ports}}\n`;
  const text = service('web', ', ports: [{port: 80}, {port: 443, name: tls}]') + service('headless', '');
  const { report } = new EngineSession(() => 0).load(
    [...cluster`shop: web{app=web}`, { path: 'services.yaml', text }],
    defaultOptions,
  );
  expect(report.namespaces[0]?.workloads[0]?.services).toEqual(['headless', 'web:80,443']);
});

test('what staging changes: flips against the same files with their enforced policies only', () => {
  const staged = `apiVersion: projectcalico.org/v3
kind: StagedNetworkPolicy
metadata: {name: shut, namespace: shop}
spec: {selector: app == 'web', types: [Ingress]}
`;
  const session = new EngineSession(() => 0);
  const files = [...cluster`shop: web{app=web}:80 cli`, { path: 'staged.yaml', text: staged }];
  const impactOf = (options: Partial<EngineOptions>) => session.setOptions({ ...defaultOptions, ...options }).impact;
  session.load(files, defaultOptions);
  expect(impactOf({ pending: 'calico' }).closed).toBe(0);
  const compared = { pending: 'calico', compareWith: 'enforced' } as const;
  expect(impactOf(compared)).toEqual({ opened: 0, closed: 2, unknown: 0 });
  expect(session.edit([{ path: 'staged.yaml', text: staged.replace('[Ingress]', '[Egress]') }]).impact.closed).toBe(6);
  expect(session.edit([{ path: 'staged.yaml', text: '' }]).impact.closed).toBe(0);
  expect(impactOf({ compareWith: 'enforced' }).closed).toBe(0);
});
