// The parts of `npm run bench` that need a browser: the demo, and generated clusters in the page.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { build, preview } from 'vite';
import { framesTable } from './bench-frames.mjs';
import { podsOf, runPart } from './bench-parts.mjs';
import { figureTable } from './bench-tables.mjs';
import { fingerprint, isFresh, markBuilt } from './built-from.mjs';

const root = join(import.meta.dirname, '..');
const port = 4178;
const keystrokes = Number(process.env.BENCH_KEYSTROKES ?? 40);
/** Milliseconds; a page that has drawn nothing by then is taken not to open a file of so many MB. */
const patience = (megabytes) => 20_000 + 200 * megabytes;

/** In ms and MB. */
const pageTargets = {
  'file chosen to first picture': { '1k': 500, '10k': 1500, '150k': 10_000 },
  'longest task of the main thread meanwhile': { '1k': 100, '10k': 100, '50k': 100, '150k': 100 },
  'peak memory of the tab': { '150k': 700 },
};

const sorted = (values) => [...values].sort((a, b) => a - b);
const middle = (values) => sorted(values)[Math.floor(values.length / 2)] ?? Number.NaN;
const worst = (values) => sorted(values)[Math.floor(values.length * 0.95)] ?? Number.NaN;
const one = (what, median, unit) => ({ what, median, unit });

export async function openBenchPage() {
  if (!isFresh(root, 'dist')) {
    const print = fingerprint(root);
    await build({ root, logLevel: 'warn' });
    markBuilt(root, 'dist', print);
  }
  const finder = [join(root, '.ci/find-browser.mjs')];
  const executablePath = execFileSync(process.execPath, finder, { encoding: 'utf8' }).trim();
  const server = await preview({ root, preview: { host: '127.0.0.1', port, strictPort: true }, logLevel: 'warn' });
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
  const launch = () => chromium.launch({ executablePath, args });
  return {
    demoTable: () => withBrowser(launch, demoTable),
    pageTable: (sizes, folder) => pageTable(launch, sizes, folder),
    framesTable: (folder) => framesTable((work) => withBrowser(launch, work), `http://127.0.0.1:${port}/`, folder),
    close: () => server.close(),
  };
}

async function withBrowser(launch, work) {
  const browser = await launch();
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

async function demoTable(browser) {
  const paints = [];
  for (let i = 0; i < 5; i++) paints.push(await firstPaint(browser));
  const { keys, graph, editor } = await typeInDemo(browser);
  const columns = {
    demo: [
      one('initial JavaScript, gzipped', initialBytes() / 1000, 'KB'),
      one('first contentful paint of the start page', middle(paints), 'ms'),
      one('demo clicked to graph drawn', graph, 'ms'),
      one('demo clicked to editor ready', editor, 'ms'),
      one('keystroke to impact line painted', middle(keys), 'ms'),
      one('the same, 95th percentile', worst(keys), 'ms'),
    ],
  };
  return figureTable('demo', 'The page on the demo', columns);
}

/** Bytes of the scripts that index.html itself loads, with what they import statically. */
function initialBytes() {
  const assets = join(root, 'dist/assets');
  const html = readFileSync(join(root, 'dist/index.html'), 'utf8');
  const seen = new Set();
  const add = (name) => {
    if (seen.has(name) || !readdirSync(assets).includes(name)) return;
    seen.add(name);
    const text = readFileSync(join(assets, name), 'utf8');
    for (const [, imported] of text.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) add(imported);
  };
  for (const [, name] of html.matchAll(/assets\/([^"']+\.js)/g)) add(name);
  return [...seen].reduce((sum, name) => sum + gzipSync(readFileSync(join(assets, name))).length, 0);
}

async function openStart(browser) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(watchPage);
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.getByTestId('demo').waitFor();
  return page;
}

/** Nobody chooses a file faster, in milliseconds; meanwhile the page fetches what it will need. */
const CHOOSING = 1000;

/** Edges come after nodes, a part at a time, in milliseconds. */
const SETTLING = 1500;

/** Runs in the page: notes when a file was chosen, when graph or matrix were first painted, and long tasks of the main thread. */
function watchPage() {
  window.bench = { opened: 0, drawn: 0, tasks: [], keys: [] };
  const { bench } = window;
  document.addEventListener(
    'change',
    ({ target }) => {
      if (target instanceof HTMLInputElement && target.type === 'file') bench.opened = performance.now();
    },
    true,
  );
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) bench.tasks.push({ startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
  const picture = '[data-testid=graph] [data-node-id], [data-testid=matrix] canvas';
  const drawing = new MutationObserver(() => {
    if (bench.opened === 0 || !document.querySelector(picture)) return;
    drawing.disconnect();
    requestAnimationFrame(() => {
      bench.drawn = performance.now();
    });
  });
  drawing.observe(document, { childList: true, subtree: true });
}

async function firstPaint(browser) {
  const page = await openStart(browser);
  const painted = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
  const paint = await (await page.waitForFunction(painted)).jsonValue();
  await page.context().close();
  return paint;
}

/** Types a port back and forth in a policy; each stroke opens or closes flows, so each one changes the impact line. */
async function typeInDemo(browser) {
  const page = await openStart(browser);
  const start = Date.now();
  await page.getByTestId('demo').click();
  await page.locator('[data-testid=graph] [data-node-id]').first().waitFor();
  const graph = Date.now() - start;
  await page.locator('[data-testid=editor] .view-lines').waitFor();
  const editor = Date.now() - start;
  await page.getByTestId('policy-tree').getByText('allow-frontend-ingress').click();
  await page.locator('[data-testid=editor] .view-lines').getByText('0.0.0.0/0').first().waitFor();
  await page.locator('[data-testid=editor] .view-lines').click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('Backspace');
  return { keys: await typePort(page), graph, editor };
}

/** Milliseconds from each keystroke to the frame that shows its impact; the caret is behind a digit of a port. */
async function typePort(page) {
  await page.evaluate(() => {
    let pressed = 0;
    document.addEventListener('keydown', () => (pressed = performance.now()), true);
    const attributeFilter = ['data-opened', 'data-closed', 'data-unknown'];
    new MutationObserver(() => {
      requestAnimationFrame(() => {
        if (pressed > 0) window.bench.keys.push(performance.now() - pressed);
        pressed = 0;
      });
    }).observe(document.querySelector('[data-testid=impact]'), { attributes: true, attributeFilter });
  });
  const shown = () => page.evaluate(() => window.bench.keys.length);
  for (let i = 0; i < keystrokes; i++) {
    const before = await shown();
    await page.keyboard.press(i % 2 === 0 ? 'Backspace' : '0');
    for (let wait = 0; wait < 250 && (await shown()) === before; wait++) await page.waitForTimeout(20);
  }
  return page.evaluate(() => window.bench.keys);
}

async function pageTable(launch, sizes, folder) {
  const typed = runPart({ part: 'typed', plan: { pods: 5 } });
  writeFileSync(join(folder, typed.path), typed.text);
  const columns = {};
  for (const size of sizes) {
    const path = join(folder, 'cluster.json');
    runPart({ part: 'write', format: 'json', path, plan: { pods: podsOf(size) } });
    const files = [path, join(folder, typed.path)];
    // A browser for each size: memory that one file took is not counted for the next.
    columns[size] = await withBrowser(launch, (browser) => openCluster(browser, files));
    rmSync(path);
  }
  return figureTable('page', 'Generated clusters in the page', columns, pageTargets);
}

/** Files open once a tab, so there is one value: a cold one, which is what a person sees. */
async function openCluster(browser, files) {
  const page = await openStart(browser);
  const megabytes = statSync(files[0]).size / 1e6;
  const size = one('JSON list', megabytes, 'MB');
  await page.waitForTimeout(CHOOSING);
  await page.getByTestId('open-files').setInputFiles(files);
  const isDrawn = await page
    .waitForFunction(() => window.bench.drawn > 0, undefined, { timeout: patience(megabytes) })
    .then(() => true)
    .catch(() => false);
  if (!isDrawn) return [size, { ...one('file chosen to first picture', Number.NaN, 'ms'), note: 'nothing drawn' }];
  const { opened, drawn, tasks } = await page.evaluate(() => window.bench);
  const during = tasks.filter(({ startTime }) => startTime >= opened - 50 && startTime <= drawn);
  await page.waitForTimeout(SETTLING);
  const nodes = await page.locator('[data-testid=graph] [data-node-id]').count();
  const edges = await page.locator('[data-testid=graph] [data-edge-id]').count();
  return [
    size,
    one('file chosen to first picture', drawn - opened, 'ms'),
    one('that is, read and answered', megabytes / ((drawn - opened) / 1000), 'MB/s'),
    one('longest task of the main thread meanwhile', Math.max(0, ...during.map(({ duration }) => duration)), 'ms'),
    one('nodes mounted', nodes, ''),
    one('edges mounted', edges, ''),
    one('peak memory of the tab by then', await peakOfTab(browser), 'MB'),
    ...(await typingFigures(page)),
    one('peak memory of the tab', await peakOfTab(browser), 'MB'),
  ];
}

async function typingFigures(page) {
  const what = 'keystroke to impact line painted';
  try {
    const policies = page.getByTestId('policy-tree');
    const group = policies.locator('button[aria-expanded=false]').filter({ hasText: /^team-0\d*$/ });
    // Long lists are closed at first.
    if ((await group.count()) > 0) await group.first().click();
    await policies.getByText('typed', { exact: true }).first().click({ timeout: 20_000 });
    await page.locator('[data-testid=editor] .view-lines').getByText('8080').first().waitFor({ timeout: 20_000 });
    await page.locator('[data-testid=editor] .view-lines').click();
    await page.keyboard.press('ControlOrMeta+End');
    const keys = await typePort(page);
    return [one(what, middle(keys), 'ms'), one('the same, 95th percentile', worst(keys), 'ms')];
  } catch (error) {
    console.error(`bench: no typing: ${String(error).split('\n')[0]}`);
    return [{ ...one(what, Number.NaN, 'ms'), note: 'policy not found' }];
  }
}

/** MB that the largest renderer has held at most, workers included; not known but on Linux. */
async function peakOfTab(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const peaks = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => peakOf(id));
  return peaks.length === 0 ? Number.NaN : Math.max(...peaks);
}

function peakOf(pid) {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return (Number(kilobytes) * 1024) / 1e6;
  } catch {
    return Number.NaN;
  }
}
