// The two ends of a change, however the command line names them: two PATHs, or revisions of git.

import type { Config } from '../findings/config.ts';
import { normalisePath } from '../importers/entry-path.ts';
import type { CommandLine } from './command-line.ts';
import { loadConfig } from './find-config.ts';
import { readGitRange } from './git-range.ts';
import { type FoundEntries, readPaths } from './read-paths.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

export const changeUsage = 'BASE HEAD [flags]   or   --git BASE[..HEAD] [PATH] [flags]';

export const gitFlag = {
  type: 'text',
  placeholder: 'BASE[..HEAD]',
  help: 'compare two revisions of this git repository, or one with the files as they are now',
} as const;

export const trustFlag = {
  type: 'switch',
  help: 'with --git: take the configuration of HEAD, not that of BASE',
} as const;

export const tenantFlag = {
  type: 'text',
  placeholder: 'KEY',
  help: 'a label of namespaces that says whose they are, to tell flows between tenants',
} as const;

/** The flag wins over the configuration; empty where neither names a label. */
export function tenantsOf(line: CommandLine, config: Config): { readonly tenantLabel?: string } {
  const tenantLabel = line.text('tenant-label') ?? config.tenantLabel;
  return tenantLabel === undefined ? {} : { tenantLabel };
}

export interface ChangeEnds {
  readonly base: FoundEntries;
  readonly head: FoundEntries;
  /** Of the base, where it is one of git. */
  readonly commit?: string;
}

/** Throws UsageError. */
export async function readEnds(line: CommandLine, terminal: Terminal): Promise<ChangeEnds> {
  const [first, second, ...more] = line.positionals;
  const range = line.text('git');
  if (range !== undefined) {
    if (second !== undefined) throw new UsageError('--git BASE..HEAD takes one PATH at most');
    return readGitRange(range, first, terminal.cwd);
  }
  if (first === undefined || second === undefined || more.length > 0) {
    throw new UsageError('name two PATHs, BASE and HEAD, or give --git BASE..HEAD');
  }
  if (first === '-' && second === '-') throw new UsageError('only one of BASE and HEAD can be standard input');
  return { base: await readPaths([first], terminal), head: await readPaths([second], terminal) };
}

/** A change does not switch off its own check: of a git range the base's configuration counts, unless HEAD's is trusted. */
export function configOfChange(line: CommandLine, { commit }: ChangeEnds, terminal: Terminal): Promise<Config> {
  return loadConfig(line, terminal, line.isOn('trust-config') ? undefined : commit);
}

/** `main..feature`, `before and after`. */
export function changeName(line: CommandLine): string {
  return line.text('git') ?? line.positionals.join(' and ');
}

interface Texts {
  readonly path: string;
  readonly text: string;
}

/** The files with one path for what is one file at both ends: what was named on the command line is not part of it. */
export function alignedFiles<Ends extends { readonly base: readonly Texts[]; readonly head: readonly Texts[] }>(
  { base, head }: Ends,
  line: CommandLine,
): { base: readonly Texts[]; head: readonly Texts[] } {
  const [first, second] = line.positionals;
  if (line.text('git') !== undefined || first === undefined || second === undefined) return { base, head };
  const [before, after] = [base[0], head[0]];
  if (before && after && base.length === 1 && head.length === 1) {
    return { base: [{ path: after.path, text: before.text }], head };
  }
  return { base: without(first, base), head: without(second, head) };
}

function without(root: string, files: readonly Texts[]): readonly Texts[] {
  const folder = `${normalisePath(root).replace(/\/$/, '')}/`;
  const all = files.every(({ path }) => path.startsWith(folder) && path.length > folder.length);
  return all ? files.map(({ path, text }) => ({ path: path.slice(folder.length), text })) : files;
}
