// The sample platform is what it says it is: its numbers, its three flaws, and what its policies allow.
import { expect, it } from 'vitest';
import { defaultOptions } from '../../engine/engine-options.ts';
import { EngineSession } from '../../engine/engine-session.ts';
import { judgeManifests } from '../articles/judged-manifests.ts';
import { problemsIn } from '../lint-manifests.ts';
import { platformFiles } from './platform-files.ts';

const { report } = new EngineSession(() => 0).load(platformFiles, defaultOptions);

it('has 60 workloads in 12 namespaces, and 4 tiers with policies', () => {
  expect(report.namespaces).toHaveLength(12);
  expect(report.namespaces.reduce((sum, { counts }) => sum + counts.workloads, 0)).toBe(60);
  const tiers = new Map<string, number>();
  for (const { tier, implied } of report.policies) if (!implied) tiers.set(tier, (tiers.get(tier) ?? 0) + 1);
  expect(Object.fromEntries(tiers)).toEqual({ security: 4, platform: 9, tenants: 7, default: 24 });
  expect(report.hosts.map(({ name }) => name)).toEqual(['control-1', 'worker-1', 'worker-2', 'worker-3']);
  expect(report.externals.filter(({ set }) => set).map(({ label }) => label)).toHaveLength(4);
});

it('reads without errors, and has two flaws beside what is staged', async () => {
  const problems = await problemsIn(platformFiles);
  expect(problems.map(({ severity, code, location }) => `${severity} ${code} ${location.file}`)).toEqual([
    'info staged-only 60-staged.yaml',
    'info staged-only 60-staged.yaml',
    'info staged-only 60-staged.yaml',
    'warning selector-unknown-label 51-catalogue-policies.yaml',
    'warning service-port-in-rule 55-warehouse-policies.yaml',
    'info no-assertions 42-security.yaml',
    'info allow-all-world 43-platform.yaml',
    'info redundant-rule 43-platform.yaml',
    'info networkset-opened-by-nsselector 43-platform.yaml',
  ]);
});

it('lets customers in through the gateway, and each team to what it may call', () => {
  const { expectFlows } = judgeManifests(platformFiles);
  expectFlows(`
    TCP/8080                    ingress/gateway storefront/web storefront/cart catalogue/catalogue-api catalogue/image-resizer orders/checkout warehouse/stock-api analytics/events
    198.51.100.200              .               X              X               X                       X                       X               X                   X
    ingress/gateway             -               .              X               X                       X                       X               X                   X
    storefront/web              X               -              .               .                       X                       .               X                   .
    storefront/recommendations  X               X              X               .                       X                       X               X                   .
    catalogue/catalogue-api     X               X              X               X                       X                       X               .                   .
    orders/checkout             X               X              X               .                       X                       -               .                   .
    warehouse/picking           X               X              X               X                       X                       X               X                   .
  `);
  expectFlows(`
    TCP/8443        payments/payments-api
    orders/checkout .
    orders/orders-api X
    storefront/web  X
    payments/ledger X
  `);
  expectFlows(`
    TCP/5432               orders/orders-db catalogue/catalogue-db payments/ledger-db
    10.30.0.5              .                .                      X
    orders/orders-api      .                X                      X
    orders/checkout        X                X                      X
    catalogue/price-import X                .                      X
    payments/reconcile     X                X                      .
  `);
});

it('does not tell how to reach the API servers, and keeps nodes to those who look after them', () => {
  const { judge, expectFlows } = judgeManifests(platformFiles);
  const probe = { src: 'monitoring/kube-state-metrics', protocol: 'TCP', port: 6443 } as const;
  expect(judge({ ...probe, dst: '10.20.0.10' })).toBe('unknown');
  expectFlows(`
    TCP/9100              host:worker-1
    monitoring/prometheus .
    storefront/web        X
    198.51.100.1          X
  `);
});

it('stages what opens a way, what closes some, and a deletion', () => {
  const { expectFlows } = judgeManifests(platformFiles, { pending: 'promoted' });
  expectFlows(`
    TCP/8080       warehouse/stock-api analytics/events
    storefront/web .                   X
  `);
  expectFlows(`
    TCP/5432  orders/orders-db
    10.30.0.5 X
  `);
});
