// What the second article says its manifests do, claim by claim; the findings that tell where they do not; the fixes by which they do.
//
// | claim | as written | told by | mended by |
// |---|---|---|---|
// | pods talk by default | true | | |
// | the default deny closes both directions | true | | |
// | the front end is open to the outside on its port | true | | |
// | the front end calls the back end again | false: its egress and DNS stay shut | one-sided-allow, then dns-blocked | a policy for the egress; DNS rules |
// | nobody else calls the back end | true, before and after | | |
// | the back end uses the database | false | one-sided-allow | a policy for the egress |
// | names resolve | over UDP only | dns-blocked | TCP beside UDP |
// | DNS pods may be called `k8s-app: coredns` | false: DNS is shut | dns-blocked | the label they have |
// | metrics are collected from all pods | false: rejected, then for DNS pods only, which it shuts | unknown-field, wrong-type, raw-crd-api, then system-pods-only, dns-blocked | v3, expressions, all pods and a tier that passes on |
import { describe, expect, it } from 'vitest';
import { problemsIn } from '../../lint-manifests.ts';
import { type Claim, proveClaim, type Taken } from '../prove-claim.ts';
import { applied, wholeArticle } from './article-files.ts';

const call = (traffic: string, from: string, to: string, verdict: '.' | 'X') => `${traffic} ${to}\n${from} ${verdict}`;
const toBackend = (verdict: '.' | 'X') => call('TCP/8080', 'dev-app/frontend', 'dev-app/backend', verdict);
const toDatabase = (verdict: '.' | 'X') => call('TCP/3306', 'dev-app/backend', 'dev-app/database', verdict);
const dns = (protocol: 'UDP' | 'TCP', verdict: '.' | 'X') =>
  call(`${protocol}/53`, 'dev-app/frontend', 'kube-system/coredns', verdict);
const others = `
  TCP/8080             dev-app/backend
  dev-app/database     X
  kube-system/coredns  X
  203.0.113.9          X`;
const metrics = (verdict: '.' | 'X') => `
  TCP/9090                     dev-app/frontend  dev-app/backend  dev-app/database
  monitoring/prometheus-agent  ${verdict}        ${verdict}       ${verdict}
  dev-app/frontend             X                 X                X`;

/** Fixes that only bring it into the form that Calico takes. */
const intoForm: readonly Taken[] = [['raw-crd-api'], ['wrong-type'], ['unknown-field']];

const claims: readonly Claim[] = [
  {
    claim: 'after step 2: every pod talks with every other',
    files: applied(1),
    does: [toBackend('.'), toDatabase('.'), call('TCP/80', '203.0.113.9', 'dev-app/frontend', '.')],
  },
  {
    claim: 'after step 3: the call hangs, all ingress and egress is closed',
    files: applied(2),
    does: [
      toBackend('X'),
      toDatabase('X'),
      dns('UDP', 'X'),
      call('TCP/80', '203.0.113.9', 'dev-app/frontend', 'X'),
      call('TCP/443', 'dev-app/frontend', '203.0.113.9', 'X'),
    ],
  },
  {
    claim: 'after step 4: the front end is reached from outside, on port 80 alone',
    files: applied(3),
    does: [
      call('TCP/80', '203.0.113.9', 'dev-app/frontend', '.'),
      call('TCP/81', '203.0.113.9', 'dev-app/frontend', 'X'),
      call('TCP/80', '203.0.113.9', 'dev-app/backend', 'X'),
    ],
  },
  {
    claim: 'after step 5: the front end calls the back end by its name again',
    files: applied(4),
    does: [toBackend('X'), dns('UDP', 'X')],
    told: [['one-sided-allow', '4-allow-frontend-to-backend']],
    fixes: [['one-sided-allow'], ['dns-blocked']],
    meant: [toBackend('.'), dns('UDP', '.'), dns('TCP', '.')],
  },
  {
    claim: 'after step 5: nobody else reaches the back end',
    files: applied(4),
    does: [others],
    fixes: [['one-sided-allow'], ['dns-blocked']],
    meant: [others],
  },
  {
    claim: 'after step 6: the back end reaches the database',
    files: applied(5),
    does: [toDatabase('X')],
    told: [['one-sided-allow', '5-allow-backend-to-database']],
    fixes: [['one-sided-allow'], ['one-sided-allow']],
    meant: [toDatabase('.'), toBackend('.'), call('TCP/3306', 'dev-app/frontend', 'dev-app/database', 'X')],
  },
  {
    claim: 'after step 7: names resolve',
    files: applied(6),
    does: [dns('UDP', '.'), dns('TCP', 'X')],
    told: [['dns-blocked', '6-allow-dns-egress']],
    fixes: [['dns-blocked', 'Allow DNS over TCP']],
    meant: [dns('UDP', '.'), dns('TCP', '.')],
  },
  {
    claim: 'after step 7: the DNS pods may have the label k8s-app: coredns in newer clusters',
    files: applied(6).map(({ path, text }) => ({
      path,
      text: path.includes('6-allow-dns') ? text.replace('kube-dns', 'coredns') : text,
    })),
    does: [dns('UDP', 'X')],
    told: [['dns-blocked', '6-allow-dns-egress']],
    fixes: [['dns-blocked', 'Allow DNS']],
    meant: [dns('UDP', '.')],
  },
  {
    claim: 'after step 8: the agent collects metrics from all pods on port 9090',
    files: wholeArticle,
    does: [metrics('X'), call('TCP/9090', 'monitoring/prometheus-agent', 'kube-system/coredns', '.')],
    told: [
      ['raw-crd-api', '8-allow-monitoring'],
      ['unknown-field', '8-allow-monitoring'],
      ['wrong-type', '8-allow-monitoring'],
    ],
    fixes: [...intoForm, ['system-pods-only']],
    meant: [metrics('.'), dns('UDP', '.'), call('TCP/9090', 'monitoring/prometheus-agent', 'kube-system/coredns', '.')],
  },
];

describe.each(claims.map((one) => [one.claim, one] as const))('%s', (_, claim) => {
  it(claim.told ? 'is not so, is told, and is so once it is mended' : 'is so', () => proveClaim(claim));
});

it('closes DNS once step 8 is in a form that Calico takes; that is told, and a policy more opens it', () =>
  proveClaim({
    claim: 'DNS works with the global policy',
    files: wholeArticle,
    does: [dns('UDP', '.')],
    fixes: [...intoForm, ['dns-blocked', 'Let DNS in']],
    meant: [dns('UDP', '.')],
  }));

it('has nothing left that is told as wrong once all is mended', async () => {
  const { takeFix } = await import('../prove-claim.ts');
  let files = wholeArticle;
  const fixes: readonly Taken[] = [
    ...intoForm,
    ['system-pods-only'],
    ['one-sided-allow'],
    ['one-sided-allow'],
    ['dns-blocked'],
  ];
  for (const fix of fixes) files = await takeFix(files, fix);
  const left = (await problemsIn(files)).filter(({ severity }) => severity !== 'info');
  expect(left.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
});
