// Before `npm pack`: builds what is stale of the page and of the command.
import { join } from 'node:path';
import { build } from 'vite';
import { fingerprint, isFresh, markBuilt } from './built-from.mjs';

const root = join(import.meta.dirname, '..');

for (const [folder, mode] of [
  ['dist', 'production'],
  ['dist-cli', 'cli'],
]) {
  if (isFresh(root, folder)) continue;
  const print = fingerprint(root);
  await build({ root, mode, logLevel: 'error' });
  markBuilt(root, folder, print);
}
