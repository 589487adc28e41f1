// Assertions as JUnit XML, which most pipelines show as tests: one case each, a failure where it does not hold.

import { groupBy } from '../base/group-by.ts';
import { visibleText } from '../base/visible-text.ts';
import { type CheckedAssertion, type CheckReport, flowWords, stateOf, verdictWords } from './check-report.ts';
import type { Exporter } from './exporter.ts';
import { placeOf } from './place-of.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** For text and attributes; what XML cannot hold at all is spelt as code points. */
const xml = (text: string): string => visibleText(text).replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

export const checkJunit: Exporter<CheckReport> = {
  format: 'junit',
  export: ({ assertions }) => {
    const suites = groupBy(assertions, ({ location }) => placeOf(location).file);
    const count = countWords(assertions);
    const body = [...suites].map(([file, own]) => suiteOf(file, own)).join('');
    return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="sluice" ${count}>\n${body}</testsuites>\n`;
  },
};

function countWords(assertions: readonly CheckedAssertion[]): string {
  const count = (state: string): number => assertions.filter((one) => stateOf(one) === state).length;
  return `tests="${assertions.length}" failures="${count('broken')}" errors="${count('not judged')}"`;
}

function suiteOf(file: string, assertions: readonly CheckedAssertion[]): string {
  const cases = assertions.map((one) => caseOf(file, one)).join('');
  return `  <testsuite name="${xml(file)}" ${countWords(assertions)}>\n${cases}  </testsuite>\n`;
}

function caseOf(file: string, one: CheckedAssertion): string {
  const head = `    <testcase classname="${xml(file)}" name="${xml(one.name)}" file="${xml(file)}" line="${placeOf(one.location).line}"`;
  if (one.holds) return `${head}/>\n`;
  const element = stateOf(one) === 'broken' ? 'failure' : 'error';
  const trace = one.explanation
    ? [one.explanation.summary, `egress: ${one.explanation.egress.chain}`, `ingress: ${one.explanation.ingress.chain}`]
    : [];
  const pairs = one.odd.map(({ from, to, ports, verdict }) => `${from} → ${to} ${ports}: ${verdict}`);
  const text = [flowWords(one), ...pairs, ...trace].map(xml).join('\n');
  return `${head}>\n      <${element} message="${xml(verdictWords(one))}">${text}</${element}>\n    </testcase>\n`;
}
