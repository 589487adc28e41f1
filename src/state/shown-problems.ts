// The problems on show: those of the report, which come with every edit, and those of lints, which come a little later;
// without those that a comment or a `sluice.yaml` lets pass.
import { compareText } from '../base/compare-text.ts';
import { groupBy } from '../base/group-by.ts';
import type { Findings } from '../client/engine-client.ts';
import type { Analysis, Problem, SnapshotReport } from '../engine/results.ts';
import { commentsIn, type JudgedFindings, letPass, type PassedFinding, type PassRules } from '../findings/let-pass.ts';
import { type SafeFix, safeFixes } from '../findings/safe-fixes.ts';
import type { WorkbenchState } from './workbench-state.ts';

type Shown = Pick<WorkbenchState, 'analysis' | 'findings'>;

interface ShownProblems {
  readonly problems: readonly Problem[];
  /** Of those, what reading said. */
  readonly read: readonly Problem[];
  readonly passed: readonly PassedFinding[];
}

const none: ShownProblems = { problems: [], read: [], passed: [] };
const severityRank = { error: 0, warning: 1, info: 2 } as const;

const byRank = (a: Problem, b: Problem): number =>
  severityRank[a.severity] - severityRank[b.severity] ||
  compareText(a.location.file, b.location.file) ||
  a.location.start - b.location.start;

let last: { readonly analysis: Analysis; readonly findings: Findings | undefined; readonly shown: ShownProblems };

function shownOf({ analysis, findings }: Shown): ShownProblems {
  if (!analysis) return none;
  if (last?.analysis === analysis && last.findings === findings) return last.shown;
  const shown = showProblems(analysis, findings);
  last = { analysis, findings, shown };
  return shown;
}

function showProblems({ report, assertions }: Analysis, findings: Findings | undefined): ShownProblems {
  const rules = rulesOf(commentsIn(report.files), findings);
  const { kept: read, passed } = letPass(report.problems, rules);
  const faults = findings?.config?.faults ?? [];
  const late = findings ? judgeLate(findings, report, rules) : { kept: [], passed: [] };
  const others = [...letPass(assertions.problems, rules).kept, ...faults, ...late.kept];
  if (others.length === 0 && passed.length === 0) return { problems: read, read, passed: late.passed };
  return { problems: [...read, ...others].sort(byRank), read, passed: [...passed, ...late.passed] };
}

/** The day in UTC, as the command has it. */
const today = (): string => new Date().toISOString().slice(0, 10);

function rulesOf(comments: PassRules['comments'], findings: Findings | undefined): PassRules {
  const config = findings?.config?.said;
  const folder = config?.folder ?? '';
  const pathOf = (file: string): string => (file.startsWith(folder) ? file.slice(folder.length) : file);
  return { config, comments, today: today(), pathOf };
}

/** Where comments stood in the text that the findings are about. */
const commentsThen = new WeakMap<Findings, PassRules['comments']>();

/** Findings of the text before stay until the new ones come, so that the list does not flicker; their fixes fit no more. */
function judgeLate(findings: Findings, report: SnapshotReport, rules: PassRules): Omit<JudgedFindings, 'unused'> {
  if (findings.snapshot === report.snapshot) {
    commentsThen.set(findings, rules.comments);
    return letPass(findings.problems, rules);
  }
  const files = new Set(report.files.map(({ path }) => path));
  const old = findings.problems
    .filter(({ location }) => files.has(location.file))
    .map(({ fixes: _, ...problem }) => problem);
  return letPass(old, { ...rules, comments: commentsThen.get(findings) ?? rules.comments });
}

/** By severity, file and place; the same list as long as neither part changes. */
export function selectProblems(state: Shown): readonly Problem[] {
  return shownOf(state).problems;
}

/** Those that reading and evaluating gave. */
export function selectReadProblems(state: Shown): readonly Problem[] {
  return shownOf(state).read;
}

export function selectPassed(state: Shown): readonly PassedFinding[] {
  return shownOf(state).passed;
}

const fixesOf = new WeakMap<readonly Problem[], readonly SafeFix[]>();

/** What can be mended at once without changing what the manifests mean. */
export function selectSafeFixes(state: Shown): readonly SafeFix[] {
  const problems = selectProblems(state);
  const known = fixesOf.get(problems) ?? safeFixes(problems);
  fixesOf.set(problems, known);
  return known;
}

const byFile = new WeakMap<readonly Problem[], ReadonlyMap<string, readonly Problem[]>>();

/** How many problems there are beside those listed. */
export function selectUnlistedProblems({ analysis }: Pick<WorkbenchState, 'analysis'>): number {
  return analysis?.report.unlisted.problems ?? 0;
}

/** The problems of each file, in the order of the list. */
export function selectProblemsByFile(state: Shown): ReadonlyMap<string, readonly Problem[]> {
  const problems = selectProblems(state);
  const known = byFile.get(problems);
  if (known) return known;
  const files = groupBy(problems, ({ location }) => location.file);
  byFile.set(problems, files);
  return files;
}

/** An object by its file and what findings call it: `a.yaml NetworkPolicy shop/web`. */
export function objectKey(file: string, object: string): string {
  return `${file} ${object}`;
}

const byObject = new WeakMap<readonly Problem[], ReadonlyMap<string, readonly Problem[]>>();

/** The problems of each object, the gravest first. */
export function selectProblemsByObject(state: Shown): ReadonlyMap<string, readonly Problem[]> {
  const problems = selectProblems(state);
  const known = byObject.get(problems);
  if (known) return known;
  const objects = groupBy(problems, ({ location, object }) => objectKey(location.file, object ?? ''));
  byObject.set(problems, objects);
  return objects;
}
