// What the article says of Calico's model: order, the first match, deny before allow, the default deny's order, profiles.
import { expect, it } from 'vitest';
import { judgeManifests } from '../judged-manifests.ts';
import { article, calico, clusterFiles } from './article-files.ts';

const toDatabase = (verdict: '.' | 'X'): string => `
  TCP/5432            production/database
  production/backend  ${verdict}`;

const database = (name: string, order: number, action: string) =>
  calico(
    'NetworkPolicy',
    `production/${name}`,
    `{order: ${order}, selector: app == 'database', ingress: [{action: ${action}}]}`,
  );

it.each([
  [10, 20, '.'],
  [20, 10, 'X'],
] as const)('is right that the lower order goes first: allow at %d, deny at %d', (allow, deny, verdict) =>
  judgeManifests([...clusterFiles, database('allow', allow, 'Allow'), database('deny', deny, 'Deny')]).expectFlows(
    toDatabase(verdict),
  ),
);

it('is right that an early policy which allows everything takes the effect of the others away', () => {
  const allowAll = calico(
    'GlobalNetworkPolicy',
    'allow-all',
    '{order: 1, selector: all(), types: [Ingress, Egress], ingress: [{action: Allow}], egress: [{action: Allow}]}',
  );
  judgeManifests([...article(), allowAll]).expectFlows(`
    TCP/8080            tenant-red/api  tenant-blue/api  192.0.2.70
    production/backend  .               .                .
    tenant-red/web      .               .                .`);
});

it.each([1, 1000])(
  'is wrong that the default deny needs a high order: at %d it never stops a policy from allowing',
  (order) => {
    const files = article('default-deny', 'allow-dns').map((file) => ({
      ...file,
      text: file.text.replace('order: 1000', `order: ${order}`),
    }));
    const judged = judgeManifests(files);
    judged.expectFlows(toDatabase('X'));
    expect(judged.explain('UDP 53', 'production/backend', 'kube-system/coredns').egress.verdict).toBe('allowed');
  },
);

it('is wrong that where no policy matches the profile decides: once a policy applies, the end of its tier does', () => {
  const judged = judgeManifests([
    ...clusterFiles,
    calico(
      'NetworkPolicy',
      'production/web',
      "{selector: app == 'frontend', ingress: [{action: Allow, protocol: TCP, destination: {ports: [8080]}}]}",
    ),
  ]);
  expect(judged.explain('TCP 9090', 'tenant-red/web', 'production/frontend').summary).toMatchInlineSnapshot(
    `"Not allowed at the destination: web selects production/Pod/frontend for ingress, no rule matches TCP 9090 from tenant-red/Pod/web, and the default action of the tier default is Deny. The source would allow it, because no policy governs it."`,
  );
  // Only what no policy applies to is the profile's.
  expect(
    judged.explain('TCP 9090', 'production/frontend', 'tenant-red/web').egress.steps.at(-1)?.reason,
  ).toMatchInlineSnapshot(
    `"no policy governs the egress of production/Pod/frontend, so everything is allowed (profile kns.production)"`,
  );
});

it('is right that policies of Kubernetes only allow, and add up', () => {
  const policy = (name: string, port: number) => ({
    path: `${name}.yaml`,
    text: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: ${name}, namespace: production}
spec: {podSelector: {matchLabels: {app: backend}}, ingress: [{ports: [{port: ${port}}]}]}
`,
  });
  const judged = judgeManifests([...clusterFiles, policy('api', 8080), policy('metrics', 9090)]);
  for (const [port, verdict] of [
    [8080, '.'],
    [9090, '.'],
    [22, 'X'],
  ] as const)
    judged.expectFlows(`TCP/${port} production/backend\nproduction/frontend ${verdict}`);
});
