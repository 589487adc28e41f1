// `sluice lint`: what is wrong with manifests, or looks wrong, and what can be mended without changing what they mean.
import { compareText } from '../base/compare-text.ts';
import { createInProcessClient } from '../client/in-process-client.ts';
import type { Severity } from '../documents/diagnostic.ts';
import type { SourceFile } from '../documents/source-file.ts';
import type { EngineOptions } from '../engine/engine-options.ts';
import { lintExporters } from '../exporters/all-exporters.ts';
import type { LintReport } from '../exporters/lint-report.ts';
import { type Command, loadingFlags } from './command.ts';
import type { CommandLine } from './command-line.ts';
import { engineOptions, finalStatus, importManifests } from './load-manifests.ts';
import { type FoundEntries, readPaths } from './read-paths.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';
import { writeFixes } from './write-fixes.ts';

/** The gravest first. */
const severities: readonly Severity[] = ['error', 'warning', 'info'];

export const lint: Command = {
  name: 'lint',
  summary: 'What is wrong with the manifests, or legal and yet useless or dangerous.',
  usage: 'PATH… [flags]',
  examples: [
    ['sluice lint manifests/', 'every finding, the gravest first'],
    ['sluice lint manifests/ --fail-on warning', 'for a pipeline: exit status 1 for errors and warnings'],
    ['sluice lint manifests/ --fix', 'write out what the manifests leave to be filled in'],
  ],
  flags: {
    format: {
      type: 'text',
      choices: lintExporters.map((one) => one.format),
      help: 'how to write it (default: text)',
    },
    'fail-on': { type: 'text', choices: severities, help: 'exit status 1 for findings at least as grave' },
    fix: { type: 'switch', help: 'write the fixes that leave the meaning of the manifests as it is' },
    ...loadingFlags,
  },
  run: runLint,
};

async function runLint(line: CommandLine, terminal: Terminal) {
  if (line.positionals.length === 0) throw new UsageError('name at least one PATH, or - for standard input');
  const options = engineOptions(line);
  const exporter = lintExporters.find((one) => one.format === (line.text('format') ?? 'text'));
  const found = await readPaths(line.positionals, terminal);
  const { files, lacking } = await importManifests(found, terminal);
  const fixed = line.isOn('fix') ? await fixAll(files, found, options, terminal) : files;
  const { findings, incomplete } = await lintFiles(fixed, options);
  const result: LintReport = { findings, files: files.length, incomplete: incomplete || lacking };
  terminal.out(exporter?.export(result) ?? '');
  const worst = severities.indexOf((line.text('fail-on') ?? '') as Severity);
  const fails = findings.some(({ severity }) => severities.indexOf(severity) <= worst);
  return finalStatus(result.incomplete, fails, line, terminal);
}

async function lintFiles(files: readonly SourceFile[], options: EngineOptions) {
  const client = createInProcessClient();
  const { report } = await client.load(files, options);
  const { problems } = await client.findings();
  const findings = severities.flatMap((severity) =>
    [...report.problems, ...problems]
      .filter((one) => one.severity === severity)
      .sort((a, b) => compareText(a.location.file, b.location.file) || a.location.start - b.location.start),
  );
  return { findings, incomplete: report.incomplete };
}

/** Writes what can be mended safely. Gives the files as they are then. */
async function fixAll(
  files: readonly SourceFile[],
  found: FoundEntries,
  options: EngineOptions,
  terminal: Terminal,
): Promise<readonly SourceFile[]> {
  const { findings } = await lintFiles(files, options);
  const fixes = findings.flatMap((finding) => (finding.fixes ?? []).find(({ safe }) => safe) ?? []);
  return writeFixes(fixes, files, found, terminal);
}
