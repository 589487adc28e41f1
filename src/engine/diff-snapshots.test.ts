// Flips: what counts as one, and that no change of a single pod hides in its workload.
import { describe, expect, it } from 'vitest';
import type { SourceFile } from '../documents/source-file.ts';
import { cluster, policy } from '../testing/cluster-text.ts';
import { diffSnapshots } from './diff-snapshots.ts';
import { defaultOptions } from './engine-options.ts';
import { createSnapshot, createSnapshotCache } from './snapshot.ts';

/** The flips from one set of files to another, a line each. */
function flips(
  base: readonly SourceFile[],
  head: readonly SourceFile[],
  ports: 'declared' | 'all' = 'declared',
): string[] {
  const cache = createSnapshotCache();
  const [before, after] = [base, head].map((files) => createSnapshot(files, defaultOptions, cache));
  if (!before || !after) return [];
  return diffSnapshots(before, after, ports).flips.map((row) => {
    const pairs = row.mixed ? ` (${row.mixed.pairs} of ${row.mixed.of})` : '';
    const [src, dst] = [row.src, row.dst].map((id) => id.replace(/^workload:/, ''));
    return `${row.flip}: ${src} -> ${dst} ${row.protocol} ${row.ports}, ${row.was} to ${row.verdict}${pairs}`;
  });
}

const shop = cluster`shop: web{app=web}:80 db{app=db}:5432,8080,8081`;
const deny = policy('shop/deny')`{podSelector: {matchLabels: {app: db}}}`;
const allow = policy('shop/allow')`{podSelector: {matchLabels: {app: db}}, ingress: [{from: [{podSelector: {}}]}]}`;

describe('flips', () => {
  it('are one for each contiguous range of declared ports', () => {
    expect(flips([...shop, deny], [...shop, deny, allow])).toEqual([
      'opened: shop/Pod/web -> shop/Pod/db TCP 5432, denied to allowed',
      'opened: shop/Pod/web -> shop/Pod/db TCP 8080-8081, denied to allowed',
    ]);
  });

  it('are one for each protocol where all ports count', () => {
    expect(flips([...shop, deny], [...shop, deny, allow], 'all')).toEqual(
      ['TCP', 'UDP', 'SCTP'].map(
        (protocol) => `opened: shop/Pod/web -> shop/Pod/db ${protocol} all, denied to allowed`,
      ),
    );
  });

  it('reach addresses outside as nodes of their own, also where only one side names them', () => {
    const lan = policy(
      'shop/lan',
    )`{podSelector: {matchLabels: {app: web}}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}]}`;
    expect(flips(shop, [...shop, lan])).toEqual([
      'unknown: shop/Pod/db -> shop/Pod/web TCP 80, allowed to unknown',
      'closed: internet -> shop/Pod/web TCP 80, allowed to denied',
    ]);
  });

  it('show a change of one pod among several', () => {
    const pods = (label: string) =>
      cluster`shop: ReplicaSet/web{app=web,track=${label}}:80*2 canary{app=web,track=new}:80 cli`;
    const only = policy('shop/only')`{podSelector: {matchLabels: {track: new}}}`;
    expect(flips(pods('old'), [...pods('old'), only]).filter((line) => line.includes('cli ->'))).toEqual([
      'closed: shop/Pod/cli -> shop/Pod/canary TCP 80, allowed to denied',
    ]);
  });

  it('count flows of a workload that comes or goes', () => {
    const more = cluster`shop: web{app=web}:80 db{app=db}:5432,8080,8081 job:9090`;
    const lines = flips([...shop, deny], [...more, deny]);
    expect(lines.filter((line) => line.startsWith('opened')).length).toBe(lines.length);
    expect(lines).toContain('opened: shop/Pod/web -> shop/Pod/job TCP 9090, denied to allowed');
    expect(lines.some((line) => line.includes('-> shop/Pod/db'))).toBe(false);
  });

  it('show where only the address family that two pods share is in doubt', () => {
    const ipv4 = policy(
      'shop/ipv4',
    )`{podSelector: {matchLabels: {app: cli}}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 0.0.0.0/0}}]}]}`;
    const pods = (...web: Parameters<typeof cluster>) => [...cluster(...web), ipv4];
    const known = pods`shop: web{app=web}:80@10.0.0.1 zcli{app=cli}@10.0.0.9,fd00::9`;
    const unknown = pods`shop: web{app=web}:80 zcli{app=cli}@10.0.0.9,fd00::9`;
    expect(flips(known, unknown)).toEqual(['unknown: shop/Pod/zcli -> shop/Pod/web TCP 80, allowed to unknown']);
  });

  it('are none between equal inputs, and the opposite the other way round', () => {
    expect(flips([...shop, deny], [deny, ...shop])).toEqual([]);
    expect(flips([...shop, deny, allow], [...shop, deny]).map((line) => line.split(':')[0])).toEqual([
      'closed',
      'closed',
    ]);
  });
});
