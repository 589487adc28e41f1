// Assertions for a terminal: one line each; under a broken one the flow that is not as expected, with both ends and their lines.
import { groupedDigits } from '../base/grouped-digits.ts';
import { visibleText } from '../base/visible-text.ts';
import type { Explanation } from '../engine/explanation.ts';
import {
  type CheckedAssertion,
  type CheckReport,
  checkSentence,
  decidingPlace,
  flowWords,
  stateOf,
  verdictWords,
} from './check-report.ts';
import type { Exporter } from './exporter.ts';
import { placeOf } from './place-of.ts';
import { textTable } from './text-table.ts';

export const checkText: Exporter<CheckReport> = {
  format: 'text',
  export: (report) => {
    const rows = report.assertions.map((one) => [stateOf(one), one.name, flowWords(one), ''].map(visibleText));
    const ends = report.assertions.map((one) =>
      visibleText(one.holds ? verdictWords(one) : `${verdictWords(one)}  ${placeText(one)}`),
    );
    const table = textTable(rows).map((row, at) => `${row}  ${ends[at]}`);
    const lines = report.assertions.flatMap((one, at) => [table[at] ?? '', ...details(one).map(visibleText)]);
    return `${[...lines, ...(lines.length > 0 ? [''] : []), checkSentence(report)].join('\n')}\n`;
  },
};

function placeText({ location }: CheckedAssertion): string {
  const { file, line } = placeOf(location);
  return `${file}:${line}`;
}

/** What differs, and why: the first pair, and others in a line. */
function details({ odd, oddPairs, explanation }: CheckedAssertion): string[] {
  const [first, ...others] = odd;
  const rest = oddPairs - odd.length;
  return [
    ...(first ? [`    ${first.from} → ${first.to} ${first.ports}: ${first.verdict}`] : []),
    ...(explanation ? traceLines(explanation) : []),
    ...others.map(({ from, to, ports, verdict }) => `    ${from} → ${to} ${ports}: ${verdict}`),
    ...(rest > 0 ? [`    … and ${groupedDigits(rest)} more`] : []),
  ];
}

function traceLines({ egress, ingress, missing }: Explanation): string[] {
  const rows = [egress, ingress].map((trace) => {
    const place = decidingPlace(trace);
    const at = place && placeOf(place);
    return [trace.direction, trace.chain, at ? `${at.file}:${at.line}` : ''];
  });
  return [...textTable(rows, '      '), ...missing.map(({ message }) => `      not known: ${message}`)];
}
