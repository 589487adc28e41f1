// The corrected policies do what the article wanted: its wishes as truth tables, under every Calico that it may run on.
import { describe, expect, it } from 'vitest';
import { judgeManifests } from '../judged-manifests.ts';
import { calico, clusterFiles, correctedFiles } from './article-files.ts';

const files = [...clusterFiles, ...correctedFiles];

describe.each(['calico-3.32', 'calico-3.31', 'calico-enterprise'] as const)('under %s', (semantics) => {
  const judged = judgeManifests(files, { semantics });

  it('has no error and no warning', () => expect(judged.problems).toEqual([]));

  it.each(['UDP/53', 'TCP/53'])('lets every pod resolve names over %s, from the DNS pods only', (traffic) =>
    judged.expectFlows(`
      ${traffic}             kube-system/coredns  production/backend  tenant-blue/api  203.0.113.53
      production/frontend    .                    X                   X                X
      production/backend     .                    .                   X                X
      production/database    .                    X                   X                X
      monitoring/prometheus  .                    X                   X                X
      tenant-red/web         .                    X                   X                X
      tenant-blue/api        .                    X                   .                X
      kube-system/coredns    .                    X                   X                .`),
  );

  it('opens the API server to DNS, and to no application', () =>
    judged.expectFlows(`
      TCP/6443               192.168.10.10
      kube-system/coredns    .
      production/backend     X
      tenant-red/web         X`));

  it('lets the back end reach its database and the payment service, and nothing else', () => {
    judged.expectFlows(`
      TCP/5432               production/database  tenant-red/api  10.20.0.15  198.51.100.10
      production/backend     .                    X               X           X
      production/frontend    X                    X               X           X
      tenant-red/web         X                    .               X           X
      203.0.113.9            X                    X               -           -`);
    judged.expectFlows(`
      TCP/443                198.51.100.10  198.51.100.11  203.0.113.9  production/frontend
      production/backend     .              .              X            X
      production/frontend    X              X              X            .
      tenant-red/web         X              X              X            X`);
  });

  it('keeps tenants to their own namespaces, and lets them talk there', () =>
    judged.expectFlows(`
      TCP/8080               tenant-red/web  tenant-red/api  tenant-blue/web  tenant-blue/api  production/frontend  203.0.113.9
      tenant-red/web         .               .               X                X                X                    X
      tenant-red/api         .               .               X                X                X                    X
      tenant-blue/web        X               X               .                .                X                    X
      tenant-blue/api        X               X               .                .                X                    X
      production/backend     X               X               X                X                X                    X
      monitoring/prometheus  X               X               X                X                X                    X
      203.0.113.9            X               X               X                X                X                    -`));

  it('collects metrics from everywhere, at both ends, and lets nobody else ask for them', () =>
    judged.expectFlows(`
      TCP/9090               production/backend  tenant-red/api  tenant-blue/web  192.0.2.70  198.51.100.10
      monitoring/prometheus  .                   .               .                X           X
      production/frontend    X                   X               X                X           X
      tenant-blue/web        X                   X               .                X           X`));

  it('lets no pod reach what the threat feed lists, kube-system included, and closes nothing else there', () =>
    judged.expectFlows(`
      TCP/443                192.0.2.70  192.0.2.130  203.0.113.9
      kube-system/coredns    X           .            .
      production/backend     X           X            X
      tenant-red/web         X           X            X`));

  it('lets nodes probe their own pods', () =>
    judged.expectFlows(`
      TCP/8080               production/frontend  production/backend  tenant-red/web
      192.168.10.11          .                    X                   .
      192.168.10.12          X                    .                   X`));
});

it('spares host endpoints', () => {
  const spec =
    "{node: worker-1, interfaceName: '*', expectedIPs: [192.168.10.11], profiles: [projectcalico-default-allow]}";
  judgeManifests([...files, calico('HostEndpoint', 'worker-1', spec)]).expectFlows(`
    TCP/9100        host:worker-1
    203.0.113.9     .
    tenant-red/web  X`);
});

it('blocks what the feed lists whatever the tier `default` allows, because a tier of lower order goes first', () => {
  const allowAll = calico('GlobalNetworkPolicy', 'allow-all', '{order: 1, types: [Egress], egress: [{action: Allow}]}');
  const judged = judgeManifests([...files, allowAll]);
  judged.expectFlows(`
    TCP/443             192.0.2.70  203.0.113.9
    production/backend  X           .`);
  expect(judged.explain('TCP 443', 'production/backend', '203.0.113.9').egress.chain).toMatchInlineSnapshot(
    `"security: no match, passes → default: allow-all rule 1 → allowed"`,
  );
});

it('tells why, tier by tier', () => {
  const { explain } = judgeManifests(files);
  const chains = [
    explain('TCP 443', 'production/backend', '192.0.2.70').egress,
    explain('TCP 443', 'production/backend', '198.51.100.10').egress,
    explain('UDP 53', 'tenant-red/web', 'kube-system/coredns').egress,
    explain('TCP 8080', 'tenant-red/web', 'tenant-blue/api').ingress,
  ].map(({ chain }) => chain);
  expect(chains).toMatchInlineSnapshot(`
    [
      "security: security.block-threat-feeds rule 1 → denied",
      "security: no match, passes → default: backend-egress rule 2 → allowed",
      "security: no match, passes → default: allow-dns rule 1 → allowed",
      "default: allow-metrics, namespace-isolation and default-deny → end of tier → denied",
    ]
  `);
});
