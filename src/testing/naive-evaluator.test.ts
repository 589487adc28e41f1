// The oracle's own tests: the rules that the recorded cases leave undefined, and the worlds of unknown addresses.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cluster, policy } from './cluster-text.ts';
import { decodeFiles } from './decode-files.ts';
import { type NaiveProbe, naiveVerdict, naiveVerdictBounds } from './naive-evaluator.ts';
import { expectReachability, type Judge } from './truth-table.ts';

function judgeOf(files: Parameters<typeof decodeFiles>[0], podCIDRs: readonly string[] = []): Judge {
  const resources = decodeFiles(files);
  return (probe) => naiveVerdict(resources, probe, { podCIDRs, semantics: 'kubernetes' });
}

const denyIngress = policy('shop/deny')`
  podSelector: {}
  policyTypes: [Ingress]
`;

describe('naiveVerdict', () => {
  it('isolates per direction and lets a pod reach itself', () => {
    const files = cluster`
      shop: web{app=web}@10.0.0.1 db{app=db}@10.0.0.2
      ops: top@10.0.0.3
    `;
    expectReachability(
      judgeOf([...files, denyIngress]),
      `
      TCP/80    shop/web  shop/db  ops/top  10.0.0.2  8.8.8.8
      shop/web  .         X        .        X         .
      10.0.0.2  X         .        .        .         .
      8.8.8.8   X         X        .        X         .
      `,
    );
  });

  it('lets the pod’s own node in, and leaves open whether policy applies on the host network', () => {
    const files = cluster`
      node n1 10.10.0.1
      node n2 10.10.0.2
      shop: web{app=web}@10.0.0.1^n1 agent{app=web}^n1!host far{app=web}@10.10.0.2^n2!host loose{app=web}*2
    `;
    expectReachability(
      judgeOf([...files, denyIngress]),
      `
      TCP/80      shop/web  shop/agent  shop/loose
      10.10.0.1   .         .           ?
      10.10.0.2   X         ?           ?
      shop/agent  .         .           ?
      shop/far    X         ?           ?
      shop/loose  X         ?           X
      `,
    );
  });

  it('never selects host-network pods as peers, but matches their address', () => {
    const files = cluster`shop: web{app=web}@10.0.0.1 agent{app=agent}@10.10.0.1^n1!host`;
    const byLabel = policy('shop/by-label')`
      podSelector: {matchLabels: {app: web}}
      policyTypes: [Egress]
      egress: [{to: [{podSelector: {}}]}]
    `;
    const byAddress = policy('shop/by-address')`
      podSelector: {matchLabels: {app: web}}
      policyTypes: [Egress]
      egress: [{to: [{ipBlock: {cidr: 10.10.0.0/24}}]}]
    `;
    expectReachability(judgeOf([...files, byLabel]), 'TCP/80 shop/agent\nshop/web X');
    expectReachability(judgeOf([...files, byAddress]), 'TCP/80 shop/agent\nshop/web .');
  });

  it('leaves terminated pods out; their address is nobody’s', () => {
    const files = cluster`shop: web@10.0.0.1 old@10.0.0.2!done`;
    const judge = judgeOf([...files, denyIngress]);
    expect(judge({ src: 'shop/web', dst: 'shop/old', protocol: 'TCP', port: 80 })).toBe('no-such-endpoint');
    expectReachability(judge, 'TCP/80 10.0.0.2\nshop/web .');
  });

  it('knows what holds for every address that a pod may have', () => {
    const files = cluster`shop: web{app=web}@10.244.0.1 api{app=api}*2`;
    const allowFrom = (...cidrs: string[]) => policy('shop/from')`
      podSelector: {matchLabels: {app: web}}
      ingress: [{from: [${cidrs.map((cidr) => `{ipBlock: {cidr: ${cidr}}}`).join(', ')}]}]
    `;
    const verdict = (podCIDRs: string[], ...cidrs: string[]) =>
      naiveVerdictBounds(
        decodeFiles([...files, allowFrom(...cidrs)]),
        { src: 'shop/api', dst: 'shop/web', protocol: 'TCP', port: 80 },
        { podCIDRs, semantics: 'kubernetes' },
      );
    expect(verdict([], '10.244.0.0/16').exact).toBe('unknown');
    expect(verdict(['10.244.0.0/16'], '10.244.0.0/16').exact).toBe('allowed');
    expect(verdict(['10.244.0.0/16'], '192.168.0.0/16').exact).toBe('denied');
    expect(verdict(['10.244.0.0/16'], '10.244.0.0/17').exact).toBe('unknown');
    // Two halves make a whole for who tries every region; judged one by one they stay unknown.
    expect(verdict([], '0.0.0.0/1', '128.0.0.0/1')).toEqual({ exact: 'allowed', coarse: 'unknown' });
  });

  it('resolves ports by name on the destination only', () => {
    const files = cluster`shop: web{app=web}:http=8080@10.0.0.1 api{app=api}:http=80@10.0.0.2`;
    const named = policy('shop/named')`
      podSelector: {matchLabels: {app: api}}
      policyTypes: [Egress]
      egress: [{ports: [{port: http}]}]
    `;
    const judge = judgeOf([...files, named]);
    expectReachability(judge, 'TCP/8080 shop/web 8.8.8.8\nshop/api . X');
    expectReachability(judge, 'TCP/80 shop/web 8.8.8.8\nshop/api X X');
  });
});

interface RecordedCase {
  readonly id: string;
  readonly manifests: string;
  readonly options?: { readonly podCIDRs?: readonly string[] };
  readonly probes: readonly (NaiveProbe & { readonly allowed: boolean })[];
}

function casesOf(name: string): RecordedCase[] {
  const lines = readFileSync(new URL(`./cases/${name}.jsonl`, import.meta.url), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line): RecordedCase => JSON.parse(line));
}

describe('naiveVerdict on recorded cases', () => {
  it.each([
    ['kubernetes', 7231],
    ['kubernetes-more', 7746],
    ['policy-api', 4399],
  ])('agrees with every probe of %s', { timeout: 30_000 }, (name, count) => {
    let probes = 0;
    for (const { id, manifests, options, probes: recorded } of casesOf(name)) {
      const judge = judgeOf([{ path: `${id}.yaml`, text: manifests }], options?.podCIDRs);
      for (const { allowed, ...probe } of recorded) {
        probes++;
        expect([id, probe, judge(probe)]).toEqual([id, probe, allowed ? 'allowed' : 'denied']);
      }
    }
    expect(probes).toBe(count);
  });
});
