// Every importer, in the order they are asked: the first that recognises a path reads it.
import { gzipFile } from './gzip-file.ts';
import { helmChart } from './helm-chart.ts';
import type { Importer } from './importer.ts';
import { kustomization } from './kustomization.ts';
import { manifestText } from './manifest-text.ts';
import { otherFile } from './other-file.ts';
import { zipArchive } from './zip-archive.ts';

export const allImporters: readonly Importer[] = [
  helmChart,
  kustomization,
  manifestText,
  zipArchive,
  gzipFile,
  otherFile,
];
