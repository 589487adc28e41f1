// The sample platform: a shop's cluster with 12 namespaces, 60 workloads and 4 tiers, for tests, journeys and pictures alike.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from '../../documents/source-file.ts';

const folder = import.meta.dirname;

/** Its manifests in path order, as a workspace holds them. */
export const platformFiles: readonly SourceFile[] = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
