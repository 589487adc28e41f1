// Flips for a terminal: a sentence, then what opened, closed and became unknown, with the lines that caused it.
import { visibleText } from '../base/visible-text.ts';
import type { DiffReport, ExportedFlip } from './diff-report.ts';
import { diffSentence } from './diff-sentence.ts';
import type { Exporter } from './exporter.ts';
import { portWords, verdictWords } from './flow-words.ts';
import { textTable } from './text-table.ts';

export const diffText: Exporter<DiffReport> = {
  format: 'text',
  export: (report) => {
    const lines = [
      diffSentence(report),
      ...section('Opened', '+', report.opened),
      ...section('Closed', '-', report.closed),
      ...section('To or from unknown', '?', report.unknown),
    ];
    return `${lines.join('\n')}\n`;
  },
};

function section(title: string, mark: string, flips: readonly ExportedFlip[]): string[] {
  if (flips.length === 0) return [];
  const rows = flips.map((flip) => [
    visibleText(flip.src),
    `→ ${visibleText(flip.dst)}`,
    portWords(flip),
    `${flip.was} → ${verdictWords(flip)}`,
    flip.risk,
  ]);
  const table = textTable(rows, `  ${mark} `);
  const lines = flips.flatMap((flip, at) => [
    table[at] ?? '',
    ...flip.causes.map(({ file, line, change }) => visibleText(`      ${file}:${line}: ${change}`)),
  ]);
  return ['', `${title}:`, ...lines];
}
