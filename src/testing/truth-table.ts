// Expected verdicts as a grid of sources and destinations, whose failure shows expected, observed and difference.
import type { Protocol } from '../resources/resource.ts';

/** Answers one cell: `allowed`, `denied`, `unknown`, or anything else, which never matches. */
export type Judge = (probe: { src: string; dst: string; protocol: Protocol; port: number }) => string;

const marks: Readonly<Record<string, string>> = { allowed: '.', denied: 'X', unknown: '?' };
const isProtocol = (text: string | undefined): text is Protocol => text === 'TCP' || text === 'UDP' || text === 'SCTP';

interface TruthTable {
  readonly protocol: Protocol;
  readonly port: number;
  readonly destinations: readonly string[];
  readonly rows: readonly { readonly src: string; readonly cells: readonly string[] }[];
}

function readTable(grid: string): TruthTable {
  const lines = grid.split('\n').map((line) => line.replace(/#.*/, '').trim());
  const [head, ...rows] = lines.filter((line) => line !== '').map((line) => line.split(/\s+/));
  const [protocol, port] = (head?.[0] ?? '').split('/');
  const destinations = head?.slice(1) ?? [];
  if (!isProtocol(protocol) || !port) throw new Error('truth table: the first word is `PROTOCOL/PORT`, as `TCP/80`');
  for (const row of rows) {
    const isWellFormed = row.length === destinations.length + 1 && row.slice(1).every((cell) => /^[.X?-]$/.test(cell));
    if (!isWellFormed)
      throw new Error(`truth table: row \`${row.join(' ')}\` needs ${destinations.length} of \`.\` \`X\` \`?\` \`-\``);
  }
  return {
    protocol,
    port: Number(port),
    destinations,
    rows: rows.map(([src = '', ...cells]) => ({ src, cells })),
  };
}

function drawTable(table: TruthTable, cellAt: (row: number, column: number) => string): string {
  const corner = `${table.protocol}/${table.port}`;
  const margin = Math.max(corner.length, ...table.rows.map(({ src }) => src.length));
  const line = (first: string, cells: readonly string[]): string =>
    [first.padEnd(margin), ...cells.map((cell, column) => cell.padEnd(table.destinations[column]?.length ?? 1))]
      .join('  ')
      .trimEnd();
  return [
    line(corner, table.destinations),
    ...table.rows.map(({ src, cells }, row) =>
      line(
        src,
        cells.map((_, column) => cellAt(row, column)),
      ),
    ),
  ].join('\n');
}

/**
 * Compares `judge` with a grid: the first row is `PROTOCOL/PORT` and the destinations, every other row a source and a mark for
 * each destination: `.` allowed, `X` denied, `?` unknown, `-` not judged. Throws with all three tables where they differ.
 */
export function expectReachability(judge: Judge, grid: string): void {
  const table = readTable(grid);
  const expected = (row: number, column: number): string => table.rows[row]?.cells[column] ?? '-';
  const observed = table.rows.map(({ src, cells }) =>
    cells.map((cell, column) => {
      if (cell === '-') return cell;
      const verdict = judge({ src, dst: table.destinations[column] ?? '', protocol: table.protocol, port: table.port });
      return marks[verdict] ?? verdict;
    }),
  );
  const observedAt = (row: number, column: number): string => observed[row]?.[column] ?? '-';
  const difference = (row: number, column: number): string =>
    expected(row, column) === observedAt(row, column) ? '.' : 'WRONG';
  const wrong = observed.flatMap((cells, row) => cells.filter((_, column) => difference(row, column) !== '.')).length;
  if (wrong === 0) return;
  throw new Error(
    [
      `${wrong} of ${table.rows.length * table.destinations.length} flows differ (. allowed, X denied, ? unknown)`,
      `expected\n${drawTable(table, expected)}`,
      `observed\n${drawTable(table, observedAt)}`,
      `difference\n${drawTable(table, difference)}`,
    ].join('\n\n'),
  );
}
