// The corpus: what each change flips and which change makes it, written by hand; and what a reviewer is shown, as golden files.
import { describe, expect, it } from 'vitest';
import { diffJson } from '../exporters/diff-json.ts';
import { diffMarkdown } from '../exporters/diff-markdown.ts';
import type { ExportedFlip } from '../exporters/diff-report.ts';
import { diffSarif } from '../exporters/diff-sarif.ts';
import { diffText } from '../exporters/diff-text.ts';
import { goldenPath, reviewCase, reviewNames } from './review-cases.ts';
import { sarifErrors } from './sarif-schema.ts';

/** `+ web > db: adds …`: what becomes of a pair, and what makes it; `&` where it takes all, `|` where one would do. */
const expected: Readonly<Record<string, readonly string[]>> = {
  'admin-priority': ['- batch > db: changes priority of ClusterNetworkPolicy no-batch from 30 to 10'],
  'api-server-lost': [
    '+ web > 192.0.2.10/32: changes port of egress rule 1 of NetworkPolicy shop/web from 6443 to 443',
    '- web > 192.0.2.10/32: changes port of egress rule 1 of NetworkPolicy shop/web from 6443 to 443',
  ],
  'both-ends-removed': [
    '- batch > db: removes Deployment shop/db',
    '- batch > web: removes Deployment shop/web',
    '- db > batch: removes Deployment shop/db',
    '- db > internet: removes Deployment shop/db',
    '- db > web: removes Deployment shop/db | removes Deployment shop/web',
    '- web > batch: removes Deployment shop/web',
    '- web > db: removes Deployment shop/db | removes Deployment shop/web',
    '- web > internet: removes Deployment shop/web',
    '- internet > db: removes Deployment shop/db',
    '- internet > web: removes Deployment shop/web',
  ],
  'comments-only': [],
  'default-deny-without-dns': [
    '- db > coredns: adds NetworkPolicy shop/default-deny',
    '- web > coredns: adds NetworkPolicy shop/default-deny',
    '- db > internet: adds NetworkPolicy shop/default-deny',
    '- web > internet: adds NetworkPolicy shop/default-deny',
  ],
  'deny-removed': ['+ batch > db: removes ingress rule 1 (Deny) of GlobalNetworkPolicy db'],
  'egress-forgotten': [],
  'file-renamed': [],
  'host-endpoint': [
    '- 198.51.100.0/24 > host:node-1-eth0: changes label role of HostEndpoint node-1-eth0 from worker to edge',
  ],
  'ip-block-widened': [
    '+ web > 203.0.0.0/16: changes CIDR of peer 1 of egress rule 1 of NetworkPolicy shop/web from 203.0.113.0/24 to 203.0.0.0/16',
  ],
  'label-renamed': ['- web > db: changes pod label app of Deployment shop/web from web to webb'],
  'many-flows-one-cause': Array.from(
    { length: 24 },
    (_, at) =>
      `+ worker-${String(at + 1).padStart(2, '0')} > db: removes app=web from the pod selector of peer 1 of ingress rule 1 of NetworkPolicy shop/db`,
  ),
  'moved-to-tier': ['- batch > db: moves GlobalNetworkPolicy no-batch from tier default to tier security'],
  'named-port-renumbered': [
    '+ internet > web: changes container port of Deployment shop/web from 8080 to 9090',
    '+ batch > web: changes container port of Deployment shop/web from 8080 to 9090',
    '- internet > web: changes container port of Deployment shop/web from 8080 to 9090',
    '- batch > web: changes container port of Deployment shop/web from 8080 to 9090',
  ],
  'namespace-label-changed': ['- probe > db: changes label team of Namespace ops from ops to sre'],
  'namespace-removed': ['- probe > db: removes Namespace ops'],
  'network-set-widened': ['+ set:partners > web: adds CIDR 203.0.113.0/24 to GlobalNetworkSet partners'],
  'nothing-that-policy-sees': [],
  'orders-swapped': [
    '- batch > db: changes order of NetworkPolicy shop/allow-batch from 100 to 200 & changes order of NetworkPolicy shop/deny-batch from 200 to 100',
  ],
  'pass-instead-of-allow': [
    '- web > db: changes action of ingress rule 1 of GlobalNetworkPolicy security.entry from Allow to Pass',
  ],
  'pinned-flow-broken': ['- web > db: changes port of ingress rule 1 of NetworkPolicy shop/db from 5432 to 5433'],
  'pinned-flow-taken-out': ['- web > db: removes the only ingress rule from NetworkPolicy shop/db'],
  'policy-added': ['- internet > db: adds NetworkPolicy shop/db', '- batch > db: adds NetworkPolicy shop/db'],
  'policy-moved': [],
  'policy-narrowed': [
    '- probe > db: changes peer 1 of ingress rule 1 of NetworkPolicy shop/db from all namespaces to pods with app=web',
  ],
  'policy-rejected': [
    '+ internet > db: changes port of ingress rule 1 of NetworkPolicy shop/db from 5432 to 543210, so that the API server rejects it',
    '+ batch > db: changes port of ingress rule 1 of NetworkPolicy shop/db from 5432 to 543210, so that the API server rejects it',
  ],
  'policy-removed': ['+ internet > db: removes NetworkPolicy shop/db', '+ batch > db: removes NetworkPolicy shop/db'],
  'policy-types-changed': [
    '- db > internet: adds policy type Egress to NetworkPolicy shop/db',
    '- db > web: adds policy type Egress to NetworkPolicy shop/db',
  ],
  'ports-widened': ['+ web > db: removes port TCP 5432 from ingress rule 1 of NetworkPolicy shop/db'],
  'removed-with-its-workload': [
    '- db > internet: removes Deployment shop/db',
    '- db > batch: removes Deployment shop/db',
    '- db > web: removes Deployment shop/db',
    '- web > db: removes Deployment shop/db',
  ],
  'rule-inserted': ['+ db > cache: adds ingress rule 1 of NetworkPolicy shop/inside'],
  'selector-typo': [
    '+ internet > db: changes label app of the pod selector of NetworkPolicy shop/db from db to bd',
    '+ batch > db: changes label app of the pod selector of NetworkPolicy shop/db from db to bd',
  ],
  'service-account-label': ['- batch > db: changes label role of ServiceAccount shop/batch from reader to job'],
  'set-label-renamed': [
    '- web > set:shop/billing: changes label role of NetworkSet shop/billing from billing to invoices',
  ],
  'staged-promoted': [
    '- internet > db: adds GlobalNetworkPolicy guard-db',
    '- batch > db: adds GlobalNetworkPolicy guard-db',
  ],
  'tenants-crossed': [
    '+ client > api: removes tenant=red from the namespace selector of peer 1 of ingress rule 1 of NetworkPolicy red/api',
  ],
  'tier-reordered': ['+ batch > db: changes order of Tier security from 100 to 300'],
  'two-changes-each-enough': [
    '+ batch > db: adds NetworkPolicy shop/all-in-shop',
    '+ web > db: adds NetworkPolicy shop/all-in-shop | adds the only ingress rule to NetworkPolicy shop/db',
    '- internet > batch: adds NetworkPolicy shop/all-in-shop',
    '- internet > web: adds NetworkPolicy shop/all-in-shop',
  ],
  'two-changes-needed': [
    '+ web > db: adds the only ingress rule to NetworkPolicy shop/db & adds egress rule 1 of NetworkPolicy shop/web',
  ],
  'workload-without-policy': [
    '+ internet > admin: adds Deployment shop/admin',
    '+ admin > internet: adds Deployment shop/admin',
    '+ admin > web: adds Deployment shop/admin',
    '+ db > admin: adds Deployment shop/admin',
    '+ web > admin: adds Deployment shop/admin',
  ],
};

const MARKS = { opened: '+', closed: '-', unknown: '?' } as const;

function told({ flip, src, dst, causes, certainty }: ExportedFlip): string {
  const short = (name: string): string => name.replace(/^.*\/(Deployment|Pod)\//, '');
  const why = causes.map(({ change }) => change).join(certainty === 'each' ? ' & ' : ' | ');
  return `${MARKS[flip]} ${short(src)} > ${short(dst)}: ${why}`;
}

it('has a word on every pair, and no other', () => expect(Object.keys(expected).sort()).toEqual(reviewNames));

describe.each(reviewNames)('%s', (name) => {
  const { report } = reviewCase(name);

  it('flips what it should, by the change that makes it', () =>
    expect([...new Set(report.flips.map(told))].sort()).toEqual([...(expected[name] ?? [])].sort()));

  it('reads as its golden files', async () => {
    await expect(diffText.export(report)).toMatchFileSnapshot(goldenPath(name, 'review.txt'));
    await expect(diffMarkdown.export(report)).toMatchFileSnapshot(goldenPath(name, 'review.md'));
    await expect(diffJson.export(report)).toMatchFileSnapshot(goldenPath(name, 'review.json'));
  });

  it('fits the schema of SARIF', () => expect(sarifErrors(diffSarif.export(report))).toEqual([]));
});
