// `npm run pictures [FOLDER]`: screenshots of every screen (default: test-results/pictures). `npm run pictures README` takes those of the README anew.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { fingerprint, isFresh, markBuilt } from './built-from.mjs';
import { findBrowser } from './find-browser.mjs';

const root = join(import.meta.dirname, '..');
const [where = 'test-results/pictures', ...filter] = process.argv.slice(2);

if (!isFresh(root, 'dist')) {
  const print = fingerprint(root);
  await build({ root, logLevel: 'warn' });
  markBuilt(root, 'dist', print);
}
const { path } = await findBrowser();
const PICTURES = where === 'README' ? where : resolve(where);
const { status } = spawnSync(
  process.execPath,
  ['node_modules/@playwright/test/cli.js', 'test', '--config', 'e2e/pictures.config.ts', ...filter],
  { cwd: root, stdio: 'inherit', env: { ...process.env, CHROME_PATH: path, PICTURES } },
);
if (status === 0) console.log(where === 'README' ? 'docs/pictures is new' : PICTURES);
process.exitCode = status ?? 1;
