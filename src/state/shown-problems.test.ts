// The problems of reports and lints as one list.
import { expect, it } from 'vitest';
import type { Problem } from '../engine/results.ts';
import { emptyReport } from '../testing/fake-engine-client.ts';
import { selectProblems, selectProblemsByFile } from './shown-problems.ts';

const problem = (code: string, severity: Problem['severity'], file: string, start: number): Problem => ({
  code,
  severity,
  message: code,
  location: { file, start, end: start, line: 1, column: 1, endLine: 1, endColumn: 1 },
  fixes: [{ title: 'Mend', edits: [] }],
});

const file = (path: string) => ({ path, documents: 1, objects: [], kinds: [] });

function stateOf(snapshot: number, lintedSnapshot: number) {
  const report = {
    ...emptyReport(snapshot),
    files: [file('a.yaml'), file('b.yaml')],
    problems: [problem('read', 'error', 'b.yaml', 3), problem('assumed', 'info', 'a.yaml', 0)],
  };
  const impact = { opened: 0, closed: 0, unknown: 0 };
  const analysis = {
    report,
    baseline: 1,
    impact,
    flipsByNode: [],
    assertions: { results: [], broken: 0, unjudged: 0, problems: [] },
    milliseconds: 0,
  };
  const problems = [problem('late', 'warning', 'a.yaml', 9), problem('gone', 'warning', 'gone.yaml', 0)];
  return { analysis, findings: { snapshot: lintedSnapshot, problems } };
}

it('has both, the gravest first, and is the same list for the same parts', () => {
  const state = stateOf(2, 2);
  expect(selectProblems(state).map(({ code }) => code)).toEqual(['read', 'late', 'gone', 'assumed']);
  expect(selectProblems({ ...state })).toBe(selectProblems(state));
  expect([...selectProblemsByFile(state).keys()]).toEqual(['b.yaml', 'a.yaml', 'gone.yaml']);
});

it('keeps findings of the text before, without fixes, and not of files that are gone', () => {
  const shown = selectProblems(stateOf(3, 2));
  expect(shown.map(({ code, fixes }) => [code, fixes?.length])).toEqual([
    ['read', 1],
    ['late', undefined],
    ['assumed', 1],
  ]);
});

it('has the report’s alone until there are findings, and nothing before', () => {
  const { analysis } = stateOf(1, 1);
  expect(selectProblems({ analysis, findings: undefined })).toBe(analysis.report.problems);
  expect(selectProblems({ analysis: undefined, findings: undefined })).toEqual([]);
});
