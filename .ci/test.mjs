// `npm test`: every check, one line a stage, what went wrong where something did, and last `N passed, N failed`.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { fingerprint, markBuilt } from './built-from.mjs';
import { browserVersion, findBrowser } from './find-browser.mjs';
import { countPlaywright, countVitest } from './test-reports.mjs';

const root = join(import.meta.dirname, '..');
const reports = mkdtempSync(join(tmpdir(), 'sluice-test-'));
const total = { passed: 0, failed: 0 };
const bin = (path) => [process.execPath, join(root, 'node_modules', path)];

try {
  await runAll();
} catch (error) {
  total.failed += 1;
  console.log(error instanceof Error ? (error.stack ?? error.message) : String(error));
} finally {
  rmSync(reports, { recursive: true, force: true });
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

async function runAll() {
  const tsc = bin('typescript/bin/tsc');
  const vite = bin('vite/bin/vite.js');
  await check('types', [...tsc, '--noEmit', '-p', '.']);
  await check('types of the core, without DOM and Node', [...tsc, '--noEmit', '-p', 'src/tsconfig.core.json']);
  await check('lint and format', [
    ...bin('@biomejs/biome/bin/biome'),
    'ci',
    '--colors=off',
    '--error-on-warnings',
    '--max-diagnostics=50',
    '.',
  ]);
  await countedTests('unit, property, architecture and conformance tests', countVitest, (report) => ({
    command: [...bin('vitest/vitest.mjs'), 'run', '--reporter=json', `--outputFile=${report}`],
  }));
  const print = fingerprint(root);
  const pageBuilt = await check('build of the page', [...vite, 'build', '--logLevel', 'warn']);
  if (pageBuilt) markBuilt(root, 'dist', print);
  const commandBuilt = await check('build of the command', [...vite, 'build', '--mode', 'cli', '--logLevel', 'warn']);
  if (commandBuilt) markBuilt(root, 'dist-cli', print);
  await recordedVerdicts();
  if (!pageBuilt) return stageFailed('browser tests', 'not run, because the page was not built');
  const browser = await findBrowser();
  console.log(`browser: ${browser.path} (${[browserVersion(browser.path), browser.how].filter(Boolean).join(', ')})`);
  const port = String(await freePort());
  await countedTests('browser tests', countPlaywright, (report) => ({
    command: [...bin('@playwright/test/cli.js'), 'test', '--reporter=json'],
    env: { CHROME_PATH: browser.path, E2E_PORT: port, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  }));
}

/** The built command judges every recorded case; the line says how many verdicts agree. */
function recordedVerdicts() {
  const cases = join(root, 'src', 'testing', 'cases');
  const files = readdirSync(cases).filter((name) => name.endsWith('.jsonl'));
  const command = [process.execPath, join(root, 'dist-cli', 'sluice.js'), 'conformance'];
  return check('recorded verdicts', [...command, ...files.map((name) => join(cases, name))], lastLine);
}

function lastLine(output) {
  return output.trim().split('\n').at(-1);
}

/** A stage that counts as one check; `note` tells what a passed one printed. True when it passed. */
async function check(name, command, note) {
  const { status, output, seconds } = await run(command);
  if (status !== 0) return stageFailed(name, output.trim() || `ended with ${status}`, seconds);
  total.passed += 1;
  console.log(`ok      ${name}${note ? `: ${note(output)}` : ''} (${seconds} s)`);
  return true;
}

/** A stage whose tests are counted one by one. A runner that fails without naming a failed test counts as one failure. */
async function countedTests(name, count, plan) {
  const report = join(reports, `${count.name}.json`);
  const { command, env } = plan(report);
  const { status, output, seconds } = await run(command, env);
  if (!existsSync(report)) return stageFailed(name, output.trim() || `ended with ${status} and no report`, seconds);
  const counted = count(JSON.parse(readFileSync(report, 'utf8')), root);
  const silent = counted.failures.length === 0 && (status !== 0 || counted.passed === 0);
  total.passed += counted.passed;
  total.failed += counted.failures.length + (silent ? 1 : 0);
  const good = counted.failures.length === 0 && !silent;
  const skipped = counted.skipped > 0 ? `, ${counted.skipped} skipped` : '';
  console.log(
    `${good ? 'ok    ' : 'FAILED'}  ${name}: ${counted.passed} passed, ${counted.failures.length} failed${skipped} (${seconds} s)`,
  );
  for (const note of counted.notes) console.log(indent(note));
  for (const failure of counted.failures) console.log(indent(failure));
  if (silent) console.log(indent(output.trim() || 'no test ran'));
  return good;
}

function stageFailed(name, why, seconds) {
  total.failed += 1;
  console.log(`FAILED  ${name}${seconds === undefined ? '' : ` (${seconds} s)`}`);
  console.log(indent(why));
  return false;
}

/** Runs a program to its end; `output` is what it wrote on both streams. `status` is null when a signal or the system ended it. */
function run([program, ...args], env = {}) {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (chunk) => {
      output += chunk;
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const end = (status) =>
      resolve({
        status,
        output: stripVTControlCharacters(output),
        seconds: ((performance.now() - started) / 1000).toFixed(1),
      });
    child.on('error', (error) => {
      output += error.message;
      end(null);
    });
    child.on('close', end);
  });
}

/** Whatever else is served on this machine does not disturb the browser tests. */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function indent(text) {
  return text.replaceAll(/^/gm, '    ');
}
