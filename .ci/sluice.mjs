// `npm run -s sluice -- ARGS`: builds the command when it is stale, without a word, and runs it.
import { createRequire } from 'node:module';
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
process.chdir(process.env.INIT_CWD ?? process.cwd());
const command = join(root, 'dist-cli', 'sluice.js');
process.argv = [process.execPath, command, ...process.argv.slice(2)];
// In this process: another one would take as long to begin as this one did.
createRequire(import.meta.url)(command);
