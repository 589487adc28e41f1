// `sluice check`: whether flows are as assertions say that they must be.
import { resolve } from 'node:path';
import { createInProcessClient } from '../client/in-process-client.ts';
import type { AssertionResult } from '../engine/assertion-report.ts';
import type { LoadedFile } from '../engine/read-workspace.ts';
import type { Analysis, Location, Problem } from '../engine/results.ts';
import { checkExporters } from '../exporters/all-exporters.ts';
import { type CheckedAssertion, type CheckReport, decidingPlace } from '../exporters/check-report.ts';
import { placeOf } from '../exporters/place-of.ts';
import { normalisePath } from '../importers/entry-path.ts';
import type { ImportEntry } from '../importers/importer.ts';
import { type Command, loadingFlags } from './command.ts';
import type { CommandLine } from './command-line.ts';
import { exitStatus } from './exit-status.ts';
import { loadConfig, pathsOf } from './find-config.ts';
import { engineOptions, finalStatus, importManifests, listProblems } from './load-manifests.ts';
import { readPaths } from './read-paths.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';
import { chosenFormats, formatFlag, writeReports } from './write-reports.ts';

type InProcessClient = ReturnType<typeof createInProcessClient>;

export const check: Command = {
  name: 'check',
  summary: 'Whether flows are as assertions say that they must be, and why not.',
  usage: 'PATH… [--assert FILE…] [flags]',
  examples: [
    ['sluice check manifests/', 'the assertions among the manifests, in files such as shop.flows.yaml'],
    ['sluice check manifests/ --assert shop.flows.yaml', 'those of one file'],
    ['sluice check manifests/ --format text --format junit=flows.xml', 'for a pipeline that shows tests'],
  ],
  flags: {
    assert: {
      type: 'text',
      placeholder: 'FILE',
      multiple: true,
      help: 'a file of assertions; default: those found under PATH',
    },
    format: formatFlag(checkExporters),
    ...loadingFlags,
  },
  run: runCheck,
};

async function runCheck(line: CommandLine, terminal: Terminal) {
  const formats = chosenFormats(line);
  const config = await loadConfig(line, terminal);
  const paths = pathsOf(line, config, terminal);
  const asked = line.list('assert');
  const found = await readPaths([...paths, ...asked], terminal);
  const { files, lacking } = await importManifests(found, terminal, { large: true });
  const own = asked.length > 0 ? ownFiles(asked, found.entries, terminal) : undefined;
  const client = createInProcessClient();
  const analysis = await client.load(files, engineOptions(line, config));
  const isAsked = ({ location }: { readonly location: Location }): boolean => own?.has(placeOf(location).file) ?? true;
  listProblems(analysis.report.problems, terminal);
  const results = analysis.assertions.results.filter(isAsked);
  const faults = misread(analysis, files).filter(isAsked);
  if (results.length === 0 && faults.length === 0) throw new UsageError(nothingAsked(asked));
  const report = await checkReport(client, results, analysis, lacking);
  writeReports(formats, checkExporters, report, terminal);
  if (faults.length > 0) {
    terminal.message('sluice: assertions that could not be read were not judged; mend them');
    return exitStatus.usage;
  }
  const isBroken = results.some(({ holds, isPartial }) => !holds && !isPartial);
  return finalStatus(report.incomplete, isBroken, line, terminal);
}

function nothingAsked(asked: readonly string[]): string {
  return asked.length > 0
    ? `${asked.join(', ')}: no assertions in there; write apiVersion: sluice/v1, kind: Assertions and a list under assertions`
    : 'no assertions found there; name a file of them with --assert FILE';
}

/** The paths under which the files of `--assert` were loaded. */
function ownFiles(asked: readonly string[], entries: readonly ImportEntry[], { cwd }: Terminal): ReadonlySet<string> {
  const places = new Set(asked.map((path) => resolve(cwd, path)));
  return new Set(entries.filter(({ path }) => places.has(resolve(cwd, path))).map(({ path }) => normalisePath(path)));
}

/** What is wrong with assertions as they are written. */
function misread({ report }: Analysis, files: readonly LoadedFile[]): readonly Problem[] {
  const known = new Set(files.map(({ path }) => path));
  return report.problems.filter(
    ({ severity, object, location }) => severity === 'error' && object === 'Assertions' && known.has(location.file),
  );
}

async function checkReport(
  client: InProcessClient,
  results: readonly AssertionResult[],
  { report, assertions }: Analysis,
  lacking: boolean,
): Promise<CheckReport> {
  const checked: CheckedAssertion[] = [];
  for (const result of results) checked.push(await withExplanation(client, result));
  const byPlace = new Map(checked.map((one) => [`${one.location.file} ${one.location.start}`, one]));
  const problems = assertions.problems.flatMap((problem) => {
    const one = byPlace.get(`${problem.location.file} ${problem.location.start}`);
    return one ? [withTrace(problem, one)] : [];
  });
  const isPartial = results.some((one) => one.isPartial);
  return { assertions: checked, problems, incomplete: report.incomplete || lacking || isPartial };
}

async function withExplanation(client: InProcessClient, result: AssertionResult): Promise<CheckedAssertion> {
  if (result.holds || result.odd.length === 0) return result;
  const explanation = await client.explain(result.query);
  return 'error' in explanation ? result : { ...result, explanation };
}

/** With the lines that decide the flow. */
function withTrace(problem: Problem, { explanation }: CheckedAssertion): Problem {
  if (!explanation) return problem;
  const related = [explanation.egress, explanation.ingress].flatMap((end) => {
    const location = decidingPlace(end);
    return location ? [{ message: `${end.direction}: ${end.chain}`, location }] : [];
  });
  return { ...problem, advice: explanation.summary, ...(related.length > 0 ? { related } : {}) };
}
