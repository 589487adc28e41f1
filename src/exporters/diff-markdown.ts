// Flips as Markdown for a pull-request comment.
import type { DiffReport, ExportedFlip } from './diff-report.ts';
import { diffSentence } from './diff-sentence.ts';
import type { Exporter } from './exporter.ts';
import { portWords, verdictWords } from './flow-words.ts';
import { markdownName, markdownText } from './markdown-text.ts';

/** GitHub takes comments of at most 65,536 characters; rows that do not fit are counted. */
const MAX_LENGTH = 60_000;

export const diffMarkdown: Exporter<DiffReport> = {
  format: 'md',
  export: (report) => {
    const parts = [
      `**${diffSentence(report)}**\n`,
      ...(report.incomplete
        ? ['\n> Incomplete: some documents could not be read or do not count, so this may lack something.\n']
        : []),
    ];
    let room = MAX_LENGTH - parts.join('').length;
    for (const [title, flips] of [
      ['Opened', report.opened],
      ['Closed', report.closed],
      ['To or from unknown', report.unknown],
    ] as const) {
      const text = section(title, flips, room);
      room -= text.length;
      parts.push(text);
    }
    return parts.join('');
  },
};

function section(title: string, flips: readonly ExportedFlip[], room: number): string {
  if (flips.length === 0) return '';
  const head = `\n### ${title} (${flips.length})\n\n| source | destination | ports | verdict | risk | cause |\n| --- | --- | --- | --- | --- | --- |\n`;
  let text = head;
  for (const [at, flip] of flips.entries()) {
    const next = row(flip);
    if (text.length + next.length > room) return `${text}\n… and ${flips.length - at} more\n`;
    text += next;
  }
  return text;
}

function row(flip: ExportedFlip): string {
  const causes = flip.causes.map(
    ({ file, line, change }) => `${markdownName(`${file}:${line}`)} ${markdownText(change)}`,
  );
  const cells = [
    markdownName(flip.src),
    markdownName(flip.dst),
    markdownText(portWords(flip)),
    `${flip.was} → ${verdictWords(flip)}`,
    flip.risk,
    causes.join('<br>'),
  ];
  return `| ${cells.join(' | ')} |\n`;
}
