// No false alarms: well-made sets of manifests give no error and no warning.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SourceFile } from '../documents/source-file.ts';
import type { EngineOptions } from '../engine/engine-options.ts';
import { demoFiles } from '../lessons/demo.ts';
import { clusterFiles, correctedFiles } from './articles/best-practices/article-files.ts';
import { manifestFile, manifestFolder } from './articles/manifest-folder.ts';
import { problemsIn } from './lint-manifests.ts';
import { platformFiles } from './platform/platform-files.ts';
import { wellMadeCluster } from './well-made-cluster.ts';

async function alarmsIn(files: readonly SourceFile[], options: Partial<EngineOptions> = {}): Promise<string[]> {
  const problems = await problemsIn(files, options);
  return problems
    .filter(({ severity }) => severity !== 'info')
    .map(({ code, message, location }) => `${location.file}:${location.line} ${code}: ${message}`);
}

it.each([
  ['the best practices, corrected', [...clusterFiles, ...correctedFiles]],
  ['zero trust, corrected', [manifestFile('zero-trust/corrected.yaml')]],
  ['the tiers that are explained', manifestFolder('tiers/manifests')],
  ['a cluster with tiers, sets, hosts and DNS', wellMadeCluster],
] as const)('%s', async (_, files) => {
  expect(await alarmsIn(files)).toEqual([]);
  // Until 3.31 names say the tier.
  const named = files.map(({ path, text }) => ({
    path,
    text: text.replaceAll('name: block-', 'name: security.block-'),
  }));
  expect(await alarmsIn(named, { semantics: 'calico-3.31' })).toEqual([]);
});

/** Clusters of different styles, a file each: what is told of them is no alarm, is true, and is worth a look. */
const clusters: readonly (readonly [name: string, semantics: EngineOptions['semantics'], told: readonly string[]])[] = [
  ['admin-policies', 'calico-3.32', ['no-assertions']],
  ['admin-policies', 'kubernetes', ['no-assertions']],
  ['calico-tiers', 'calico-3.32', ['no-assertions', 'selector-unknown-label']],
  ['hosts', 'calico-3.32', []],
  ['monitoring', 'calico-3.32', ['egress-not-governed', 'no-assertions']],
  ['monitoring', 'kubernetes', ['egress-not-governed', 'no-assertions']],
  ['namespace-defaults', 'calico-3.32', ['allow-all-world', 'no-assertions']],
  ['namespace-defaults', 'kubernetes', ['allow-all-world', 'no-assertions']],
  ['old-and-new', 'calico-3.32', ['no-assertions']],
  ['staged-rollout', 'calico-3.32', ['no-default-deny', 'staged-only', 'staged-only']],
  ['tenants', 'calico-3.32', ['no-assertions']],
];

describe('a cluster of another style', () => {
  const folder = join(import.meta.dirname, 'well-made');

  it('is each of them', () =>
    expect(readdirSync(folder)).toEqual([...new Set(clusters.map(([name]) => `${name}.yaml`))]));

  it.each(clusters)('%s, read as %s', async (name, semantics, told) => {
    const path = `${name}.yaml`;
    const files = [{ path, text: readFileSync(join(folder, path), 'utf8') }];
    expect(await alarmsIn(files, { semantics })).toEqual([]);
    expect((await problemsIn(files, { semantics })).map(({ code }) => code).sort()).toEqual(told);
  });
});

it('finds two slips in the sample platform, which are there to be found, and little else', async () => {
  expect(await alarmsIn(platformFiles)).toEqual([
    expect.stringMatching(/^51-catalogue.* selector-unknown-label: .*did you mean `catalogue-api`/),
    expect.stringMatching(/^55-warehouse.* service-port-in-rule: 80 is the port of the service/),
  ]);
  const told = (await problemsIn(platformFiles)).filter(({ severity }) => severity === 'info');
  expect(told.map(({ code }) => code).sort()).toEqual([
    'allow-all-world',
    'networkset-opened-by-nsselector',
    'no-assertions',
    'redundant-rule',
    'staged-only',
    'staged-only',
    'staged-only',
  ]);
});

describe('the demo, which opens one end of two flows so that one finds the other shut', () => {
  const egress = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: egress, namespace: dev-app }
spec:
  podSelector: { matchExpressions: [{ key: app, operator: In, values: [frontend, backend] }] }
  policyTypes: [Egress]
  egress: [{ to: [{ podSelector: {} }] }]
`;

  it.each(['calico-3.32', 'kubernetes'] as const)('is told so and nothing else: %s', async (semantics) => {
    expect(await alarmsIn(demoFiles, { semantics })).toEqual([
      expect.stringMatching(/^policies\/3.* one-sided-allow: Rule 1 lets dev-app\/frontend in to dev-app\/backend/),
      expect.stringMatching(/^policies\/4.* one-sided-allow: Rule 1 lets dev-app\/backend in to dev-app\/database/),
    ]);
  });

  it('has no alarm once both ends are open', async () =>
    expect(await alarmsIn([...demoFiles, { path: 'policies/6.yaml', text: egress }])).toEqual([]));
});
