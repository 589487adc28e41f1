// A posture as CSV (RFC 4180): a line for each namespace, a number in each cell.
import { csvCell } from './csv-cell.ts';
import type { Exporter } from './exporter.ts';
import { NO_FINDINGS } from './findings-by-namespace.ts';
import { listedNamespaces, type PostureReport } from './posture-report.ts';

type Listed = ReturnType<typeof listedNamespaces>[number];

const numbersOf = (one: Listed): readonly (readonly [string, number | string])[] => [
  ['workloads', one.workloads],
  ['pods', one.pods],
  ['on host network', one.onHost],
  ...(['ingress', 'egress'] as const).flatMap((direction): (readonly [string, number | string])[] => [
    [`${direction} default deny`, one[direction].defaultDeny],
    [`${direction} closed`, one[direction].closed],
    [`${direction} unknown`, one[direction].undecided],
    [`${direction} isolated`, one[direction].governed],
  ]),
  ['from Internet', one.fromInternet.allowed],
  ['from Internet unknown', one.fromInternet.unknown],
  ['from Internet on every port', one.fromInternet.everyPort],
  ['to Internet', one.toInternet.allowed],
  ['to Internet unknown', one.toInternet.unknown],
  ['to Internet on every port', one.toInternet.everyPort],
  ['pairs with others', one.fromOthers.pairs],
  ['from others', one.fromOthers.allowed],
  ['from others unknown', one.fromOthers.unknown],
  ['to others', one.toOthers.allowed],
  ['to others unknown', one.toOthers.unknown],
  ['open to all', one.openToAll.allowed],
  ['open to all unknown', one.openToAll.unknown],
];

export const postureCsv: Exporter<PostureReport> = {
  format: 'csv',
  export({ posture, findings }) {
    const rows = listedNamespaces(posture).map((one): (readonly [string, number | string])[] => {
      const { error, warning, info } = findings.get(one.name) ?? NO_FINDINGS;
      const system = one.system ? 'yes' : 'no';
      return [
        ...[['namespace', one.name] as const, ['system', system] as const, ...numbersOf(one)],
        ...[['errors', error] as const, ['warnings', warning] as const, ['notes', info] as const],
      ];
    });
    const [first = [['namespace', ''] as const]] = rows;
    const line = (cells: readonly (number | string)[]): string =>
      `${cells.map((cell) => csvCell(String(cell))).join(',')}\r\n`;
    return line(first.map(([title]) => title)) + rows.map((row) => line(row.map(([, cell]) => cell))).join('');
  },
};
