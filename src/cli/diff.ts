// `sluice diff`: which flows a change opens and closes.
import { createInProcessClient } from '../client/in-process-client.ts';
import type { FlipKind, FlipRow } from '../engine/results.ts';
import { diffExporters } from '../exporters/all-exporters.ts';
import type { DiffReport, ExportedFlip } from '../exporters/diff-report.ts';
import { type Command, loadingFlags, portsFlag } from './command.ts';
import type { CommandLine } from './command-line.ts';
import { exportedFlow, sortedFlows } from './exported-flow.ts';
import { FlipCauses, riskOf } from './flip-causes.ts';
import { readGitRange } from './git-range.ts';
import { analyse, engineOptions, finalStatus, importManifests } from './load-manifests.ts';
import { type FoundEntries, readPaths } from './read-paths.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

export const diff: Command = {
  name: 'diff',
  summary: 'Which flows a change opens and closes, by risk, with the lines that cause it.',
  usage: 'BASE HEAD [flags]   or   --git BASE..HEAD [PATH] [flags]',
  examples: [
    ['sluice diff before/ after/', 'between two folders, files or zips'],
    [
      'sluice diff --git main..HEAD manifests/ --fail-on internet',
      'of a branch; exit status 1 if it opens flows with addresses outside',
    ],
    [
      'sluice diff --git main...HEAD --format md > comment.md',
      'for a pull-request comment, since the branch left main',
    ],
  ],
  flags: {
    git: { type: 'text', placeholder: 'BASE..HEAD', help: 'compare two revisions of this git repository' },
    format: {
      type: 'text',
      choices: diffExporters.map((one) => one.format),
      planned: ['sarif', 'html'],
      help: 'how to write it (default: text)',
    },
    'fail-on': {
      type: 'text',
      choices: ['opened', 'closed', 'internet', 'any'],
      multiple: true,
      help: 'exit status 1 when flows opened, closed, opened with addresses outside, or flipped at all',
    },
    ports: portsFlag,
    ...loadingFlags,
  },
  run: runDiff,
};

async function runDiff(line: CommandLine, terminal: Terminal) {
  const options = engineOptions(line);
  const exporter = diffExporters.find((one) => one.format === (line.text('format') ?? 'text'));
  const found = await readEnds(line, terminal);
  const base = await importManifests(found.base, terminal, { mayBeNothing: true });
  const mayBeNothing = base.files.length > 0 || base.lacking;
  const head = await importManifests(found.head, terminal, { mayBeNothing });
  const client = createInProcessClient();
  const before = await analyse(client, base.files, options, terminal);
  const after = await analyse(client, head.files, options, terminal, base.files);
  const causes = new FlipCauses(
    { report: before.report, files: base.files },
    { report: after.report, files: head.files },
  );
  const request = {
    ports: options.ports,
    sort: 'src',
    descending: false,
    offset: 0,
    limit: Number.MAX_SAFE_INTEGER,
  } as const;
  const { rows } = await client.flips({ ...request, kinds: ['opened', 'closed', 'unknown'] });
  const flipsOf = (kind: FlipKind) =>
    sortedFlows(rows.filter((row) => row.flip === kind).map((row) => exportedFlip(row, causes)));
  const result: DiffReport = {
    opened: flipsOf('opened'),
    closed: flipsOf('closed'),
    unknown: flipsOf('unknown'),
    base: before.report.counts,
    head: after.report.counts,
    problems: after.report.problems,
    incomplete: before.report.incomplete || after.report.incomplete || base.lacking || head.lacking,
  };
  terminal.out(exporter?.export(result) ?? '');
  return finalStatus(result.incomplete, failsOn(result, line.list('fail-on')), line, terminal);
}

function exportedFlip(row: FlipRow, causes: FlipCauses): ExportedFlip {
  return { ...exportedFlow(row), was: row.was, risk: riskOf(row), causes: causes.of(row) };
}

async function readEnds(line: CommandLine, terminal: Terminal): Promise<{ base: FoundEntries; head: FoundEntries }> {
  const [first, second, ...more] = line.positionals;
  const range = line.text('git');
  if (range !== undefined) {
    if (second !== undefined) throw new UsageError('--git BASE..HEAD takes one PATH at most');
    return readGitRange(range, first, terminal.cwd);
  }
  if (first === undefined || second === undefined || more.length > 0) {
    throw new UsageError('name two PATHs, BASE and HEAD, or give --git BASE..HEAD');
  }
  return { base: await readPaths([first], terminal), head: await readPaths([second], terminal) };
}

function failsOn({ opened, closed, unknown }: DiffReport, wanted: readonly string[]): boolean {
  const happened: Readonly<Record<string, boolean>> = {
    opened: opened.length > 0,
    closed: closed.length > 0,
    internet: opened.some((flip) => flip.risk === 'internet'),
    any: opened.length + closed.length + unknown.length > 0,
  };
  return wanted.some((word) => happened[word]);
}
