// Writes a planned cluster to disk as it is generated: one file, or a folder of files.
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { clusterObjects } from './cluster-objects.ts';
import { type ClusterFormat, clusterPieces } from './cluster-pieces.ts';
import type { ClusterPlan } from './cluster-plan.ts';
import { kubectlYaml } from './kubectl-yaml.ts';

/** Returns the file's size in bytes. */
export function writeClusterFile(plan: ClusterPlan, format: ClusterFormat, path: string): number {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'w');
  let bytes = 0;
  for (const piece of clusterPieces(plan, format)) bytes += writeSync(file, piece);
  closeSync(file);
  return bytes;
}

/** A YAML file for the pods of each namespace, one for each policy. Returns the number of files. */
export function writeClusterFolder(plan: ClusterPlan, folder: string): number {
  let open: { path: string; file: number } | undefined;
  let files = 0;
  for (const { path, object } of clusterObjects(plan)) {
    const isNew = open?.path !== path;
    if (open === undefined || isNew) {
      if (open) closeSync(open.file);
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      open = { path, file: openSync(join(folder, path), 'w') };
      files++;
    }
    writeSync(open.file, `${isNew ? '' : '---\n'}${kubectlYaml(object)}`);
  }
  if (open) closeSync(open.file);
  return files;
}
