// The problems on show: those of the report, which come with every edit, and those of lints, which come a little later.
import { compareText } from '../base/compare-text.ts';
import { groupBy } from '../base/group-by.ts';
import type { Findings } from '../client/engine-client.ts';
import type { Analysis, Problem, SnapshotReport } from '../engine/results.ts';
import type { WorkbenchState } from './workbench-state.ts';

const none: readonly Problem[] = [];
const severityRank = { error: 0, warning: 1, info: 2 } as const;

let last: {
  readonly analysis: Analysis;
  readonly findings: Findings | undefined;
  readonly problems: readonly Problem[];
};

/** By severity, file and place; the same list as long as neither part changes. */
export function selectProblems({
  analysis,
  findings,
}: Pick<WorkbenchState, 'analysis' | 'findings'>): readonly Problem[] {
  const report = analysis?.report;
  if (!report) return none;
  const pinned = analysis.assertions.problems;
  const found = findings?.problems.length ?? 0;
  if (found === 0 && pinned.length === 0) return report.problems;
  if (last?.analysis === analysis && last.findings === findings) return last.problems;
  const problems = [...report.problems, ...pinned, ...(findings ? fitting(findings, report) : [])].sort(
    (a, b) =>
      severityRank[a.severity] - severityRank[b.severity] ||
      compareText(a.location.file, b.location.file) ||
      a.location.start - b.location.start,
  );
  last = { analysis, findings, problems };
  return problems;
}

/** Findings of the text before stay until the new ones come, so that the list does not flicker; their fixes fit no more. */
function fitting({ snapshot, problems }: Findings, report: SnapshotReport): readonly Problem[] {
  if (snapshot === report.snapshot) return problems;
  const files = new Set(report.files.map(({ path }) => path));
  return problems.filter(({ location }) => files.has(location.file)).map(({ fixes: _, ...problem }) => problem);
}

const byFile = new WeakMap<readonly Problem[], ReadonlyMap<string, readonly Problem[]>>();

/** How many problems there are beside those listed. */
export function selectUnlistedProblems({ analysis }: Pick<WorkbenchState, 'analysis'>): number {
  return analysis?.report.unlisted.problems ?? 0;
}

/** The problems of each file, in the order of the list. */
export function selectProblemsByFile(
  state: Pick<WorkbenchState, 'analysis' | 'findings'>,
): ReadonlyMap<string, readonly Problem[]> {
  const problems = selectProblems(state);
  const known = byFile.get(problems);
  if (known) return known;
  const files = groupBy(problems, ({ location }) => location.file);
  byFile.set(problems, files);
  return files;
}
