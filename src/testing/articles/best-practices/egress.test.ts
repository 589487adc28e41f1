// What the article says of egress: a back end that reaches its database and a payment service only, and addresses of a threat feed for nobody.
import { expect, it } from 'vitest';
import { drawSteps, judgeManifests } from '../judged-manifests.ts';
import { article, calico } from './article-files.ts';

const stripe = '198.51.100.10';
const knownDomain = { domains: [{ name: 'api.stripe.com', addresses: [stripe] }] };

it('needs Calico Enterprise for `domains`: open-source Calico drops the whole policy, and the trace shows the gap', () => {
  const judged = judgeManifests(article('backend-egress'));
  expect(judged.problems).toMatchInlineSnapshot(`
    [
      "error enterprise-field: \`spec.egress[1].destination.domains\` is a field of Calico Enterprise; open-source Calico rejects the whole policy, so its denies are gone too. Write addresses (\`nets\`, or a network set), or judge the manifests as Calico Enterprise.",
    ]
  `);
  const answer = judged.explain('TCP 443', 'production/backend', '203.0.113.9');
  expect(answer.verdict).toBe('allowed');
  expect(answer.summary).toMatchInlineSnapshot(
    `"Both ends allow TCP 443: the source because no policy governs it; the destination because it is no pod, so no policy governs it. Left out: backend-egress is not valid and counts as absent."`,
  );
  expect(drawSteps(answer.egress)).toMatchInlineSnapshot(`
    [
      "default backend-egress invalid: is not valid, so it counts as absent, and so do its denies",
      "default-allow: no policy governs the egress of production/Pod/backend, so everything is allowed (profile kns.production)",
    ]
  `);
});

it('depends on the addresses behind the name under Calico Enterprise', () => {
  const judged = judgeManifests(article('backend-egress'), { semantics: 'calico-enterprise' });
  expect(judged.problems).toEqual([]);
  const answer = judged.explain('TCP 443', 'production/backend', stripe);
  expect(answer.verdict).toBe('unknown');
  expect(answer.summary).toMatchInlineSnapshot(
    `"It depends on a fact that is missing at the source: rule 2 of backend-egress may match 198.51.100.10, but the addresses behind api.stripe.com are not in the manifests."`,
  );
  expect(answer.missing).toMatchInlineSnapshot(`
    [
      {
        "code": "domain-addresses-unknown",
        "message": "The addresses behind api.stripe.com are not in the manifests",
        "names": [
          "api.stripe.com",
        ],
        "remedy": "Supply them (--domain NAME=IP), ask for the flow by name in a cluster, or write the addresses as networks.",
      },
    ]
  `);
  // The other port is no question of names.
  judged.expectFlows(`TCP/80 ${stripe}\nproduction/backend X`);
});

it('does under Calico Enterprise what was meant, once the addresses are given', () => {
  const judged = judgeManifests(article('backend-egress'), { semantics: 'calico-enterprise', ...knownDomain });
  judged.expectFlows(`
    TCP/443             ${stripe}  203.0.113.9
    production/backend  .              X`);
});

it('is wrong that the default deny closes the rest: backend-egress does that alone', () =>
  expect(
    judgeManifests(article('backend-egress'), { semantics: 'calico-enterprise', ...knownDomain }).explain(
      'TCP 8080',
      'production/backend',
      'production/frontend',
    ).summary,
  ).toMatchInlineSnapshot(
    `"Not allowed at the source: backend-egress selects production/Pod/backend for egress, no rule matches TCP 8080 to production/Pod/frontend, and the default action of the tier default is Deny. The destination would allow it, because no policy governs it."`,
  ));

it('opens port 5432 of every pod, because 10.0.0.0/8 holds the addresses of pods', () => {
  const judged = judgeManifests(article('backend-egress'), { semantics: 'calico-enterprise', ...knownDomain });
  judged.expectFlows(`
    TCP/5432            production/database  tenant-red/api  kube-system/coredns  10.20.0.15  203.0.113.9
    production/backend  .                    .               .                    .           X`);
});

it('leaves the database closed beside the default deny, because its own ingress is', () => {
  const judged = judgeManifests(article('default-deny', 'backend-egress'), {
    semantics: 'calico-enterprise',
    ...knownDomain,
  });
  judged.expectFlows(`
    TCP/5432            production/database  10.20.0.15
    production/backend  X                    .`);
  expect(judged.explain('TCP 5432', 'production/backend', 'production/database').summary).toMatchInlineSnapshot(
    `"Not allowed at the destination: default-deny selects production/Pod/database for ingress, no rule matches TCP 5432 from production/Pod/backend, and the default action of the tier default is Deny. The source would allow it, by rule 1 of backend-egress."`,
  );
});

it('is right that block-threat-feeds blocks what the feed lists, before any policy of a higher order', () => {
  const judged = judgeManifests([
    ...article('block-threat-feeds'),
    calico('GlobalNetworkPolicy', 'allow-all', '{order: 60, types: [Egress], egress: [{action: Allow}]}'),
  ]);
  judged.expectFlows(`
    TCP/443             192.0.2.70  192.0.2.130  203.0.113.9
    production/backend  X           .            .`);
  expect(judged.explain('TCP 443', 'production/backend', '192.0.2.70').summary).toMatchInlineSnapshot(
    `"Not allowed at the source: rule 1 of block-threat-feeds denies TCP 443 to 192.0.2.70. The destination would allow it, because it is no pod, so no policy governs it."`,
  );
});

it('closes all egress of the cluster by block-threat-feeds alone', () => {
  const judged = judgeManifests(article('block-threat-feeds'));
  judged.expectFlows(`
    UDP/53               kube-system/coredns  production/database  192.0.2.70  203.0.113.9
    production/backend   X                    X                    X           X
    tenant-red/web       X                    X                    X           X
    monitoring/prometheus X                   X                    X           X
    203.0.113.9          .                    .                    -           -`);
  const answer = judged.explain('TCP 443', 'production/backend', '203.0.113.9');
  expect(answer.summary).toMatchInlineSnapshot(
    `"Not allowed at the source: block-threat-feeds selects production/Pod/backend for egress, no rule matches TCP 443 to 203.0.113.9, and the default action of the tier default is Deny. The destination would allow it, because it is no pod, so no policy governs it."`,
  );
  expect(drawSteps(answer.egress)).toMatchInlineSnapshot(`
    [
      "default block-threat-feeds no-match: rule 1 only denies traffic to endpoints or network sets with threat-feed == 'malicious', not to 203.0.113.9",
      "default end-of-tier: block-threat-feeds selects production/Pod/backend for egress, no rule matches TCP 443 to 203.0.113.9, and the default action of the tier default is Deny",
    ]
  `);
});

it('would block nothing if no set carried the label', () => {
  const files = article('block-threat-feeds').filter(({ path }) => !path.includes('threat-feed.yaml'));
  const answer = judgeManifests(files).explain('TCP 443', 'production/backend', '192.0.2.70');
  expect(drawSteps(answer.egress)[0]).toMatchInlineSnapshot(
    `"default block-threat-feeds no-match: rule 1 only denies traffic to endpoints or network sets with threat-feed == 'malicious', and there are none here"`,
  );
});
