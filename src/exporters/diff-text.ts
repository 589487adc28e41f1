// A review for a terminal: a sentence, then flips by risk, each group with the lines that cause it.

import { counted } from '../base/counted.ts';
import { visibleText } from '../base/visible-text.ts';
import type { DiffReport, ExportedCause } from './diff-report.ts';
import { diffSentence } from './diff-sentence.ts';
import type { Exporter } from './exporter.ts';
import { type CauseGroup, type FlipSection, flipSections, idleChanges, otherRisks } from './flip-groups.ts';
import { verdictWords } from './flow-words.ts';
import { textTable } from './text-table.ts';

/** Pairs that are listed of one group: a change that opens three hundred flows is understood by a few of them. */
const MOST_FLOWS = 8;
const MOST_IDLE = 10;

const MARKS = { opened: '+', closed: '-', unknown: '?' } as const;

export const diffText: Exporter<DiffReport> = {
  format: 'text',
  export: (report) => {
    const lines = [diffSentence(report), ...flipSections(report).flatMap(section), ...idle(report), ...partial(report)];
    return `${lines.join('\n')}\n`;
  },
};

function section({ title, count, kind, groups }: FlipSection): string[] {
  return ['', `${title} (${count}):`, ...groups.flatMap((group) => groupLines(group, kind))];
}

function groupLines({ causes, heading, flows, count }: CauseGroup, kind: FlipSection['kind']): string[] {
  const shown = flows.slice(0, MOST_FLOWS);
  const rows = shown.map(({ src, dst, ports, first }) => {
    const isPlain = kind !== 'unknown' && first.mixed === undefined;
    const also = otherRisks(first);
    return [
      visibleText(src),
      `→ ${visibleText(dst)}`,
      ports,
      isPlain ? '' : `${first.was} → ${verdictWords(first)}`,
      also === '' ? '' : `also ${also}`,
    ];
  });
  const table = textTable(withoutEmptyColumns(rows), `  ${MARKS[kind]} `);
  const left = count - shown.reduce((sum, { count: own }) => sum + own, 0);
  const more =
    left > 0 ? [`  ${MARKS[kind]} … and ${left} more by the same ${causes.length > 1 ? 'changes' : 'change'}`] : [];
  const head = heading === undefined ? [] : [`      ${heading}`];
  return [...table, ...more, ...head, ...causes.map((cause) => `      ${causeLine(cause)}`)];
}

function withoutEmptyColumns(rows: readonly (readonly string[])[]): string[][] {
  const isUsed = (column: number): boolean => rows.some((row) => row[column] !== '');
  return rows.map((row) => row.filter((_, column) => isUsed(column)));
}

const causeLine = ({ file, line, change }: ExportedCause): string => visibleText(`${file}:${line}: ${change}`);

function idle(report: DiffReport): string[] {
  const hunks = idleChanges(report);
  if (hunks.length === 0) return [];
  const lines = hunks.slice(0, MOST_IDLE).map(({ sentence, base, head, change }) => {
    const { file, line } = (change === 'removed' ? base : head) ?? base ?? { file: '', line: 0 };
    return visibleText(`  ${file}:${line}: ${sentence}`);
  });
  const left = hunks.length - lines.length;
  return ['', `Flips nothing (${hunks.length}):`, ...lines, ...(left > 0 ? [`  … and ${left} more`] : [])];
}

function partial({ isPartial, flips, impact: { opened, closed, unknown } }: DiffReport): string[] {
  if (!isPartial) return [];
  return [
    '',
    `Of ${counted(opened + closed + unknown, 'flip')} the first ${counted(flips.length, 'one')} are looked into.`,
  ];
}
