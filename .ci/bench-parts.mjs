// The parts of `npm run bench` that need no browser: each job runs in a process of its own, so that its memory is its own.
import { execFileSync, spawnSync } from 'node:child_process';
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { amount, figureTable } from './bench-tables.mjs';
import { fingerprint, isFresh, markBuilt } from './built-from.mjs';

const root = join(import.meta.dirname, '..');
const outDir = join(root, 'node_modules/.cache/sluice-bench');

/** Pods by the words of the command line. */
export const podsOf = (size) => Number(size.replace('k', '')) * 1000;

const allPairs = 'parsed resources to all pairs';

/** What was asked of the engine on a machine of two processors, in ms. */
const engineTargets = {
  'edit to impact line: a port': { '1k': 1, '10k': 3, '150k': 10 },
  'edit to impact line: a port of a global policy': { '1k': 3, '10k': 20, '150k': 200 },
  'edit to impact line: a global policy denies a port': { '1k': 3, '10k': 20, '150k': 200 },
  [allPairs]: { '1k': 20, '10k': 150, '150k': 1500 },
};

export async function buildParts() {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { target: 'node20', outDir, emptyOutDir: true, ssr: 'src/testing/bench/run-bench-part.ts' },
    ssr: { noExternal: true },
  });
}

/** Minutes that one job may take. */
const PATIENCE = 5;

/** The figures of a job; one that says so where it took too long. */
export function runPart(job) {
  console.error(`bench: ${JSON.stringify(job)}`);
  const script = join(outDir, 'run-bench-part.js');
  const args = ['--expose-gc', '--max-old-space-size=6144', script, JSON.stringify(job)];
  const options = { encoding: 'utf8', maxBuffer: 2 ** 26, timeout: PATIENCE * 60_000 };
  try {
    return JSON.parse(execFileSync(process.execPath, args, options));
  } catch (error) {
    if (error.code !== 'ETIMEDOUT' || job.part === 'write') throw error;
    return [{ what: allPairs, median: Number.NaN, unit: 'ms', note: `all: not in ${PATIENCE} min` }];
  }
}

const bySize = (sizes, measure) => Object.fromEntries(sizes.map((size) => [size, measure(podsOf(size), size)]));

export function engineTable(sizes, runs) {
  const columns = bySize(sizes, (pods) => runPart({ part: 'engine', plan: { pods }, runs }));
  return figureTable('engine', 'The engine alone', columns, engineTargets);
}

export function dialectsTable(size, runs) {
  const dialects = ['kubernetes', 'calico', 'mixed'];
  const plan = (dialect) => ({ pods: podsOf(size), dialect });
  const columns = dialects.map((dialect) => [dialect, runPart({ part: 'engine', plan: plan(dialect), runs })]);
  return figureTable('dialects', `Dialects, ${size} pods`, Object.fromEntries(columns));
}

export function shapesTable(size, runs) {
  const shapes = [
    'even',
    'small-namespaces',
    'one-namespace',
    'unique-labels',
    'many-policies',
    'global-tiers',
    'threat-feeds',
    'port-lists',
  ];
  const plan = (shape) => ({ pods: podsOf(size), shape });
  const figures = shapes.map((shape) => [shape, runPart({ part: 'engine', plan: plan(shape), runs })]);
  const columns = figures[0][1].map(({ what }) => what);
  const short = { [allPairs]: 'all pairs', 'peak memory of the process': 'peak memory' };
  const shown = columns.filter((what) => /^classes|all pairs|edit to impact|peak/.test(what));
  const rows = figures.map(([shape, own]) => [
    shape,
    ...shown.map((what) => {
      const found = own.find((one) => one.what === what);
      return found ? (found.note ?? amount(found.median, found.unit)) : '–';
    }),
  ]);
  const head = ['shape', ...shown.map((what) => short[what] ?? what.replace('edit to impact line: ', 'edit: '))];
  return { id: 'shapes', title: `Shapes, ${size} pods`, head, rows };
}

export function loadingTable(sizes, runs, folder) {
  const measure = (pods) =>
    ['json', 'json-pretty', 'yaml'].flatMap((format) =>
      runPart({ part: 'loading', format, plan: { pods }, runs, path: folder }),
    );
  return figureTable('loading', 'Reading one large file', bySize(sizes, measure));
}

/**
 * The fastest open analyser of the whole cluster, np-guard's netpol-analyzer `list -o json`: seconds and MB of the whole
 * process, measured by the authors of Sluice on a machine of two processors, on Pod manifests in YAML, owned by workloads of
 * 5 pods, with so many policies. Only these sizes were measured.
 */
const peer = {
  '1k': { policies: 150, seconds: 1.8, MB: 122, faster: 5 },
  '5k': { policies: 364, seconds: 47, MB: 2300, faster: 50 },
  '10k': { policies: 725, seconds: 216, MB: 8000, faster: 200 },
};
export const peerSizes = Object.keys(peer);

/** Runs in the measured process itself and tells what memory it had at most, by a pipe of its own. */
const tellPeak = `data:text/javascript,import{writeSync}from'node:fs';process.on('exit',()=>writeSync(3,String(process.resourceUsage().maxRSS)))`;

function runCommand(args, folder) {
  const out = join(folder, 'out');
  const command = `"$0" --import "$1" "\${@:2}" > ${JSON.stringify(out)} 3> ${JSON.stringify(`${out}.rss`)}`;
  const start = performance.now();
  const node = ['-c', command, process.execPath, tellPeak, join(root, 'dist-cli/sluice.js'), ...args];
  const { status, stderr } = spawnSync('bash', node, { encoding: 'utf8' });
  const ms = performance.now() - start;
  if (status !== 0) throw new Error(`sluice ${args.join(' ')} ended with ${status}: ${stderr}`);
  const peak = Number(execFileSync('cat', [`${out}.rss`], { encoding: 'utf8' })) * 1024;
  return { ms, peak, size: statSync(out).size };
}

function severalRuns(args, runs, folder) {
  const all = Array.from({ length: runs + 1 }, () => runCommand(args, folder));
  const middle = (key) => all.map((one) => one[key]).sort((a, b) => a - b)[Math.floor(all.length / 2)];
  return { ms: middle('ms'), peak: middle('peak'), size: middle('size'), runs: all.length };
}

export async function commandTable(sizes, runs, folder) {
  if (!isFresh(root, 'dist-cli')) {
    const print = fingerprint(root);
    await build({ root, mode: 'cli', logLevel: 'error' });
    markBuilt(root, 'dist-cli', print);
  }
  const help = severalRuns(['--help'], runs, folder);
  const measure = (pods, size) => {
    const other = peer[size];
    const path = join(folder, 'cluster.yaml');
    runPart({ part: 'write', format: 'yaml', path, plan: { pods, ...(other && { policies: other.policies }) } });
    const own = severalRuns(['connectivity', path, '--format', 'json'], runs, folder);
    const input = statSync(path).size / 1e6;
    rmSync(path);
    const one = (what, median, unit) => ({ what, median, unit });
    const plain = (what, median, note) => ({ what, median, unit: '', note });
    return [
      one('manifests', input, 'MB'),
      one('start alone (`--help`)', help.ms, 'ms'),
      one('whole process', own.ms, 'ms'),
      one('peak memory', own.peak / 1e6, 'MB'),
      one('output', own.size / 1e6, 'MB'),
      ...(other
        ? [
            one('netpol-analyzer, whole process', other.seconds * 1000, 'ms'),
            one('netpol-analyzer, peak memory', other.MB, 'MB'),
            plain(
              'times as fast',
              0,
              compared((other.seconds * 1000) / own.ms, other.faster, (is, wanted) => is >= wanted),
            ),
            plain(
              'share of its memory',
              0,
              compared(own.peak / 1e6 / other.MB, 0.1, (is, wanted) => is <= wanted),
            ),
          ]
        : []),
    ];
  };
  return figureTable('command', 'The command: `sluice connectivity FILE --format json`', bySize(sizes, measure));
}

function compared(is, wanted, isMet) {
  return `${is.toFixed(is < 1 ? 2 : is < 20 ? 1 : 0)} (target ${wanted}) ${isMet(is, wanted) ? '✓' : '✗'}`;
}
