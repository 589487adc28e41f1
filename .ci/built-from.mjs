// Whether a build is stale: a build remembers a fingerprint of everything it was made from.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What both builds (page and command) are made from, relative to the checkout. */
const inputs = [
  'src',
  'public',
  'index.html',
  'fetch.html',
  'package.json',
  'package-lock.json',
  'vite.config.ts',
  'tsconfig.json',
  '.ci/report-page.ts',
  '.ci/write-code-cache.mjs',
];

/** Tests and their data are not part of a build. */
const unused = /\.test\.tsx?$|\/src\/testing\//;

/**
 * The fingerprint, one line each: of names and contents, so that a fresh checkout, a touched file or a removed one cannot mislead it;
 * and of names, sizes and times, which is known much faster.
 */
export function fingerprint(root) {
  // In this order: a file that changes in between is only read once more.
  const glance = glanceOf(root);
  const hash = createHash('sha256');
  for (const path of filesOf(root)) hash.update(`${path}\0`).update(readFileSync(path)).update('\0');
  return `${hash.digest('hex')}\n${glance}`;
}

/** True when `folder` holds a build of exactly these inputs; the mark lies in the folder, so emptying it forgets the build. */
export function isFresh(root, folder) {
  const mark = join(root, folder, '.built-from');
  if (!existsSync(mark)) return false;
  const [contents, glance] = readFileSync(mark, 'utf8').split('\n');
  if (glance === glanceOf(root)) return true;
  const print = fingerprint(root);
  if (contents !== print.split('\n')[0]) return false;
  markBuilt(root, folder, print);
  return true;
}

export function markBuilt(root, folder, print) {
  writeFileSync(join(root, folder, '.built-from'), print);
}

function glanceOf(root) {
  const hash = createHash('sha256');
  for (const path of filesOf(root)) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path}\0${size} ${mtimeMs}\0`);
  }
  return hash.digest('hex');
}

/** In an order that is always the same. */
function filesOf(root) {
  return inputs.flatMap((input) => {
    const path = join(root, input);
    if (!existsSync(path)) return [];
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });
}

function filesUnder(folder) {
  const children = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return children.flatMap((child) => {
    const path = join(folder, child.name);
    if (child.isDirectory()) return unused.test(`${path}/`) ? [] : filesUnder(path);
    return unused.test(path) ? [] : [path];
  });
}
