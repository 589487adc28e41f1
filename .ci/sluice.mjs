// `npm run -s sluice -- ARGS`: builds the command when it is stale, without a word, and runs it.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fingerprint, isFresh, markBuilt } from './built-from.mjs';

const root = join(import.meta.dirname, '..');

if (!isFresh(root, 'dist-cli')) {
  const { build } = await import('vite');
  const print = fingerprint(root);
  await build({ root, mode: 'cli', logLevel: 'error' });
  markBuilt(root, 'dist-cli', print);
}

// npm runs scripts in the checkout; paths on the command line are meant from where the person stands.
const cwd = process.env.INIT_CWD ?? process.cwd();
const run = spawnSync(process.execPath, [join(root, 'dist-cli', 'sluice.js'), ...process.argv.slice(2)], {
  cwd,
  stdio: 'inherit',
});
process.exitCode = run.status ?? (run.signal === 'SIGINT' ? 130 : 4);
