// Entries to files to an analysis; everything that is wrong with them goes to standard error, one line each.
import { visibleText } from '../base/visible-text.ts';
import type { EngineClient } from '../client/engine-client.ts';
import { readLargeFile } from '../client/read-large-file.ts';
import type { DomainFact, EngineOptions } from '../engine/engine-options.ts';
import type { LoadedFile } from '../engine/read-workspace.ts';
import type { Analysis, Problem } from '../engine/results.ts';
import { placeOf } from '../exporters/place-of.ts';
import type { Config } from '../findings/config.ts';
import { importFiles } from '../importers/import-entries.ts';
import { defaultImportLimits, type ImportEntry, type ImportLimits, type ImportNotice } from '../importers/importer.ts';
import { parseAddress, parseCidr } from '../net/cidr.ts';
import type { CommandLine } from './command-line.ts';
import { type ExitStatus, exitStatus } from './exit-status.ts';
import type { FoundEntries } from './read-paths.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

const MiB = 1024 * 1024;

/** A command has no tab to keep alive. */
const limits: ImportLimits = { ...defaultImportLimits, file: 300 * MiB, workspace: 400 * MiB, archive: 300 * MiB };

/** Files from this size on are read for their facts only, which takes a tenth of the time and of the memory. */
const LARGE = MiB / 4;

const largeName = /\.(ya?ml|json)$/i;

/** Problems beyond these are counted. */
const MAX_PROBLEMS = 100;

/** Flags win over the configuration. */
export function engineOptions(line: CommandLine, config: Config): EngineOptions {
  return {
    semantics: (line.text('semantics') ?? config.semantics ?? 'calico-3.32') as EngineOptions['semantics'],
    pending: (line.text('pending') ?? 'enforced') as EngineOptions['pending'],
    domains: readDomains(line.list('domain')),
    podCIDRs: cidrs(line, 'pod-cidr', config.podCIDRs),
    serviceCIDRs: cidrs(line, 'service-cidr', config.serviceCIDRs),
    ports: line.text('ports') === 'all' ? 'all' : 'declared',
  };
}

/** `api.example.com=203.0.113.10,203.0.113.11`; commas have been taken apart already. */
function readDomains(words: readonly string[]): DomainFact[] {
  const domains: { name: string; addresses: string[] }[] = [];
  for (const word of words) {
    const at = word.indexOf('=');
    const address = word.slice(at + 1).trim();
    if (at > 0) domains.push({ name: word.slice(0, at).trim(), addresses: [address] });
    else domains.at(-1)?.addresses.push(address);
    if (domains.length === 0 || parseAddress(address) === undefined)
      throw new UsageError(`--domain ${word} is no name with addresses; write one like api.example.com=203.0.113.10`);
  }
  return domains;
}

function cidrs(line: CommandLine, flag: string, configured: readonly string[]): readonly string[] {
  if (line.list(flag).length === 0) return configured;
  for (const text of line.list(flag)) {
    if (parseCidr(text) === undefined)
      throw new UsageError(`--${flag} ${text} is no CIDR; write one like 10.244.0.0/16`);
  }
  return line.list(flag);
}

/**
 * The files of the entries; `lacking` is true when something that may hold policy was left out. Throws UsageError
 * when there is nothing, unless that `mayBeNothing`: one end of a change may lack all manifests.
 */
export async function importManifests(
  found: FoundEntries,
  terminal: Terminal,
  { mayBeNothing = false, large = false }: { readonly mayBeNothing?: boolean; readonly large?: boolean } = {},
): Promise<{ files: readonly LoadedFile[]; lacking: boolean }> {
  const isLarge = (entry: ImportEntry): boolean => large && entry.size >= LARGE && largeName.test(entry.path);
  const { files: small, notices } = await importFiles(
    found.entries.filter((entry) => !isLarge(entry)),
    limits,
  );
  const read = await readLarge(found.entries.filter(isLarge));
  const files = [...small, ...read.files];
  notices.push(...read.notices);
  const all: readonly ImportNotice[] = [...found.notices, ...notices];
  for (const { path, message } of all) terminal.message(`sluice: ${visibleText(path)}: ${visibleText(message)}`);
  const lacking = all.some((notice) => notice.severity === 'error');
  if (files.length === 0 && !lacking && !mayBeNothing) throw new UsageError('no YAML or JSON manifests found there');
  return { files, lacking };
}

async function readLarge(entries: readonly ImportEntry[]): Promise<{ files: LoadedFile[]; notices: ImportNotice[] }> {
  const files: LoadedFile[] = [];
  const notices: ImportNotice[] = [];
  for (const entry of entries) {
    try {
      files.push(...(await readLargeFile(entry.path, entry.chunks?.() ?? [await entry.bytes()])));
    } catch (error) {
      const message = `${error instanceof Error ? error.message : String(error)}; skipped`;
      notices.push({ path: entry.path, severity: 'error', message });
    }
  }
  return { files, notices };
}

/** Evaluates the files and reports their problems. */
export async function analyse(
  client: EngineClient,
  files: readonly LoadedFile[],
  options: EngineOptions,
  terminal: Terminal,
  baseline?: readonly LoadedFile[],
): Promise<Analysis> {
  const analysis = await client.load(files, options, baseline);
  listProblems(analysis.report.problems, terminal);
  return analysis;
}

export function listProblems(problems: readonly Problem[], terminal: Terminal): void {
  const shown = problems.filter((problem) => problem.severity !== 'info');
  for (const problem of shown.slice(0, MAX_PROBLEMS)) terminal.message(problemLine(problem));
  if (shown.length > MAX_PROBLEMS)
    terminal.message(`sluice: ${shown.length - MAX_PROBLEMS} more problems; --format json has them all`);
}

/** `sluice: FILE:LINE:COL: what is wrong and what to do`. */
function problemLine({ location, severity, message, advice }: Problem): string {
  const what = severity === 'error' ? message : `${severity}: ${message}`;
  const text = advice === undefined ? what : `${what.replace(/[.;]$/, '')}. ${advice}`;
  const { file, line, column } = placeOf(location);
  return `sluice: ${visibleText(file)}:${line}:${column}: ${visibleText(text)}`;
}

/** Incomplete input wins over everything that was found: the findings may be wrong in either direction. */
export function finalStatus(incomplete: boolean, found: boolean, line: CommandLine, terminal: Terminal): ExitStatus {
  const status = found ? exitStatus.found : exitStatus.clean;
  if (!incomplete) return status;
  if (line.isOn('allow-incomplete')) {
    terminal.message('sluice: warning: the input is incomplete, so the answer may lack something');
    return status;
  }
  terminal.message(
    'sluice: the input is incomplete, so the answer may lack something; mend it, or accept that with --allow-incomplete',
  );
  return exitStatus.incomplete;
}
