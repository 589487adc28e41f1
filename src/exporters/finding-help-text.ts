// Pages of help for a terminal: one whole, or a line each.
import { visibleText } from '../base/visible-text.ts';
import type { FindingHelp, FindingPage } from '../findings/finding-page.ts';
import type { Exporter } from './exporter.ts';
import { textTable } from './text-table.ts';

const WIDTH = 96;

const QUICK_FIX: Readonly<Record<NonNullable<FindingHelp['quickFix']>, string>> = {
  safe: 'Quick fix: yes, and `sluice lint --fix` writes it where it leaves the meaning as it is.',
  offered: 'Quick fix: offered in the page, to be looked at before it is taken.',
  none: 'Quick fix: none; only you know what is meant.',
};

export const findingHelpText: Exporter<FindingHelp> = {
  format: 'text',
  export: (page) => {
    const { code, severity, title, why, fix, source, examples, quickFix } = page;
    const parts = [
      `${code} (${severity})\n${title}.`,
      `Why it matters\n${wrapped(why)}`,
      `How to mend it\n${wrapped(fix)}`,
      ...(quickFix ? [wrapped(QUICK_FIX[quickFix], '')] : []),
      ...(examples ? [`Found in\n${indented(examples.bad)}`, `Not found in\n${indented(examples.good)}`] : []),
      ...(source ? [`Source: ${source.title}\n  ${source.url}`] : []),
      `To let one pass, with a reason:\n  # sluice-ignore ${code}: REASON`,
    ];
    return `${parts.join('\n\n')}\n`;
  },
};

export const findingListText: Exporter<readonly FindingPage[]> = {
  format: 'text',
  export: (pages) => {
    const rows = pages.map(({ code, severity, title }) => [code, severity, title]);
    return `${textTable(rows).join('\n')}\n\nsluice lint --explain CODE tells why it matters and how to mend it.\n`;
  },
};

function indented(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `  ${visibleText(line)}`.trimEnd())
    .join('\n');
}

function wrapped(text: string, indent = '  '): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= WIDTH) lines.push(`${indent}${word}`);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.join('\n');
}
