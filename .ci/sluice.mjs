// `npm run -s sluice -- ARGS`: builds the command when it is stale, without a word, and runs it.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fingerprint, isFresh, markBuilt } from './built-from.mjs';

const root = join(import.meta.dirname, '..');

const args = process.argv.slice(2);
await buildWhatIsStale('dist-cli', 'cli');
// Only these need the page, which takes longer.
if (args[0] === 'review' || args.some((arg) => /^(--format=)?html$/.test(arg)))
  await buildWhatIsStale('dist', 'production');

async function buildWhatIsStale(folder, mode) {
  if (isFresh(root, folder)) return;
  const { build } = await import('vite');
  const print = fingerprint(root);
  await build({ root, mode, logLevel: 'error' });
  markBuilt(root, folder, print);
}

// npm runs scripts in the checkout; paths on the command line are meant from where the person stands.
process.chdir(process.env.INIT_CWD ?? process.cwd());
const command = join(root, 'dist-cli', 'sluice.js');
process.argv = [process.execPath, command, ...args];
// In this process: another one would take as long to begin as this one did.
createRequire(import.meta.url)(command);
