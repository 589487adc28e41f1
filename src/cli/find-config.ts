// Which configuration counts: `--config`, a revision's, or the first `sluice.yaml` from the first PATH upward to the top of the repository.
import { lstatSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { findingRules } from '../client/finding-help.ts';
import { type Config, noConfig } from '../findings/config.ts';
import { readConfig } from '../findings/read-config.ts';
import type { CommandLine, FlagSpec } from './command-line.ts';
import { textAtRevision } from './git-text.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

const NAME = 'sluice.yaml';
/** A configuration is written by hand. */
const MAX_SIZE = 1024 * 1024;

export const configFlags = {
  config: {
    type: 'text',
    placeholder: 'FILE',
    help: `the configuration; default: the first ${NAME} from PATH upward to the top of the repository`,
  },
  'config-at': {
    type: 'text',
    placeholder: 'REVISION',
    help: 'take the configuration as it is in a git revision: a change cannot switch off its own check then',
  },
  'no-config': { type: 'switch', help: 'without any configuration' },
} as const satisfies Record<string, FlagSpec>;

interface ConfigText {
  /** Absolute. */
  readonly place: string;
  readonly text: string;
}

const isFolder = (place: string): boolean => statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false;
const isThere = (place: string): boolean => statSync(place, { throwIfNoEntry: false }) !== undefined;
const isFile = (place: string): boolean => lstatSync(place, { throwIfNoEntry: false })?.isFile() ?? false;

/** Folders from the first PATH upward: to the top of its repository, or where it is in none to the current folder. */
function foldersUpward(line: CommandLine, { cwd }: Terminal): readonly string[] {
  const [first = '-'] = line.positionals;
  const place = first === '-' ? cwd : resolve(cwd, first);
  const start = isFolder(place) ? place : dirname(place);
  const folders: string[] = [];
  for (let folder = start; ; folder = dirname(folder)) {
    folders.push(folder);
    if (isThere(join(folder, '.git'))) return folders;
    if (folder === dirname(folder)) break;
  }
  // No repository: nothing above where somebody stands is meant.
  const here = folders.indexOf(resolve(cwd));
  return folders.slice(0, here < 0 ? 1 : here + 1);
}

function readText(place: string, shown: string): string {
  try {
    if (statSync(place).size > MAX_SIZE) throw new UsageError(`${shown}: too large for a configuration`);
    return readFileSync(place, 'utf8');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${shown}: the configuration could not be read`);
  }
}

function textInPlace(line: CommandLine, terminal: Terminal): ConfigText | undefined {
  const given = line.text('config');
  if (given !== undefined) {
    const place = resolve(terminal.cwd, given);
    return { place, text: readText(place, given) };
  }
  const place = foldersUpward(line, terminal)
    .map((folder) => join(folder, NAME))
    .find(isFile);
  return place === undefined ? undefined : { place, text: readText(place, shownPath(place, terminal)) };
}

async function textAt(revision: string, line: CommandLine, terminal: Terminal): Promise<ConfigText | undefined> {
  for (const folder of foldersUpward(line, terminal)) {
    const place = join(folder, NAME);
    const text = await textAtRevision(revision, place, terminal.cwd);
    if (text !== undefined) return { place, text };
  }
  return undefined;
}

function shownPath(place: string, { cwd }: Terminal): string {
  const path = relative(cwd, place);
  return path.startsWith('..') && path.length > place.length ? place : path;
}

/**
 * Throws UsageError for what is wrong with it, after all other faults went to standard error. `revision`: whose configuration
 * counts where the flags say nothing; that the files at hand have another is told.
 */
export async function loadConfig(line: CommandLine, terminal: Terminal, revision?: string): Promise<Config> {
  if (line.isOn('no-config')) return noConfig;
  const given = line.text('config') === undefined ? (line.text('config-at') ?? revision) : undefined;
  const found = given === undefined ? textInPlace(line, terminal) : await textAt(given, line, terminal);
  if (given !== undefined) tellChange(found, given, line, terminal);
  if (!found) return noConfig;
  const shown = shownPath(found.place, terminal);
  const path = given === undefined ? shown : `${given}:${shown}`;
  const codes = findingRules().map(({ code }) => code);
  const read = readConfig(path, dirname(found.place), found.text, codes);
  if ('config' in read) return read.config;
  const faults = read.faults.map(({ line, column, message }) => `${path}:${line}:${column}: ${message}`);
  for (const fault of faults.slice(0, -1)) terminal.message(`sluice: ${fault}`);
  throw new UsageError(faults.at(-1) ?? path);
}

function tellChange(found: ConfigText | undefined, revision: string, line: CommandLine, terminal: Terminal): void {
  const here = textInPlace(line, terminal);
  if (here?.text === found?.text) return;
  const shown = here ? shownPath(here.place, terminal) : NAME;
  terminal.message(
    `sluice: ${shown} differs from that of ${revision}, which counts; --trust-config takes it as it is here`,
  );
}

/** PATHs of the command line, else those of the configuration. Throws UsageError where there are none. */
export function pathsOf(line: CommandLine, config: Config, terminal: Terminal): readonly string[] {
  if (line.positionals.length > 0) return line.positionals;
  if (config.paths.length > 0) return config.paths.map((path) => shownPath(join(config.folder, path), terminal) || '.');
  throw new UsageError('name at least one PATH, or - for standard input');
}
