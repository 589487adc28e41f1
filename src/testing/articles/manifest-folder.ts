// Manifests that lie in folders beside the tests, as the workspace would hold them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from '../../documents/source-file.ts';

/** The YAML files of a folder beside this file, in path order: `best-practices/cluster`. */
export function manifestFolder(folder: string): readonly SourceFile[] {
  const root = join(import.meta.dirname, folder);
  return readdirSync(root)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ path: `${folder}/${name}`, text: readFileSync(join(root, name), 'utf8') }));
}

/** One file of such a folder: `best-practices/as-written/2-allow-dns.yaml`. */
export function manifestFile(path: string): SourceFile {
  return { path, text: readFileSync(join(import.meta.dirname, path), 'utf8') };
}
