// `sluice posture`: how open a cluster is, namespace by namespace, in counted facts.
import { relative, resolve } from 'node:path';
import { createInProcessClient } from '../client/in-process-client.ts';
import { postureExporters } from '../exporters/all-exporters.ts';
import { findingsByNamespace } from '../exporters/findings-by-namespace.ts';
import type { PostureReport } from '../exporters/posture-report.ts';
import { commentsIn, letPass } from '../findings/let-pass.ts';
import { type Command, loadingFlags } from './command.ts';
import type { CommandLine } from './command-line.ts';
import { loadConfig, pathsOf } from './find-config.ts';

import { analyse, engineOptions, finalStatus, importManifests } from './load-manifests.ts';
import { readPaths } from './read-paths.ts';
import type { Terminal } from './terminal.ts';
import { chosenFormats, formatFlag, writeReports } from './write-reports.ts';

export const posture: Command = {
  name: 'posture',
  summary: 'How open each namespace is: default deny by effect, the Internet, other namespaces, findings.',
  usage: 'PATH… [flags]',
  examples: [
    ['sluice posture manifests/', 'a line for each namespace'],
    ['sluice posture manifests/ --format md', 'for a page that many read, with what the numbers mean'],
    ['sluice posture manifests/ --format text --format json=posture.json', 'and for scripts'],
  ],
  flags: { format: formatFlag(postureExporters), ...loadingFlags },
  run: runPosture,
};

async function runPosture(line: CommandLine, terminal: Terminal) {
  const formats = chosenFormats(line);
  const config = await loadConfig(line, terminal);
  const found = await readPaths(pathsOf(line, config, terminal), terminal);
  const { files, lacking } = await importManifests(found, terminal, { large: true });
  const client = createInProcessClient();
  const { report, assertions } = await analyse(client, files, engineOptions(line, config), terminal);
  const { now } = await client.posture();
  const { problems } = await client.findings();
  const { kept } = letPass([...report.problems, ...problems], {
    config,
    comments: commentsIn(report.files),
    today: terminal.today(),
    pathOf: (file) => relative(config.folder, resolve(terminal.cwd, file)).replaceAll('\\', '/'),
  });
  const incomplete = report.incomplete || lacking;
  const made: PostureReport = {
    posture: now,
    findings: findingsByNamespace(kept, report.files),
    assertions: {
      pinned: assertions.results.length,
      broken: assertions.results.filter(({ holds, isPartial }) => !holds && !isPartial).length,
    },
    incomplete,
  };
  writeReports(formats, postureExporters, made, terminal);
  return finalStatus(incomplete, false, line, terminal);
}
