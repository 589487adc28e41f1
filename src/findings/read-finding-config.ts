// The `sluice.yaml` among files of manifests: what it says of findings, and what in it is not understood.
import type { Diagnostic } from '../documents/diagnostic.ts';
import type { SourceFile } from '../documents/source-file.ts';
import type { FindingConfig } from './config.ts';
import { readConfig } from './read-config.ts';

const NAME = /(^|\/)sluice\.ya?ml$/;

export interface FoundConfig {
  /** Undefined where something in it is not understood: then nothing of it counts. */
  readonly config: FindingConfig | undefined;
  readonly faults: readonly Diagnostic[];
}

const depthOf = (path: string): number => path.split('/').length;

/** That of the topmost folder, if any calls itself a configuration. `codes`: of all findings. */
export function readFindingConfig(files: Iterable<SourceFile>, codes: readonly string[]): FoundConfig | undefined {
  let top: SourceFile | undefined;
  for (const file of files) {
    if (!NAME.test(file.path) || !/^kind: *["']?Config\b/m.test(file.text)) continue;
    if (top === undefined || depthOf(file.path) < depthOf(top.path)) top = file;
  }
  if (top === undefined) return undefined;
  const { path, text } = top;
  const read = readConfig(path, path.slice(0, path.lastIndexOf('/') + 1), text, codes);
  if ('faults' in read) {
    const faults = read.faults.map(({ start, end, message }): Diagnostic => {
      const said = `${message.charAt(0).toUpperCase()}${message.slice(1)}; nothing of this configuration counts`;
      return { code: 'config-fault', severity: 'error', message: said, range: { file: path, start, end } };
    });
    return { config: undefined, faults };
  }
  const { folder, severities, ignore } = read.config;
  return { config: { path, folder, severities, ignore }, faults: [] };
}
