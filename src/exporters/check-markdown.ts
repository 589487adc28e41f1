// Assertions as Markdown for a step summary or a comment: a table, and under it why those that are broken are.
import {
  type CheckedAssertion,
  type CheckReport,
  checkSentence,
  decidingPlace,
  stateOf,
  verdictWords,
} from './check-report.ts';
import type { Exporter } from './exporter.ts';
import { markdownName, markdownText } from './markdown-text.ts';
import { placeOf } from './place-of.ts';

/** GitHub takes comments of at most 65,536 characters; rows that do not fit are counted. */
const MAX_LENGTH = 60_000;

export const checkMarkdown: Exporter<CheckReport> = {
  format: 'md',
  export: (report) => {
    const bad = report.assertions.filter(({ holds }) => !holds);
    const good = report.assertions.filter(({ holds }) => holds);
    const parts = [`**${markdownText(checkSentence(report))}**\n`];
    let left = MAX_LENGTH - (parts[0]?.length ?? 0);
    for (const text of [...tables('', bad), ...bad.map(whyText), ...folded(good)]) {
      if (text.length > left) {
        parts.push('\n… and more, which did not fit\n');
        break;
      }
      parts.push(text);
      left -= text.length;
    }
    return parts.join('');
  },
};

/** Whole tables, of so many rows that some fit where not all do. */
function tables(lead: string, assertions: readonly CheckedAssertion[]): string[] {
  if (assertions.length === 0) return [];
  const rows = assertions.map((one) => `| ${cells(one).join(' | ')} |\n`);
  const head = `${lead}\n| | assertion | from | to | ports | verdict |\n| --- | --- | --- | --- | --- | --- |\n`;
  const pages: string[] = [];
  for (let at = 0; at < rows.length; at += 100) pages.push(head + rows.slice(at, at + 100).join(''));
  return pages;
}

function cells(one: CheckedAssertion): string[] {
  const port = one.port === undefined ? 'declared' : markdownText(one.port);
  return [
    stateOf(one),
    markdownText(one.name),
    markdownName(one.from),
    markdownName(one.to),
    port,
    markdownText(verdictWords(one)),
  ];
}

function whyText({ name, odd, oddPairs, explanation }: CheckedAssertion): string {
  if (odd.length === 0) return '';
  const pairs = odd.map(
    ({ from, to, ports, verdict }) =>
      `- ${markdownName(from)} → ${markdownName(to)} ${markdownText(ports)}: ${verdict}\n`,
  );
  const rest = oddPairs > odd.length ? `- … and ${oddPairs - odd.length} more\n` : '';
  const ends = explanation ? [explanation.egress, explanation.ingress] : [];
  const trace = ends.map((end) => {
    const place = decidingPlace(end);
    const at = place && placeOf(place);
    return `  - ${end.direction}: ${markdownText(end.chain)}${at ? ` (${markdownName(`${at.file}:${at.line}`)})` : ''}\n`;
  });
  const [first = '', ...others] = pairs;
  return `\n${markdownText(name)}\n\n${first}${trace.join('')}${others.join('')}${rest}`;
}

function folded(good: readonly CheckedAssertion[]): string[] {
  return tables('', good).map((table) => `\n<details><summary>${good.length} hold</summary>\n${table}\n</details>\n`);
}
