// `sluice lint`: what is wrong with manifests, or looks wrong, and what can be mended without changing what they mean.
import { compareText } from '../base/compare-text.ts';
import { createInProcessClient } from '../client/in-process-client.ts';
import { lintRules } from '../client/lint-rules.ts';
import type { Severity } from '../documents/diagnostic.ts';
import type { SourceFile } from '../documents/source-file.ts';
import type { EngineOptions } from '../engine/engine-options.ts';
import type { Problem } from '../engine/results.ts';
import { lintExporters } from '../exporters/all-exporters.ts';
import type { LintReport } from '../exporters/lint-report.ts';
import { type Command, loadingFlags } from './command.ts';
import type { CommandLine } from './command-line.ts';
import { type Config, severityWords } from './config.ts';
import { loadConfig, pathsOf } from './find-config.ts';
import { letPass } from './let-pass.ts';
import { engineOptions, finalStatus, importManifests } from './load-manifests.ts';
import { type FoundEntries, readPaths } from './read-paths.ts';
import type { Terminal } from './terminal.ts';
import { writeFixes } from './write-fixes.ts';
import { chosenFormats, formatFlag, writeReports } from './write-reports.ts';

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
    format: formatFlag(lintExporters),
    'fail-on': { type: 'text', choices: severityWords, help: 'exit status 1 for findings at least as grave' },
    fix: { type: 'switch', help: 'write the fixes that leave the meaning of the manifests as it is' },
    ...loadingFlags,
  },
  run: runLint,
};

async function runLint(line: CommandLine, terminal: Terminal) {
  const formats = chosenFormats(line);
  const config = await loadConfig(line, terminal);
  const options = engineOptions(line, config);
  const found = await readPaths(pathsOf(line, config, terminal), terminal);
  const { files, lacking } = await importManifests(found, terminal);
  const fixed = line.isOn('fix') ? await fixAll(files, found, options, terminal) : files;
  const { all, incomplete } = await lintFiles(fixed, options);
  const { findings, ignored } = letPass(all, config, terminal.today(), terminal);
  const rules = lintRules();
  const report: LintReport = {
    findings: bySeverity(findings),
    rules,
    files: files.length,
    ignored,
    incomplete: incomplete || lacking,
  };
  writeReports(formats, lintExporters, report, terminal);
  const worst = Math.max(...failWords(line, config).map((word) => severityWords.indexOf(word)), -1);
  const fails = findings.some(({ severity }) => severityWords.indexOf(severity) <= worst);
  return finalStatus(report.incomplete, fails, line, terminal);
}

async function lintFiles(files: readonly SourceFile[], options: EngineOptions) {
  const client = createInProcessClient();
  const { report } = await client.load(files, options);
  const { problems } = await client.findings();
  return { all: bySeverity([...report.problems, ...problems]), incomplete: report.incomplete };
}

/** The gravest first, then by file and place. */
function bySeverity(findings: readonly Problem[]): readonly Problem[] {
  return severityWords.flatMap((severity) =>
    findings
      .filter((one) => one.severity === severity)
      .sort((a, b) => compareText(a.location.file, b.location.file) || a.location.start - b.location.start),
  );
}

/** The flag wins over the configuration, which may name several; each is as grave as it says. */
function failWords(line: CommandLine, { failOn }: Config): readonly Severity[] {
  const given = line.text('fail-on');
  return severityWords.filter((word) => (given === undefined ? failOn.includes(word) : word === given));
}

/** Writes what can be mended safely. Gives the files as they are then. */
async function fixAll(
  files: readonly SourceFile[],
  found: FoundEntries,
  options: EngineOptions,
  terminal: Terminal,
): Promise<readonly SourceFile[]> {
  const { all } = await lintFiles(files, options);
  const fixes = all.flatMap((finding) => (finding.fixes ?? []).find(({ safe }) => safe) ?? []);
  return writeFixes(fixes, files, found, terminal);
}
