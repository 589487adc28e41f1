// Figures of `npm run bench` as Markdown tables, on the terminal and in docs/performance.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';

/** `{ id, title, head, rows }`: cells are texts. */
export function tableText({ head, rows }) {
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => (row[column] ?? '').length)));
  const line = (cells) => `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

const digits = (value) => (Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2);

export function amount(value, unit) {
  if (!Number.isFinite(value)) return '–';
  if (unit === 'ms' && value >= 1000) return `${(value / 1000).toFixed(2)} s`;
  if (/^(|B|KB|MB)$/.test(unit) && (value >= 10 || Number.isInteger(value)))
    return `${Math.round(value).toLocaleString('en')} ${unit}`.trim();
  return `${value.toFixed(digits(value))} ${unit}`;
}

/** `1.2 ms (cold 14 ms)`. */
const cell = ({ median, cold, unit }) =>
  cold === undefined ? amount(median, unit) : `${amount(median, unit)} (cold ${amount(cold, unit)})`;

/**
 * One row for each kind of figure, one column for each of `columns` (names to figures). `targets` holds the most a median may
 * be, by row and column; what is over is marked.
 */
export function figureTable(id, title, columns, targets = {}) {
  const names = Object.keys(columns);
  const whats = [...new Set(Object.values(columns).flatMap((figures) => figures.map(({ what }) => what)))];
  const rows = whats.map((what) => {
    const limits = targets[what] ?? {};
    const cells = names.map((name) => {
      const figure = columns[name].find((one) => one.what === what);
      if (!figure) return '–';
      const mark = limits[name] === undefined ? '' : figure.median <= limits[name] ? ' ✓' : ' ✗';
      return figure.note ?? `${cell(figure)}${mark}`;
    });
    const unit =
      Object.values(columns)
        .flat()
        .find((figure) => figure.what === what)?.unit ?? '';
    const target = names.flatMap((name) =>
      limits[name] === undefined ? [] : [`${name} ≤ ${amount(limits[name], unit)}`],
    );
    return [what, ...cells, target.join(', ')];
  });
  const hasTargets = rows.some((row) => row.at(-1) !== '');
  const head = ['what', ...names, 'target'];
  return {
    id,
    title,
    head: hasTargets ? head : head.slice(0, -1),
    rows: hasTargets ? rows : rows.map((row) => row.slice(0, -1)),
  };
}

/** Where and when; a load above the number of processors says that others were at work too. */
export function machine(command) {
  const processors = `${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB`;
  const date = new Date().toISOString().slice(0, 10);
  const load = (loadavg()[0] ?? 0).toFixed(1);
  return `${processors}, Node ${process.versions.node}, ${date}, load ${load}: \`${command}\``;
}

/** Puts each table between its marks; tables that were not measured stay as they are. Returns the ids that have no place. */
export function writeTables(path, tables, source) {
  let text = readFileSync(path, 'utf8');
  const homeless = [];
  for (const table of tables) {
    const marks = new RegExp(`(<!-- bench:${table.id} -->\n)[^]*?(<!-- end -->)`);
    if (!marks.test(text)) homeless.push(table.id);
    text = text.replace(marks, (_, start, end) => `${start}\n${tableText(table)}\n\n${source}\n\n${end}`);
  }
  writeFileSync(path, text);
  return homeless;
}
