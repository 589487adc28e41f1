// Generated clusters are the same in every format and every run, have no fault, and are as large and as hard as they are said to be.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diffSnapshots } from '../../engine/diff-snapshots.ts';
import { defaultOptions } from '../../engine/engine-options.ts';
import { NO_IMPACT } from '../../engine/impact.ts';
import { createSnapshot, createSnapshotCache, type Snapshot } from '../../engine/snapshot.ts';
import { type ClusterFormat, clusterPieces } from './cluster-pieces.ts';
import { benchShapes, type PlanWords, planCluster } from './cluster-plan.ts';
import { editedPolicies } from './edited-policies.ts';
import { writeClusterFolder } from './write-cluster.ts';

const textOf = (words: PlanWords, format: ClusterFormat): string =>
  [...clusterPieces(planCluster(words), format)].join('');

const snapshotOf = (text: string, format: ClusterFormat): Snapshot =>
  createSnapshot([{ path: format === 'yaml' ? 'cluster.yaml' : 'cluster.json', text }], defaultOptions);

const small: PlanWords = { pods: 120, namespaces: 4, policies: 30, dialect: 'mixed' };

/** What a snapshot says of endpoints and policies, without places in texts. */
const contents = ({ cluster, policies, universe }: Snapshot) => ({
  pods: cluster.endpoints.map(({ id, labels }) => [id, [...labels].sort()]),
  policies: policies.map(({ name, namespace }) => `${namespace}/${name}`),
  classes: universe.classes.length,
});

describe('a generated cluster', { timeout: 60_000 }, () => {
  it('is the same text for the same seed, and another one for another', () => {
    expect(textOf(small, 'yaml')).toBe(textOf(small, 'yaml'));
    expect(textOf({ ...small, seed: 2 }, 'yaml')).not.toBe(textOf(small, 'yaml'));
  });

  it('says the same in every format', () => {
    const json = contents(snapshotOf(textOf(small, 'json'), 'json'));
    expect(json.pods).toHaveLength(120);
    expect(contents(snapshotOf(textOf(small, 'json-pretty'), 'json-pretty'))).toEqual(json);
    expect(contents(snapshotOf(textOf(small, 'yaml'), 'yaml'))).toEqual(json);
  });

  it('says the same as a folder', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sluice-bench-test-'));
    const count = writeClusterFolder(planCluster(small), folder);
    const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.yaml'));
    const files = paths.map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
    rmSync(folder, { recursive: true });
    expect(paths).toHaveLength(count);
    const { pods, classes } = contents(createSnapshot(files, defaultOptions));
    const whole = contents(snapshotOf(textOf(small, 'yaml'), 'yaml'));
    expect(pods.sort()).toEqual(whole.pods.sort());
    expect(classes).toBe(whole.classes);
  });

  it('has pods of the size that clusters have', () => {
    const perPod = (format: ClusterFormat) => textOf({ pods: 200, policies: 0 }, format).length / 200;
    expect(perPod('json')).toBeGreaterThan(2300);
    expect(perPod('json')).toBeLessThan(3400);
    expect(perPod('json-pretty')).toBeGreaterThan(5000);
    expect(perPod('json-pretty')).toBeLessThan(9000);
  });

  it.each(benchShapes.map((shape) => [shape]))('has no fault in the shape %s', (shape) => {
    const { diagnostics } = snapshotOf(textOf({ pods: 100, policies: 40, shape }, 'json'), 'json');
    expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  it('has classes only for what policies ask about, however unique the labels', () => {
    const classes = (shape: string) => snapshotOf(textOf({ pods: 300, shape }, 'json'), 'json').universe.classes.length;
    expect(classes('unique-labels')).toBe(classes('even'));
  });

  it('has policies to edit whose edit changes what they say', () => {
    const plan = planCluster({ pods: 300 });
    const { files, edits } = editedPolicies(plan);
    const impacts = edits.map(({ edit, change }) => {
      const cluster = { path: 'cluster.json', text: textOf({ pods: 300 }, 'json') };
      const changed = change(3);
      const cache = createSnapshotCache();
      const base = createSnapshot([cluster, ...files], defaultOptions, cache);
      const after = files.map((file) => (file.path === changed.path ? changed : file));
      const head = createSnapshot([cluster, ...after], defaultOptions, cache);
      expect(head.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      return [edit, diffSnapshots(base, head, 'all').impact];
    });
    expect(impacts.filter(([, impact]) => JSON.stringify(impact) === JSON.stringify(NO_IMPACT))).toEqual([]);
  });
});
