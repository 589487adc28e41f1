// What the first article says its policies do, claim by claim; the findings that tell where they do not; the fixes by which they do.
//
// | claim | as written | told by | mended by |
// |---|---|---|---|
// | without policy all pods talk | true | | |
// | the default deny closes every endpoint, both directions | true, the system's too | gnp-hits-system-namespaces, gnp-hits-hosts | leaving them out |
// | allow-dns can be applied first | false: it closes all other egress | egress-only-becomes-default-deny | a tier that passes on |
// | with allow-dns, pods resolve names under the default deny | false: DNS pods stay shut | dns-blocked | a policy for their ingress |
// | the API server is reached by whoever needs it | false: DNS pods do not | gnp-hits-system-namespaces | leaving them out |
// | backend-egress: database and payment service, nothing else | false: Calico rejects it | enterprise-field | a network set, filled by hand |
// | the same in Calico Enterprise | unknown without addresses, true with them | | |
// | block-threat-feeds blocks what a feed lists | true, and everything else | deny-only-closes-all | a tier that passes on |
// | tenants talk within their namespace only | false: not even there | template-text, namespace-placeholder | a policy for each namespace |
// | a broad Allow at a low order takes the effect of others away | true | broad-allow-early | a higher order, and narrowing |
// | a Deny belongs before an Allow | true: after it, it never acts | shadowed-rule | the lower order |
// | system traffic is allowed before the default deny | false where a policy closes kube-system | system-traffic-denied | a rule for the API server |
// | egress matters as ingress does | forgotten | egress-not-governed | a policy for it |
// | without default deny pods stay open | true | no-default-deny, endpoint-not-governed | a default deny |
// | policies are tested first | by nothing | no-assertions | pinned flows |
import { describe, it } from 'vitest';
import { type Claim, proveClaim } from '../prove-claim.ts';
import { article, calico, clusterFiles } from './article-files.ts';

const dns = (verdict: '.' | 'X') =>
  ['UDP', 'TCP'].map(
    (protocol) => `
  ${protocol}/53         kube-system/coredns
  production/backend     ${verdict}
  monitoring/prometheus  ${verdict}
  tenant-red/web         ${verdict}`,
  );
const open = (verdict: '.' | 'X') => `
  TCP/8080             production/backend  tenant-red/api  203.0.113.9
  production/frontend  ${verdict}          ${verdict}      ${verdict}
  tenant-red/web       ${verdict}          ${verdict}      ${verdict}`;
const feed = 'TCP/443 192.0.2.70\nproduction/backend X\ntenant-red/web X';
const apiServer = (verdict: '.' | 'X') => `TCP/6443 192.168.10.10\nkube-system/coredns ${verdict}`;
const backend = (database: string, stripe: string, others: string) => [
  `TCP/5432 10.20.0.15 203.0.113.9\nproduction/backend ${database} ${others}`,
  `TCP/443 198.51.100.10 203.0.113.9 production/frontend\nproduction/backend ${stripe} ${others} ${others}`,
];
const tenants = (within: '.' | 'X') => `
  TCP/8080             tenant-red/web  tenant-red/api  tenant-blue/web  tenant-blue/api  203.0.113.9
  tenant-red/web       .               ${within}       X                X                X
  tenant-blue/api      X               X               ${within}        .                X
  production/frontend  X               X               X                X                .`;
const fill = (text: string) => text.replace('nets: []', 'nets: [198.51.100.10/32]');

const allowAll = calico(
  'GlobalNetworkPolicy',
  'allow-all',
  '{order: 1, namespaceSelector: all(), types: [Ingress, Egress], ingress: [{action: Allow}], egress: [{action: Allow}]}',
);
const lateDeny = calico(
  'NetworkPolicy',
  'production/deny-tenants',
  "{order: 300, selector: app == 'database', types: [Ingress], ingress: [{action: Deny, protocol: TCP, source: {namespaceSelector: tenant == 'true'}}]}",
);
const earlyAllow = calico(
  'NetworkPolicy',
  'production/allow-apps',
  "{order: 200, types: [Ingress], ingress: [{action: Allow, source: {namespaceSelector: has(projectcalico.org/name)}}, {action: Allow, source: {namespaceSelector: tenant == 'true'}}]}",
);
const toDatabase = (verdict: '.' | 'X') => `TCP/5432 production/database\ntenant-red/web ${verdict}`;

const database = (action: string) =>
  calico(
    'NetworkPolicy',
    'production/database',
    `{order: 200, selector: app == 'database', types: [Ingress], ingress: [{action: ${action}, protocol: TCP, source: {selector: app == 'backend'}, destination: {ports: [5432]}}]}`,
  );

const claims: readonly Claim[] = [
  { claim: 'without policy all pods talk', files: clusterFiles, does: [open('.')] },
  {
    claim: 'the default deny closes all endpoints in both directions',
    files: article('default-deny'),
    does: [open('X'), ...dns('X')],
  },
  {
    claim: 'the default deny leaves the cluster working',
    files: article('default-deny'),
    does: [apiServer('X')],
    told: [
      ['gnp-hits-system-namespaces', '1-default-deny'],
      ['gnp-hits-hosts', '1-default-deny'],
    ],
    fixes: [['gnp-hits-system-namespaces']],
    meant: [apiServer('.'), open('X')],
  },
  {
    claim: 'allow-dns comes before the default deny, without harm',
    files: article('allow-dns'),
    does: [open('X'), ...dns('.')],
    told: [['egress-only-becomes-default-deny', '2-allow-dns']],
    fixes: [['egress-only-becomes-default-deny', 'Move it to a new tier']],
    meant: [open('.'), ...dns('.')],
  },
  {
    claim: 'with allow-dns pods resolve names under the default deny',
    files: article('default-deny', 'allow-dns'),
    does: dns('X'),
    told: [['dns-blocked', '1-default-deny']],
    fixes: [['dns-blocked', 'Let DNS in']],
    meant: [...dns('.'), open('X')],
  },
  {
    claim: 'with allow-dns pods resolve names, the other way: the system is left alone',
    files: article('default-deny', 'allow-dns'),
    does: dns('X'),
    fixes: [['gnp-hits-system-namespaces'], ['gnp-hits-system-namespaces']],
    meant: [...dns('.'), open('X'), apiServer('.'), 'UDP/53 203.0.113.53\nkube-system/coredns .'],
  },
  {
    claim: 'the back end reaches its database and the payment service, nothing else',
    files: article('default-deny', 'backend-egress'),
    does: backend('X', 'X', 'X'),
    told: [['enterprise-field', '3-backend-egress']],
    fixes: [['enterprise-field']],
    byHand: fill,
    meant: backend('.', '.', 'X'),
  },
  {
    claim: 'the same without the default deny: the policy alone closes the rest, once Calico takes it',
    files: article('backend-egress'),
    does: backend('.', '.', '.'),
    told: [['enterprise-field', '3-backend-egress']],
    fixes: [['enterprise-field']],
    byHand: fill,
    meant: backend('.', '.', 'X'),
  },
  {
    claim: 'the same in Calico Enterprise, where the addresses are known',
    files: article('default-deny', 'backend-egress'),
    options: { semantics: 'calico-enterprise', domains: [{ name: 'api.stripe.com', addresses: ['198.51.100.10'] }] },
    does: backend('.', '.', 'X'),
  },
  {
    claim: 'addresses of the feed are blocked, and nothing more',
    files: article('block-threat-feeds'),
    does: [feed, open('X')],
    told: [['deny-only-closes-all', '4-block-threat-feeds']],
    fixes: [['deny-only-closes-all', 'Move it to a new tier']],
    meant: [feed, open('.'), ...dns('.')],
  },
  {
    claim: 'pods of a tenant talk within their own namespace only',
    files: article('namespace-isolation'),
    does: [tenants('X')],
    told: [
      ['template-text', '5-namespace-isolation'],
      ['namespace-placeholder', '5-namespace-isolation'],
    ],
    fixes: [['namespace-placeholder']],
    meant: [tenants('.')],
  },
  {
    claim: 'a policy for all() that allows everything at a low order takes the others’ effect away',
    files: [...article(), allowAll],
    does: [open('.'), 'TCP/443 192.0.2.70\nproduction/backend .'],
    told: [['broad-allow-early', 'GlobalNetworkPolicy-allow-all']],
    fixes: [['broad-allow-early']],
    meant: [feed],
  },
  {
    claim: 'a Deny with the higher order than an Allow never acts',
    files: [...clusterFiles, earlyAllow, lateDeny],
    does: [toDatabase('.')],
    told: [['shadowed-rule', 'NetworkPolicy-deny-tenants']],
    fixes: [['shadowed-rule']],
    meant: [toDatabase('X')],
  },
  {
    claim: 'kubelets reach pods under the default deny: of their own node, and no other',
    files: article('default-deny'),
    does: ['TCP/8080 production/frontend production/backend\n192.168.10.11 . X\n192.168.10.12 X .\n192.168.10.10 X X'],
  },
  {
    claim: 'a policy for kube-system alone can cut DNS off from the API server',
    files: [
      ...clusterFiles,
      calico(
        'NetworkPolicy',
        'kube-system/closed',
        '{selector: all(), types: [Egress], egress: [{action: Allow, protocol: UDP, destination: {ports: [53]}}]}',
      ),
    ],
    does: [apiServer('X'), ...dns('.')],
    told: [['system-traffic-denied', 'NetworkPolicy-closed']],
  },
  {
    claim: 'egress is forgotten where policies are for ingress alone',
    files: [...clusterFiles, database('Allow')],
    does: ['TCP/443 203.0.113.9\nproduction/database .'],
    told: [['egress-not-governed', 'NetworkPolicy-database']],
  },
  {
    claim: 'without a default deny, pods that no policy names stay open',
    files: [...clusterFiles, database('Allow')],
    does: ['TCP/8080 production/frontend production/backend\ntenant-red/web . .'],
    told: [
      ['no-default-deny', 'NetworkPolicy-database'],
      ['endpoint-not-governed', 'NetworkPolicy-database'],
    ],
    fixes: [['no-default-deny']],
    meant: ['TCP/8080 production/frontend production/backend\ntenant-red/web X X'],
  },
  {
    claim: 'policies are to be tested before they are applied',
    files: article(),
    does: [],
    told: [['no-assertions', '4-block-threat-feeds']],
  },
  {
    claim: 'metrics need a policy',
    files: article('default-deny', 'allow-dns'),
    does: ['TCP/9090 production/backend\nmonitoring/prometheus X'],
  },
];

describe.each(claims.map((one) => [one.claim, one] as const))('%s', (_, claim) => {
  it(claim.fixes ? 'is told, and is so once it is mended' : claim.told ? 'is told' : 'is so', () => proveClaim(claim));
});
