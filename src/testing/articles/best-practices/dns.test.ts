// What the article says of default deny and DNS: a default deny for everything, and before it a policy that lets all pods resolve names.
import { expect, it } from 'vitest';
import { drawSteps, judgeManifests } from '../judged-manifests.ts';
import { article, calico } from './article-files.ts';

it('is right that without policy every pod reaches every other', () =>
  judgeManifests(article('default-deny').filter(({ path }) => !path.includes('as-written'))).expectFlows(`
    TCP/8080             production/frontend  production/backend  tenant-red/api  tenant-blue/api  203.0.113.9
    production/frontend  .                    .                   .               .                .
    tenant-red/web       .                    .                   .               .                .
    203.0.113.9          .                    .                   .               .                -`));

it('is right that the default deny closes all pods, those of kube-system too', () =>
  judgeManifests(article('default-deny')).expectFlows(`
    UDP/53               production/backend  kube-system/coredns  203.0.113.9
    production/frontend  X                   X                    X
    kube-system/coredns  X                   .                    X
    203.0.113.9          X                   X                    -`));

it('allows no DNS at all: the policy opens the way out of the pods, and the DNS pods stay closed', () => {
  const judged = judgeManifests(article('default-deny', 'allow-dns'));
  judged.expectFlows(`
    UDP/53               kube-system/coredns
    production/frontend  X
    production/backend   X
    tenant-red/web       X
    monitoring/prometheus X`);
  const answer = judged.explain('UDP 53', 'production/backend', 'kube-system/coredns');
  expect(answer.summary).toMatchInlineSnapshot(
    `"Not allowed at the destination: default-deny selects kube-system/Pod/coredns for ingress, no rule matches UDP 53 from production/Pod/backend, and the default action of the tier default is Deny. The source would allow it, by rule 1 of allow-dns."`,
  );
  expect([answer.egress.chain, answer.ingress.chain]).toMatchInlineSnapshot(`
    [
      "default: allow-dns rule 1 → allowed",
      "default: default-deny → end of tier → denied",
    ]
  `);
  expect(drawSteps(answer.ingress)).toMatchInlineSnapshot(`
    [
      "default default-deny no-match: selects kube-system/Pod/coredns for ingress and has no ingress rule",
      "default end-of-tier: default-deny selects kube-system/Pod/coredns for ingress, no rule matches UDP 53 from production/Pod/backend, and the default action of the tier default is Deny",
    ]
  `);
});

it('says the same of the name that pods really ask: the service of the DNS pods', () =>
  expect(
    judgeManifests(article('default-deny', 'allow-dns')).explain('TCP 53', 'tenant-red/web', 'svc:kube-system/kube-dns')
      .summary,
  ).toMatchInlineSnapshot(
    `"Service kube-system/kube-dns port 53 leads to kube-system/Pod/coredns TCP 53, which is what policy sees. Not allowed at the destination: default-deny selects kube-system/Pod/coredns for ingress, no rule matches TCP 53 from tenant-red/Pod/web, and the default action of the tier default is Deny. The source would allow it, by rule 2 of allow-dns."`,
  ));

it('needs one more policy, for the ingress of the DNS pods', () => {
  const ingress = `{order: 100, selector: "k8s-app == 'kube-dns'", types: [Ingress], ingress: [
    {action: Allow, protocol: UDP, destination: {ports: [53]}}, {action: Allow, protocol: TCP, destination: {ports: [53]}}]}`;
  judgeManifests([
    ...article('default-deny', 'allow-dns'),
    calico('GlobalNetworkPolicy', 'dns-ingress', ingress),
  ]).expectFlows(`
    UDP/53               kube-system/coredns  production/frontend
    production/backend   .                    X
    tenant-red/web       .                    X`);
});

it('is wrong that allow-dns can be applied first without harm: it closes all other egress by itself', () => {
  const judged = judgeManifests(article('allow-dns'));
  judged.expectFlows(`
    TCP/8080             production/backend  tenant-red/api  203.0.113.9
    production/frontend  X                   X               X
    203.0.113.9          .                   .               -`);
  expect(judged.explain('TCP 8080', 'production/frontend', 'production/backend').summary).toMatchInlineSnapshot(
    `"Not allowed at the source: allow-dns selects production/Pod/frontend for egress, no rule matches TCP 8080 to production/Pod/backend, and the default action of the tier default is Deny. The destination would allow it, because no policy governs it."`,
  );
});

it('opens port 53 to whoever wears the label of the DNS pods, in any namespace', () => {
  const impostor = {
    path: 'impostor.yaml',
    text: `apiVersion: v1
kind: Pod
metadata: {name: impostor, namespace: tenant-blue, labels: {k8s-app: kube-dns}}
spec: {containers: [{name: main, image: x}]}
status: {podIP: 10.244.2.99}
`,
  };
  judgeManifests([...article('allow-dns'), impostor]).expectFlows(`
    UDP/53          tenant-blue/impostor  tenant-blue/api
    tenant-red/web  .                     X`);
});

it('cuts the DNS pods off from the API server and from the resolvers that they ask', () => {
  const judged = judgeManifests(article('default-deny', 'allow-dns'));
  judged.expectFlows('TCP/6443 192.168.10.10\nkube-system/coredns X');
  judged.expectFlows('UDP/53 203.0.113.53\nkube-system/coredns X');
});

it('is wrong that kubelets need a policy: a node always reaches its own pods; other nodes do not', () => {
  const judged = judgeManifests(article('default-deny', 'allow-dns'));
  judged.expectFlows(`
    TCP/8080        production/frontend  production/backend
    192.168.10.11   .                    X   # worker-1, where the front end runs
    192.168.10.12   X                    .   # worker-2, where the back end runs
    192.168.10.10   X                    X   # the API server's node`);
  expect(judged.explain('TCP 8080', '192.168.10.11', 'production/frontend').summary).toMatchInlineSnapshot(
    `"Both ends allow TCP 8080: the source because it is no pod, so no policy governs it; the destination because the source is the node the pod runs on, which is always let in."`,
  );
});

it('is right that metrics need a policy', () =>
  judgeManifests(article('default-deny', 'allow-dns')).expectFlows(`
    TCP/9090               production/backend
    monitoring/prometheus  X`));

it('locks out nodes that have host endpoints, but for the failsafe ports', () => {
  const spec = "{node: worker-1, interfaceName: '*', expectedIPs: [192.168.10.11]}";
  const judged = judgeManifests([...article('default-deny'), calico('HostEndpoint', 'worker-1', spec)]);
  judged.expectFlows('TCP/22   host:worker-1\n203.0.113.9 .');
  judged.expectFlows('TCP/9100 host:worker-1\n203.0.113.9 X');
  expect(judged.explain('TCP 9100', '203.0.113.9', 'host:worker-1').summary).toMatchInlineSnapshot(
    `"Not allowed at the destination: default-deny selects host endpoint worker-1 for ingress, no rule matches TCP 9100 from 203.0.113.9, and the default action of the tier default is Deny. The source would allow it, because it is neither a pod nor a host endpoint, so no policy governs it."`,
  );
});

it('is right to test first: staged, the default deny changes nothing and shows what it would close', () => {
  const staged = calico(
    'StagedGlobalNetworkPolicy',
    'default-deny',
    '{order: 1000, selector: all(), types: [Ingress, Egress]}',
  );
  const files = [...article('allow-dns'), staged];
  judgeManifests(files).expectFlows('UDP/53 kube-system/coredns\nproduction/backend .');
  const pending = judgeManifests(files, { pending: 'calico' });
  pending.expectFlows('UDP/53 kube-system/coredns\nproduction/backend X');
  expect(pending.explain('UDP 53', 'production/backend', 'kube-system/coredns').ingress.chain).toMatchInlineSnapshot(
    `"default: staged default-deny → end of tier → denied"`,
  );
});
