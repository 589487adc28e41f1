// Counts what the test runners say they did: `{ passed, failures: [what failed and why, …], skipped, notes: [what tests tell beside passing, …] }`.
import { relative } from 'node:path';

/** Long messages (a difference of two big values) are cut; the whole is one run of the single test away. */
const MAX_MESSAGE = 3000;

/** Vitest's JSON report. A file that cannot even be loaded has no tests and is one failure. */
export function countVitest(report, root) {
  const counted = { passed: 0, failures: [], skipped: 0, notes: [] };
  for (const file of report.testResults) {
    const path = relative(root, file.name);
    for (const test of file.assertionResults) {
      if (test.status === 'passed') counted.passed += 1;
      else if (test.status === 'failed')
        counted.failures.push(describe(`${path} > ${test.fullName}`, test.failureMessages));
      else counted.skipped += 1;
      if (test.status === 'passed' && test.meta?.note) counted.notes.push(test.meta.note);
    }
    const named = file.assertionResults.some((test) => test.status === 'failed');
    if (file.status === 'failed' && !named) counted.failures.push(describe(path, [file.message]));
  }
  return counted;
}

/** Playwright's JSON report. Errors outside any test (a server that did not start) are failures too. */
export function countPlaywright(report) {
  const counted = { passed: 0, failures: [], skipped: 0, notes: [] };
  for (const suite of report.suites) countSuite(suite, [], counted);
  for (const error of report.errors)
    counted.failures.push(describe('outside the tests', [error.message ?? error.value]));
  return counted;
}

function countSuite(suite, titles, counted) {
  const here = [...titles, suite.title];
  for (const inner of suite.suites ?? []) countSuite(inner, here, counted);
  for (const spec of suite.specs) {
    for (const test of spec.tests) {
      if (test.status === 'skipped') counted.skipped += 1;
      else if (test.status === 'expected') counted.passed += 1;
      else {
        const errors = test.results.flatMap((result) => result.errors.map((error) => error.message));
        counted.failures.push(describe([...here, spec.title].join(' > '), errors));
      }
    }
  }
}

function describe(name, messages) {
  const text = messages.filter(Boolean).join('\n');
  const shown = text.length > MAX_MESSAGE ? `${text.slice(0, MAX_MESSAGE)} …` : text;
  return `${name}\n${shown.replaceAll(/^/gm, '  ')}`;
}
