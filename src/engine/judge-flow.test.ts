// The rules of Kubernetes NetworkPolicy as truth tables, one drawn cluster each; and the readings beyond them.
import { describe, it } from 'vitest';
import type { SourceFile } from '../documents/source-file.ts';
import { cluster, policy } from '../testing/cluster-text.ts';
import { expectReachability } from '../testing/truth-table.ts';
import { defaultOptions, type EngineOptions } from './engine-options.ts';
import { judgeFlow } from './judge-flow.ts';
import { createSnapshot } from './snapshot.ts';

/** Checks a grid against the verdicts of these files. */
function expectVerdicts(files: readonly SourceFile[], grid: string, options: Partial<EngineOptions> = {}): void {
  const snapshot = createSnapshot(files, { ...defaultOptions, ...options });
  const judge = (probe: Parameters<typeof judgeFlow>[1]): string => {
    const verdict = judgeFlow(snapshot, probe);
    return typeof verdict === 'string' ? verdict : verdict.error;
  };
  expectReachability(judge, grid);
}

const shop = cluster`
  shop{team=red}: web{app=web}:80@10.0.0.1 db{app=db}:5432@10.0.0.2
  other{team=blue}: bot{app=web}@10.0.1.1
`;

describe('NetworkPolicy', () => {
  it('isolates only what it selects, in its directions only', () => {
    const deny = policy('shop/deny')`{podSelector: {matchLabels: {app: db}}, policyTypes: [Ingress]}`;
    expectVerdicts(
      [...shop, deny],
      `TCP/80     shop/web  shop/db  other/bot  8.8.8.8
       shop/web   .         X        .          .
       shop/db    .         .        .          .
       other/bot  .         X        .          .
       8.8.8.8    .         X        .          -`,
    );
  });

  it('reads a pod selector alone as the own namespace, and both selectors of one item together', () => {
    const own = policy(
      'shop/own',
    )`{podSelector: {matchLabels: {app: db}}, ingress: [{from: [{podSelector: {matchLabels: {app: web}}}]}]}`;
    const both = policy(
      'shop/both',
    )`{podSelector: {matchLabels: {app: web}}, ingress: [{from: [{namespaceSelector: {matchLabels: {team: blue}}, podSelector: {matchLabels: {app: web}}}]}]}`;
    expectVerdicts(
      [...shop, own, both],
      `TCP/80     shop/web  shop/db
       shop/web   .         .
       shop/db    X         .
       other/bot  .         X`,
    );
  });

  it('judges both ends: ingress alone opens nothing where egress is isolated', () => {
    const deny = policy('shop/deny')`{podSelector: {}, policyTypes: [Ingress, Egress]}`;
    const allow = policy(
      'shop/allow',
    )`{podSelector: {matchLabels: {app: db}}, ingress: [{from: [{podSelector: {matchLabels: {app: web}}}]}]}`;
    const egress = policy(
      'shop/egress',
    )`{podSelector: {matchLabels: {app: web}}, policyTypes: [Egress], egress: [{to: [{podSelector: {matchLabels: {app: db}}}]}]}`;
    expectVerdicts([...shop, deny, allow], 'TCP/80 shop/db\nshop/web X\nother/bot X');
    expectVerdicts([...shop, deny, allow, egress], 'TCP/80 shop/db\nshop/web .\nother/bot X');
  });

  it('resolves port names on the destination, in the protocol of the rule', () => {
    const named = cluster`
      shop: web{app=web}:http=8080,dns=53/UDP@10.0.0.1 old{app=web}:http=80@10.0.0.2 cli@10.0.0.3
    `;
    const open = policy('shop/named')`{podSelector: {matchLabels: {app: web}}, ingress: [{ports: [{port: http}]}]}`;
    expectVerdicts([...named, open], 'TCP/8080 shop/web shop/old\nshop/cli . X\n8.8.8.8 . X');
    expectVerdicts([...named, open], 'TCP/80 shop/web shop/old\nshop/cli X .');
    expectVerdicts([...named, open], 'UDP/8080 shop/web shop/old\nshop/cli X X');
  });

  it('does not let an except deny what another item allows', () => {
    const blocks = policy(
      'shop/blocks',
    )`{podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 8.0.0.0/8, except: [8.8.0.0/16]}}, {ipBlock: {cidr: 8.8.8.0/24}}]}]}`;
    expectVerdicts(
      [...shop, blocks],
      'TCP/80 shop/web\n8.1.1.1 .\n8.8.1.1 X\n8.8.8.8 .\n9.9.9.9 X\nother/bot X\nshop/db X',
    );
  });
});

describe('missing facts', () => {
  const files = [
    ...cluster`shop: web{app=web}*2 db{app=db}*1`,
    policy(
      'shop/block',
    )`{podSelector: {matchLabels: {app: db}}, ingress: [{from: [{ipBlock: {cidr: 10.244.0.0/17}}]}]}`,
  ];
  it('leave a block that covers part of the addresses open', () => {
    expectVerdicts(files, 'TCP/80 shop/db\nshop/web ?\n10.244.0.9 .\n8.8.8.8 X');
  });
  it('are settled by the pod CIDR', () => {
    expectVerdicts(files, 'TCP/80 shop/db\nshop/web .', { podCIDRs: ['10.244.4.0/24'] });
    expectVerdicts(files, 'TCP/80 shop/db\nshop/web X', { podCIDRs: ['10.245.0.0/16'] });
    expectVerdicts(files, 'TCP/80 shop/db\nshop/web ?', { podCIDRs: ['10.244.0.0/16'] });
  });
  it('do not arise where two blocks of one rule cover all addresses together', () => {
    const halves = policy(
      'shop/block',
    )`{podSelector: {matchLabels: {app: db}}, ingress: [{from: [{ipBlock: {cidr: 10.244.0.0/17}}, {ipBlock: {cidr: 10.244.128.0/17}}]}]}`;
    const [drawn] = files;
    expectVerdicts(drawn ? [drawn, halves] : [], 'TCP/80 shop/db\nshop/web .', { podCIDRs: ['10.244.0.0/16'] });
  });
});

describe('who is exempt', () => {
  const deny = policy('shop/deny')`{podSelector: {}, policyTypes: [Ingress, Egress]}`;
  it('a pod reaches itself, its node reaches it, the host network is not governed', () => {
    const nodes = cluster`
      node n1 192.168.0.1
      node n2 192.168.0.2
      shop: web@10.0.0.1^n1 agent^n1!host far@10.0.0.2^n2
    `;
    expectVerdicts(
      [...nodes, deny],
      `TCP/80       shop/web  shop/far
       shop/web     .         X
       shop/agent   .         X
       192.168.0.1  .         X
       192.168.0.2  X         .`,
    );
  });
  it('leaves open under Kubernetes what a policy says to a pod on the host network, save of its own node', () => {
    const nodes = cluster`
      node n1 192.168.0.1
      node n2 192.168.0.2
      shop: web@10.0.0.1^n1 agent^n1!host
      free: out@10.0.0.3^n1
    `;
    const open = policy('shop/open')`{podSelector: {}, ingress: [{ports: [{port: 81}]}]}`;
    const grid = (port: number, open: string): string =>
      `TCP/${port}   shop/web     shop/agent   free/out
       shop/web     .            ${open}      X
       shop/agent   .            .            ?
       free/out     ${port === 81 ? '.' : 'X'}  ${open}  .
       192.168.0.1  .            .            .
       192.168.0.2  ${port === 81 ? '.' : 'X'}  ${open}  .`;
    const out = policy('shop/out')`
      podSelector: {}
      policyTypes: [Egress]
      egress: [{to: [{ipBlock: {cidr: 192.168.0.0/24}}, {podSelector: {}}]}]
    `;
    const options = { semantics: 'kubernetes' } as const;
    expectVerdicts([...nodes, open, out], grid(80, '?'), options);
    expectVerdicts([...nodes, open, out], grid(81, '.'), options);
  });
  it('two pods of one template are not one pod', () => {
    expectVerdicts([...cluster`shop: one*1 two*2`, deny], 'TCP/80 shop/one shop/two\nshop/one . X\nshop/two X X');
  });
});

describe('address families', () => {
  const dual = cluster`shop: a{app=a}@10.0.0.1,fd00::1 b{app=b}@10.0.0.2,fd00::2`;
  const out = policy(
    'shop/out',
  )`{podSelector: {matchLabels: {app: a}}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 0.0.0.0/0}}]}]}`;
  it('a connection runs over one family at both ends', () => {
    const four = policy(
      'shop/in',
    )`{podSelector: {matchLabels: {app: b}}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}]}`;
    const six = policy(
      'shop/in',
    )`{podSelector: {matchLabels: {app: b}}, ingress: [{from: [{ipBlock: {cidr: "fd00::/8"}}]}]}`;
    expectVerdicts([...dual, out, four], 'TCP/80 shop/b\nshop/a .');
    expectVerdicts([...dual, out, six], 'TCP/80 shop/b\nshop/a X');
  });
  it('the address of a pod settles the family', () => {
    const six = policy(
      'shop/in',
    )`{podSelector: {matchLabels: {app: b}}, ingress: [{from: [{ipBlock: {cidr: "fd00::/8"}}]}]}`;
    expectVerdicts(
      [...dual, six],
      `TCP/80   shop/b 10.0.0.2 fd00::2
       shop/a   .      X        .
       10.0.0.1 X      X        X
       fd00::1  .      .        .`,
    );
  });
});
