// `npm run bench -- [PART…] [SIZE…]`: how fast Sluice is, as tables. See docs/performance.md for what they say.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  buildParts,
  commandTable,
  dialectsTable,
  engineTable,
  loadingTable,
  peerSizes,
  shapesTable,
} from './bench-parts.mjs';
import { machine, tableText, writeTables } from './bench-tables.mjs';

const root = join(import.meta.dirname, '..');
const parts = ['demo', 'loading', 'engine', 'dialects', 'shapes', 'command', 'page', 'frames'];
const usage = `npm run bench -- [PART…] [SIZE…] [--runs N] [--write]

Parts: ${parts.join(', ')}; all of them where none is named.
Sizes: pods in thousands, 1k to 150k; 1k, 10k, 50k and 150k where none is named (for \`command\` ${peerSizes.join(', ')};
       for \`dialects\` and \`shapes\` 10k).
--runs N   so many measurements after the first, cold one (default 5; edits and explanations have their own numbers)
--write    puts the tables into docs/performance.md

The default takes about half an hour, and 2 GB in the folder for temporary files.`;

const { values, positionals } = readLine();
const sizes = positionals.filter((word) => /^\d+k$/.test(word));
const named = positionals.filter((word) => parts.includes(word));
const strange = positionals.filter((word) => !sizes.includes(word) && !named.includes(word));
const runs = Number(values.runs);
if (values.help || strange.length > 0 || !(runs >= 1)) {
  console.log(strange.length > 0 ? `bench: \`${strange[0]}\` is neither a part nor a size\n\n${usage}` : usage);
  process.exit(values.help ? 0 : 2);
}

const wanted = (part) => named.length === 0 || named.includes(part);
const sizesOr = (...others) => (sizes.length > 0 ? sizes : others);
const folder = mkdtempSync(join(tmpdir(), 'sluice-bench-'));
try {
  await measure();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);

function readLine() {
  const options = {
    runs: { type: 'string', default: '5' },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  };
  return parseArgs({ options, allowPositionals: true });
}

async function measure() {
  const all = ['1k', '10k', '50k', '150k'];
  await buildParts();
  if (wanted('loading')) show(loadingTable(sizesOr(...all), runs, folder));
  if (wanted('engine')) show(engineTable(sizesOr(...all), runs));
  if (wanted('dialects')) for (const size of sizesOr('10k').slice(0, 1)) show(dialectsTable(size, runs));
  if (wanted('shapes')) for (const size of sizesOr('10k').slice(0, 1)) show(shapesTable(size, runs));
  if (wanted('command')) show(await commandTable(sizesOr(...peerSizes), runs, folder));
  if (wanted('demo') || wanted('page') || wanted('frames')) {
    const { openBenchPage } = await import('./bench-page.mjs');
    const bench = await openBenchPage();
    try {
      if (wanted('demo')) show(await bench.demoTable());
      if (wanted('page')) show(await bench.pageTable(sizesOr(...all), folder));
      if (wanted('frames')) show(await bench.framesTable(folder));
    } finally {
      await bench.close();
    }
  }
}

/** At once, so that what was measured is not lost when a later part fails. */
function show(table) {
  const line = machine(
    `npm run bench -- ${process.argv
      .slice(2)
      .filter((word) => word !== '--write')
      .join(' ')}`.trim(),
  );
  console.log(`\n## ${table.title}\n\n${tableText(table)}\n\n${line}`);
  if (!values.write) return;
  const homeless = writeTables(join(root, 'docs/performance.md'), [table], line);
  for (const id of homeless) console.error(`bench: docs/performance.md has no place for the table ${id}`);
}
