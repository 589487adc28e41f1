// `sluice diff`: which flows a change opens and closes.
import { createInProcessClient } from '../client/in-process-client.ts';
import { diffExporters } from '../exporters/all-exporters.ts';
import { type DiffReport, diffReport } from '../exporters/diff-report.ts';
import { flipCount } from '../exporters/flip-groups.ts';
import { flipWords } from '../findings/config.ts';
import { reportOf } from './built-pages.ts';
import {
  alignedFiles,
  changeName,
  changeUsage,
  configOfChange,
  gitFlag,
  readEnds,
  tenantFlag,
  tenantsOf,
  trustFlag,
} from './change-ends.ts';
import { type Command, loadingFlags, portsFlag } from './command.ts';
import type { CommandLine } from './command-line.ts';
import { analyse, engineOptions, finalStatus, importManifests } from './load-manifests.ts';
import type { Terminal } from './terminal.ts';
import { chosenFormats, formatFlag, writeReports } from './write-reports.ts';

/** How far causes are sought: the same on every machine, unless it takes minutes. */
const BUDGET = { evaluations: 5000, milliseconds: 300_000 } as const;

export const diff: Command = {
  name: 'diff',
  summary: 'Which flows a change opens and closes, by risk, with the lines that cause it.',
  usage: changeUsage,
  examples: [
    ['sluice diff before/ after/', 'between two folders, files or zips'],
    [
      'sluice diff --git main..HEAD manifests/ --fail-on internet',
      'of a branch; exit status 1 if it opens flows with addresses outside',
    ],
    ['sluice diff --git HEAD manifests/', 'what is not committed yet, new files included'],
    ['helm template chart/ | sluice diff rendered.yaml -', 'what a chart renders to, against what it did before'],
    [
      'sluice diff --git main...HEAD --format md > comment.md',
      'for a pull-request comment, since the branch left main',
    ],
    ['sluice diff --git main...HEAD --format html > review.html', 'as one file that opens anywhere, offline'],
  ],
  flags: {
    git: gitFlag,
    'trust-config': trustFlag,
    format: formatFlag(diffExporters, ['html']),
    'fail-on': {
      type: 'text',
      choices: flipWords,
      multiple: true,
      help: 'exit status 1 when flows opened, closed, opened with addresses outside, or flipped at all',
    },
    'tenant-label': tenantFlag,
    ports: portsFlag,
    ...loadingFlags,
  },
  run: runDiff,
};

async function runDiff(line: CommandLine, terminal: Terminal) {
  const formats = chosenFormats(line);
  const found = await readEnds(line, terminal);
  const config = await configOfChange(line, found, terminal);
  const options = engineOptions(line, config);
  const base = await importManifests(found.base, terminal, { mayBeNothing: true });
  const mayBeNothing = base.files.length > 0 || base.lacking;
  const head = await importManifests(found.head, terminal, { mayBeNothing });
  const client = createInProcessClient();
  await analyse(client, base.files, options, terminal);
  const after = await analyse(client, head.files, options, terminal, base.files);
  const tenants = tenantsOf(line, config);
  const review = await client.review({
    ports: options.ports,
    budget: BUDGET,
    ...tenants,
  });
  const told = diffReport(review, after.report.problems);
  const result = { ...told, incomplete: told.incomplete || base.lacking || head.lacking };
  const change = () => ({
    name: changeName(line),
    ...alignedFiles({ base: base.files, head: head.files }, line),
    options,
    ...tenants,
  });
  const html = { format: 'html', export: () => reportOf(terminal, change()) };
  writeReports(formats, [...diffExporters, html], result, terminal);
  const wanted = line.isOn('fail-on') ? line.list('fail-on') : config.failOn;
  return finalStatus(result.incomplete, failsOn(result, wanted), line, terminal);
}

function failsOn({ impact, flips }: DiffReport, wanted: readonly string[]): boolean {
  const happened: Readonly<Record<string, boolean>> = {
    opened: impact.opened > 0,
    closed: impact.closed > 0,
    internet: flips.some(({ flip, risks }) => flip === 'opened' && risks.some(({ id }) => id === 'internet')),
    any: flipCount(impact) > 0,
  };
  return wanted.some((word) => happened[word]);
}
