// Whether a build is stale: a build remembers a fingerprint of everything it was made from.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What both builds (page and command) are made from, relative to the checkout. */
const inputs = ['src', 'public', 'index.html', 'package.json', 'package-lock.json', 'vite.config.ts', 'tsconfig.json'];

/** Tests and their data are not part of a build. */
const unused = /\.test\.tsx?$|\/src\/testing\//;

/** The fingerprint of names and contents, so that a fresh checkout, a touched file or a removed one cannot mislead it. */
export function fingerprint(root) {
  const hash = createHash('sha256');
  for (const path of inputs.flatMap((input) => filesUnder(join(root, input)))) {
    hash.update(`${path}\0`).update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

/** True when `folder` holds a build of exactly these inputs; the mark lies in the folder, so emptying it forgets the build. */
export function isFresh(root, folder) {
  const mark = join(root, folder, '.built-from');
  return existsSync(mark) && readFileSync(mark, 'utf8') === fingerprint(root);
}

export function markBuilt(root, folder, print) {
  writeFileSync(join(root, folder, '.built-from'), print);
}

function filesUnder(path) {
  if (!existsSync(path) || unused.test(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).sort();
  return names.flatMap((name) => filesUnder(join(path, name)));
}
