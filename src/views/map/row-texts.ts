// The rows of the table as text, for the clipboard and for files: columns as the table has them.
import type { FlipRow, FlowRow } from '../../engine/results.ts';
import { csvCell } from '../../exporters/csv-cell.ts';
import { markdownName, markdownText } from '../../exporters/markdown-text.ts';
import { nodeName } from '../../exporters/node-name.ts';
import { decidersText } from './decider-words.ts';

type Row = FlowRow | FlipRow;

const isFlip = (row: Row): row is FlipRow => 'flip' in row;

function columnsOf(rows: readonly Row[]): readonly string[] {
  const columns = ['src', 'dst', 'protocol', 'ports', 'verdict', 'decided by'];
  return rows.some(isFlip) ? [...columns, 'was', 'flip'] : columns;
}

function cellsOf(row: Row): readonly string[] {
  const cells = [nodeName(row.src), nodeName(row.dst), row.protocol, row.ports, row.verdict, decidersText(row)];
  return isFlip(row) ? [...cells, row.was, row.flip] : cells;
}

/** RFC 4180: lines end in CR LF. */
export function rowsAsCsv(rows: readonly Row[]): string {
  return [columnsOf(rows), ...rows.map(cellsOf)].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

/** As spreadsheets paste it: tabs between cells; no cell begins a formula. */
export function rowsAsTabs(rows: readonly Row[]): string {
  const plain = (cell: string) => cell.replaceAll(/[\t\r\n]/g, ' ').replace(/^[=+@-]/, "'$&");
  return [columnsOf(rows), ...rows.map(cellsOf)].map((cells) => `${cells.map(plain).join('\t')}\n`).join('');
}

export function rowsAsMarkdown(rows: readonly Row[]): string {
  const columns = columnsOf(rows);
  const head = [columns, columns.map(() => '---')].map((cells) => `| ${cells.join(' | ')} |\n`);
  const body = rows.map((row) => {
    const [src = '', dst = '', ...others] = cellsOf(row);
    return `| ${[markdownName(src), markdownName(dst), ...others.map(markdownText)].join(' | ')} |\n`;
  });
  return [...head, ...body].join('');
}
