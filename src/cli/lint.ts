// `sluice lint`: what is wrong with manifests, or looks wrong, and what can be mended without changing what they mean.
import { relative, resolve } from 'node:path';
import { compareText } from '../base/compare-text.ts';
import { findingRules } from '../client/finding-help.ts';
import { createInProcessClient } from '../client/in-process-client.ts';
import type { Severity } from '../documents/diagnostic.ts';
import type { SourceFile } from '../documents/source-file.ts';
import type { EngineOptions } from '../engine/engine-options.ts';
import type { Problem } from '../engine/results.ts';
import { lintExporters } from '../exporters/all-exporters.ts';
import type { LintReport } from '../exporters/lint-report.ts';
import { type Config, severityWords } from '../findings/config.ts';
import { commentsIn, type JudgedFindings, letPass } from '../findings/let-pass.ts';
import { type Command, loadingFlags } from './command.ts';
import type { CommandLine } from './command-line.ts';
import { explainFinding, listFindings } from './explain-finding.ts';
import { loadConfig, pathsOf } from './find-config.ts';
import { fixFiles } from './fix-files.ts';
import { engineOptions, finalStatus, importManifests } from './load-manifests.ts';
import { readPaths } from './read-paths.ts';
import type { Terminal } from './terminal.ts';
import { chosenFormats, formatFlag, writeReports } from './write-reports.ts';

export const lint: Command = {
  name: 'lint',
  summary: 'What is wrong with the manifests, or legal and yet useless or dangerous.',
  usage: 'PATH… [flags]',
  examples: [
    ['sluice lint manifests/', 'every finding, the gravest first'],
    ['sluice lint manifests/ --fail-on warning', 'for a pipeline: exit status 1 for errors and warnings'],
    ['sluice lint manifests/ --fix', 'write out what the manifests leave to be filled in'],
    ['sluice lint --explain dns-blocked', 'why a finding matters, how to mend it, and an example'],
  ],
  flags: {
    format: formatFlag(lintExporters),
    'fail-on': { type: 'text', choices: severityWords, help: 'exit status 1 for findings at least as grave' },
    fix: { type: 'switch', help: 'write the fixes that leave the meaning of the manifests as it is' },
    explain: { type: 'text', placeholder: 'CODE', help: 'the page of help for a code of findings; text or json' },
    list: { type: 'switch', help: 'every code with its severity and what it means; text or json' },
    ...loadingFlags,
  },
  run: runLint,
};

async function runLint(line: CommandLine, terminal: Terminal) {
  const formats = chosenFormats(line);
  const code = line.text('explain');
  if (code !== undefined) return explainFinding(code, formats, terminal);
  if (line.isOn('list')) return listFindings(formats, terminal);
  const config = await loadConfig(line, terminal);
  const options = engineOptions(line, config);
  const found = await readPaths(pathsOf(line, config, terminal), terminal);
  const { files, lacking } = await importManifests(found, terminal);
  const find = (now: readonly SourceFile[]) => lintFiles(now, options, config, terminal);
  const fixed = line.isOn('fix')
    ? await fixFiles(files, async (now) => (await find(now)).judged.kept, found, terminal)
    : files;
  const { judged, incomplete } = await find(fixed);
  for (const rule of judged.unused)
    terminal.message(`sluice: ${config.path}:${rule.line}: this ignore rule fits no finding; take it out`);
  const findings = bySeverity(judged.kept);
  const report: LintReport = {
    findings,
    rules: findingRules(),
    files: files.length,
    passed: judged.passed,
    incomplete: incomplete || lacking,
  };
  writeReports(formats, lintExporters, report, terminal);
  const worst = Math.max(...failWords(line, config).map((word) => severityWords.indexOf(word)), -1);
  const fails = findings.some(({ severity }) => severityWords.indexOf(severity) <= worst);
  return finalStatus(report.incomplete, fails, line, terminal);
}

async function lintFiles(
  files: readonly SourceFile[],
  options: EngineOptions,
  config: Config,
  terminal: Terminal,
): Promise<{ readonly judged: JudgedFindings; readonly incomplete: boolean }> {
  const client = createInProcessClient();
  const { report } = await client.load(files, options);
  const { problems } = await client.findings();
  const judged = letPass(bySeverity([...report.problems, ...problems]), {
    config,
    comments: commentsIn(report.files),
    today: terminal.today(),
    pathOf: (file) => relative(config.folder, resolve(terminal.cwd, file)).replaceAll('\\', '/'),
  });
  return { judged, incomplete: report.incomplete };
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
