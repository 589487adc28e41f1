// The problems of reports and lints as one list.
import { expect, it } from 'vitest';
import type { Problem } from '../engine/results.ts';
import { emptyReport } from '../testing/fake-engine-client.ts';
import { selectPassed, selectProblems, selectProblemsByFile, selectReadProblems } from './shown-problems.ts';

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

it('leaves out what a comment or a configuration lets pass, and says who did', () => {
  const state = stateOf(2, 2);
  const [place] = state.analysis.report.problems;
  const location = place?.location ?? problem('', 'info', '', 0).location;
  const ignores = [{ codes: ['late'], reason: 'known', start: 0, end: 10, location }];
  const files = [{ ...file('a.yaml'), ignores }, file('b.yaml')];
  const rule = { rule: 'read', files: 'b.yaml', object: undefined, reason: 'soon', expires: undefined, line: 7 };
  const said = { path: 'sluice.yaml', folder: '', severities: new Map([['gone', 'info' as const]]), ignore: [rule] };
  const faults = [problem('config-fault', 'error', 'sluice.yaml', 1)];
  const shown = {
    analysis: { ...state.analysis, report: { ...state.analysis.report, files } },
    findings: { ...state.findings, config: { said, faults } },
  };
  expect(selectProblems(shown).map(({ code, severity }) => `${severity} ${code}`)).toEqual([
    'error config-fault',
    'info assumed',
    'info gone',
  ]);
  expect(selectReadProblems(shown).map(({ code }) => code)).toEqual(['assumed']);
  expect(selectPassed(shown).map((one) => [one.problem.code, one.reason, `${one.by.file}:${one.by.line}`])).toEqual([
    ['read', 'soon', 'sluice.yaml:7'],
    ['late', 'known', 'b.yaml:1'],
  ]);
});

it('knows what passed before an edit while the findings are those of the text before', () => {
  const { analysis, findings } = stateOf(2, 2);
  const { location } = problem('', 'info', 'a.yaml', 0);
  const withComment = (snapshot: number, start: number) => {
    const ignores = [{ codes: ['late'], reason: 'known', start, end: start + 1, location }];
    const files = [{ ...file('a.yaml'), ignores }];
    return { analysis: { ...analysis, report: { ...analysis.report, snapshot, files } }, findings };
  };
  expect(selectPassed(withComment(2, 9))).toHaveLength(1);
  expect(selectPassed(withComment(3, 40))).toHaveLength(1);
});
