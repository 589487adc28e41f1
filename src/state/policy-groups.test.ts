// The list of policies in the order they are asked, and where order decides nothing by namespace.
import { expect, it } from 'vitest';
import type { SnapshotReport } from '../engine/results.ts';
import { policy } from '../testing/cluster-text.ts';
import { reportOf } from '../testing/report-of.ts';
import { policyGroupsOf } from './policy-groups.ts';

const api = 'apiVersion: projectcalico.org/v3';
const calico = (kind: string, meta: string, spec: string) => ({
  path: `${kind}-${meta}.yaml`,
  text: `{${api}, kind: ${kind}, metadata: {${meta}}, spec: {${spec}}}`,
});
const drawn = (report: SnapshotReport) =>
  policyGroupsOf(report).map((group) => [
    group.by === 'tier' ? `${group.tier.title} ${group.tier.order} ${group.tier.unmatched}` : group.key,
    ...group.policies.map(({ active, policy: { name, order } }) => `${order ?? '-'} ${name}${active ? '' : ' (off)'}`),
  ]);

it('groups Kubernetes policies by namespace, in the order of their files', async () => {
  const all = [policy('b/z')`{podSelector: {}}`, policy('a/w')`{podSelector: {}}`, policy('b/x')`{podSelector: {}}`];
  const files = all.map((file, at) => ({ ...file, path: `${['2', '1', '0'][at]}.yaml` }));
  expect(drawn(await reportOf(files))).toEqual([
    ['a', '1000 w'],
    ['b', '1000 x', '1000 z'],
  ]);
});

it('groups by tier in evaluation order as soon as order matters, what is staged among them', async () => {
  const files = [
    calico('Tier', 'name: security', 'order: 100, defaultAction: Pass'),
    calico('Tier', 'name: empty', 'order: 200'),
    calico('GlobalNetworkPolicy', 'name: late', 'tier: security'),
    calico('GlobalNetworkPolicy', 'name: early', 'tier: security, order: 5'),
    calico('StagedGlobalNetworkPolicy', 'name: between', 'tier: security, order: 7'),
    calico('NetworkPolicy', 'name: after, namespace: a', 'order: 2000'),
    policy('a/w')`{podSelector: {}}`,
    calico('HostEndpoint', 'name: h', 'node: n1, interfaceName: "*"'),
  ];
  expect(drawn(await reportOf(files))).toEqual([
    ['security 100 pass', '5 early', '7 between (off)', '- late'],
    ['empty 200 deny'],
    ['default 1000000 deny', '1000 w', '2000 after'],
  ]);
});

it('keeps a group in which nothing changed as it was', async () => {
  const report = await reportOf([policy('a/w')`{podSelector: {}}`, policy('b/z')`{podSelector: {}}`]);
  const edited = { ...report, policies: report.policies.map((one) => (one.namespace === 'b' ? { ...one } : one)) };
  const [a, b] = policyGroupsOf(report);
  const [sameA, otherB] = policyGroupsOf(edited);
  expect(sameA).toBe(a);
  expect(otherB).not.toBe(b);
});
