// `npm run bench`: how fast the page answers on the demo. Medians over many keystrokes; figures depend on the machine.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { build, preview } from 'vite';
import { fingerprint, isFresh, markBuilt } from './built-from.mjs';

const root = join(import.meta.dirname, '..');
const port = 4178;
const keystrokes = Number(process.env.BENCH_KEYSTROKES ?? 40);

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const percentile = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;
const row = (what, value) => console.log(`| ${what.padEnd(58)} | ${value.padStart(18)} |`);

if (!isFresh(root, 'dist')) {
  const print = fingerprint(root);
  await build({ root, logLevel: 'warn' });
  markBuilt(root, 'dist', print);
}
const executablePath = execFileSync(process.execPath, [join(root, '.ci/find-browser.mjs')], {
  encoding: 'utf8',
}).trim();
const server = await preview({ root, preview: { host: '127.0.0.1', port, strictPort: true }, logLevel: 'warn' });
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});

try {
  row('what', 'median (p95)');
  row('-'.repeat(58), '-'.repeat(18));
  row('initial JavaScript, gzipped', `${(initialBytes() / 1024).toFixed(0)} KB`);
  const paints = [];
  for (let i = 0; i < 5; i++) paints.push(await firstPaint());
  row('first contentful paint of the start page', timing(paints));
  const { keys, graph, editor } = await typeInDemo();
  row('demo clicked to graph drawn', `${graph.toFixed(0)} ms`);
  row('demo clicked to editor ready', `${editor.toFixed(0)} ms`);
  row('keystroke to impact line painted, on the demo', timing(keys));
} finally {
  await browser.close();
  await server.close();
}
process.exit(0);

function timing(values) {
  return `${median(values).toFixed(0)} ms (${percentile(values, 0.95).toFixed(0)} ms)`;
}

/** The scripts that index.html itself loads, with what they import statically. */
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

async function firstPaint() {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.getByTestId('demo').waitFor();
  const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0);
  await context.close();
  return paint;
}

/** Types a port back and forth in a policy; each stroke opens or closes flows, so each one changes the impact line. */
async function typeInDemo() {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await page.goto(`http://127.0.0.1:${port}/`);
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
  await page.evaluate(() => {
    const impact = document.querySelector('[data-testid=impact]');
    let pressed = 0;
    window.benchTimes = [];
    document.addEventListener('keydown', () => (pressed = performance.now()), true);
    const attributeFilter = ['data-opened', 'data-closed', 'data-unknown'];
    new MutationObserver(() => {
      requestAnimationFrame(() => {
        if (pressed > 0) window.benchTimes.push(performance.now() - pressed);
        pressed = 0;
      });
    }).observe(impact, { attributes: true, attributeFilter });
  });
  const shown = () => page.evaluate(() => window.benchTimes.length);
  for (let i = 0; i < keystrokes; i++) {
    const before = await shown();
    await page.keyboard.press(i % 2 === 0 ? '0' : 'Backspace');
    for (let wait = 0; wait < 100 && (await shown()) === before; wait++) await page.waitForTimeout(20);
  }
  return { keys: await page.evaluate(() => window.benchTimes), graph, editor };
}
