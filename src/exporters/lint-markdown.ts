// Findings as Markdown for a step summary or a comment.
import { counted } from '../base/counted.ts';
import type { Problem } from '../engine/results.ts';
import type { PassedFinding } from '../findings/let-pass.ts';
import type { Exporter } from './exporter.ts';
import type { LintReport } from './lint-report.ts';
import { markdownName, markdownText } from './markdown-text.ts';
import { placeOf } from './place-of.ts';

/** GitHub takes comments of at most 65,536 characters; rows that do not fit are counted. */
const MAX_LENGTH = 60_000;

const HEAD = '\n| | where | what | rule |\n| --- | --- | --- | --- |\n';

export const lintMarkdown: Exporter<LintReport> = {
  format: 'md',
  export: ({ findings, files, passed: known, incomplete }) => {
    const passed = known.length > 0 ? `, ${known.length} let pass` : '';
    const lead = `**${findings.length === 0 ? 'No findings' : counted(findings.length, 'finding')} in ${counted(files, 'file')}${passed}**\n`;
    const note = incomplete ? '\n> Incomplete: some documents could not be read or do not count.\n' : '';
    let text = `${lead}${note}${findings.length > 0 ? HEAD : ''}`;
    for (const [at, finding] of findings.entries()) {
      const row = rowOf(finding);
      if (text.length + row.length > MAX_LENGTH)
        return `${text}\n… and ${counted(findings.length - at, 'more finding')}\n`;
      text += row;
    }
    return `${text}${passedPart(known, MAX_LENGTH - text.length)}`;
  },
};

/** Folded: who reviews a change wants to know of them, and that is all. */
function passedPart(passed: readonly PassedFinding[], room: number): string {
  if (passed.length === 0) return '';
  let text = `\n<details><summary>${counted(passed.length, 'finding')} let pass</summary>\n\n`;
  for (const [at, { problem, reason, by }] of passed.entries()) {
    const { file, line } = placeOf(problem.location);
    const row = `- ${markdownName(`${file}:${line}`)} ${markdownName(problem.code)}: ${markdownText(reason)} (${markdownName(`${by.file}:${by.line}`)})\n`;
    if (text.length + row.length > room) {
      text += `- and ${counted(passed.length - at, 'more')}\n`;
      break;
    }
    text += row;
  }
  return `${text}\n</details>\n`;
}

function rowOf({ severity, location, message, advice, code }: Problem): string {
  const { file, line } = placeOf(location);
  const what = advice === undefined ? message : `${message.replace(/[.;]$/, '')}. ${advice}`;
  return `| ${severity} | ${markdownName(`${file}:${line}`)} | ${markdownText(what)} | ${markdownName(code)} |\n`;
}
