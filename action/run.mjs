// The step of the GitHub Action: runs the command, and writes annotations, the step's summary, outputs and SARIF files.
// It reads files only. Nothing of the change is run, and every text of it stays a text.
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const command = join(root, 'dist-cli', 'sluice.js');
const { env } = process;
const known = ['lint', 'check', 'diff'];
/** What a comment and the summary of a step take. */
const MOST = { comment: 65_000, summary: 1_000_000 };
/** Worst first. */
const gravity = [4, 2, 3, 1, 0];

const words = (text = '') => text.split(/\s+/).filter((word) => word !== '');
const lines = (text = '') =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
const isOn = (name) => env[name]?.trim() === 'true';

/** What a commit is called that `base` may be; undefined where the event has none. */
function baseOfEvent() {
  const path = env.GITHUB_EVENT_PATH;
  if (!path || !existsSync(path)) return undefined;
  const event = JSON.parse(readFileSync(path, 'utf8'));
  const sha = event.pull_request?.base?.sha ?? event.merge_group?.base_sha ?? event.before;
  return typeof sha === 'string' && /^[0-9a-f]{7,64}$/.test(sha) && !/^0+$/.test(sha) ? sha : undefined;
}

/** Texts of the change may hold what the runner takes for commands of ours; meanwhile it takes none. */
function tell(text) {
  if (text === '') return;
  const token = randomUUID();
  process.stdout.write(`::stop-commands::${token}\n${text.replace(/\n?$/, '\n')}::${token}::\n`);
}

function fail(message) {
  process.stdout.write(`::error title=Sluice::${message.replaceAll('%', '%25').replaceAll('\n', '%0A')}\n`);
  output({ status: 2 });
  process.exit(2);
}

function output(values) {
  const file = env.GITHUB_OUTPUT;
  for (const [name, value] of Object.entries(values)) if (file) appendFileSync(file, `${name}=${value}\n`);
}

/** A checkout that is no release has the command to be built first, from its own locked packages. */
function build() {
  if (existsSync(command)) return;
  const steps = [
    ['npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund']],
    ['npx', ['--no-install', 'vite', 'build', '--mode', 'cli', '--logLevel', 'error']],
  ];
  for (const [program, args] of steps) {
    const { status } = spawnSync(program, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
    if (status !== 0) fail(`the command could not be built (${program} ${args[0]})`);
  }
}

const folder = env.SLUICE_OUTPUT?.trim() || join(env.RUNNER_TEMP ?? tmpdir(), 'sluice');
const base = env.SLUICE_BASE?.trim() || baseOfEvent();
const wanted = words(env.SLUICE_COMMANDS ?? 'lint diff');
const paths = lines(env.SLUICE_PATHS);
const failOn = words(env.SLUICE_FAIL_ON);
const severities = ['error', 'warning', 'info'];

const isRevision = (name) =>
  !name.startsWith('-') && spawnSync('git', ['rev-parse', '--verify', '--quiet', `${name}^{commit}`]).status === 0;

/** The whole repository, where neither the inputs nor sluice.yaml say more. */
const somePaths = () => (paths.length > 0 || existsSync('sluice.yaml') ? paths : ['.']);

/** The arguments of one command. */
function argumentsOf(name) {
  const flags = [];
  if (isOn('SLUICE_ALLOW_INCOMPLETE')) flags.push('--allow-incomplete');
  if (name === 'diff') {
    if (isOn('SLUICE_TRUST_CONFIG')) flags.push('--trust-config');
    const own = failOn.filter((word) => !severities.includes(word));
    if (own.length > 0) flags.push(`--fail-on=${own.join(',')}`);
    return [`--git=${base}...HEAD`, ...flags, '--', ...paths.slice(0, 1)];
  }
  if (base !== undefined && !isOn('SLUICE_TRUST_CONFIG')) flags.push(`--config-at=${base}`);
  if (name === 'check')
    return [...flags, ...lines(env.SLUICE_ASSERT).map((file) => `--assert=${file}`), '--', ...somePaths()];
  const own = severities.findLast((word) => failOn.includes(word));
  if (own !== undefined) flags.push(`--fail-on=${own}`);
  return [...flags, '--', ...somePaths()];
}

/** Runs one command and gives its status; its reports lie in the folder. */
function run(name) {
  const formats = ['json', 'sarif', 'md'].map((format) => `--format=${format}=${join(folder, `${name}.${format}`)}`);
  const shown = name === 'diff' ? 'text' : 'github';
  const args = [command, name, `--format=${shown}`, ...formats, ...argumentsOf(name)];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  tell(stderr);
  if (shown === 'github') process.stdout.write(stdout);
  else tell(stdout);
  return status ?? 4;
}

function reportOf(name, format) {
  const path = join(folder, `${name}.${format}`);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

const titles = { diff: 'What this change opens and closes', check: 'Asserted flows', lint: 'Findings' };

function markdown(results) {
  return results
    .map(({ name, status }) => {
      const text = reportOf(name, 'md') || `No report: exit status ${status}; the log tells why.\n`;
      return `## ${titles[name]}\n\n${text}\n`;
    })
    .join('');
}

function counts(results) {
  const read = (name) =>
    results.some((one) => one.name === name) && reportOf(name, 'json') ? JSON.parse(reportOf(name, 'json')) : {};
  const [lint, check, diff] = known.map(read);
  return {
    ...(lint.findings ? { findings: lint.findings.length } : {}),
    ...(check.summary ? { broken: check.summary.broken } : {}),
    ...(diff.opened ? { opened: diff.opened.length, closed: diff.closed.length, unknown: diff.unknown.length } : {}),
  };
}

const odd = wanted.find((name) => !known.includes(name));
if (odd !== undefined || wanted.length === 0) fail(`commands: ${odd ?? 'nothing'} is none of ${known.join(', ')}`);
if (wanted.includes('diff')) {
  if (base === undefined) fail('diff needs a base: this event has none; give the input base');
  if (paths.length > 1) fail('diff takes one path at most; run the others in steps of their own');
}
if (base !== undefined && !isRevision(base))
  fail(`the base ${base} is not in this checkout; give actions/checkout fetch-depth: 0`);
build();
mkdirSync(folder, { recursive: true });
const results = known.filter((name) => wanted.includes(name)).map((name) => ({ name, status: run(name) }));
const status = gravity.find((one) => results.some((result) => result.status === one)) ?? 4;
const order = ['diff', 'check', 'lint'];
results.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
const text = markdown(results);
const comment = join(folder, 'sluice.md');
writeFileSync(comment, text.length > MOST.comment ? `${text.slice(0, text.lastIndexOf('\n', MOST.comment))}\n` : text);
if (env.GITHUB_STEP_SUMMARY) appendFileSync(env.GITHUB_STEP_SUMMARY, text.slice(0, MOST.summary));
output({ status, ...counts(results), sarif: folder, markdown: comment });
process.exit(status);
