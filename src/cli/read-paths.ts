// PATH arguments to entries for the importers. Folders are searched; links, devices and unreadable things in them are named, not followed.
import { closeSync, type Dirent, openSync, readdirSync, readFileSync, readSync, type Stats, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compareText } from '../base/compare-text.ts';
import type { ImportEntry, ImportNotice } from '../importers/importer.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

export interface FoundEntries {
  readonly entries: ImportEntry[];
  readonly notices: ImportNotice[];
}

/** A folder with more is not a folder of manifests. */
const MAX_FILES = 200_000;
/** Bytes read at once from a large file. */
const CHUNK = 1024 * 1024;

const manifestName = /\.(ya?ml|json)$/i;
const neverManifests = new Set(['.git', 'node_modules']);

/** Throws UsageError for a path that does not exist. A file reached by two paths is read once. */
export async function readPaths(paths: readonly string[], terminal: Terminal): Promise<FoundEntries> {
  const found: FoundEntries = { entries: [], notices: [] };
  const seen = new Set<string>();
  for (const path of paths) {
    if (path === '-') {
      const bytes = await terminal.input();
      found.entries.push({ path: 'stdin.yaml', size: bytes.length, bytes: async () => bytes });
      continue;
    }
    const place = resolve(terminal.cwd, path);
    const status = statusOf(place);
    if (status === undefined) throw new UsageError(`${path}: no such file or folder`);
    if (status.isDirectory()) searchFolder(place, path, seen, found);
    else addFile(place, path, status.size, seen, found, true);
  }
  return found;
}

function searchFolder(place: string, shown: string, seen: Set<string>, found: FoundEntries): void {
  const folders = [{ place, shown }];
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    for (const child of childrenOf(next, found)) {
      const path = { place: join(next.place, child.name), shown: join(next.shown, child.name) };
      if (found.entries.length >= MAX_FILES) {
        found.notices.push({
          path: path.shown,
          severity: 'error',
          message: `more than ${MAX_FILES} files; the rest is skipped`,
        });
        return;
      }
      if (child.isDirectory()) {
        if (!neverManifests.has(child.name)) folders.push(path);
      } else addChild(child, path, seen, found);
    }
  }
}

/** Nothing else is to be done while a file is looked up or read, so all is done at once: it takes a third of the time. */
function statusOf(place: string): Stats | undefined {
  try {
    return statSync(place);
  } catch {
    return undefined;
  }
}

function childrenOf({ place, shown }: { place: string; shown: string }, found: FoundEntries): Dirent[] {
  try {
    return readdirSync(place, { withFileTypes: true }).sort((a, b) => compareText(a.name, b.name));
  } catch (error) {
    found.notices.push({ path: shown, severity: 'error', message: `${reason(error)}; skipped` });
    return [];
  }
}

function addChild(child: Dirent, path: { place: string; shown: string }, seen: Set<string>, found: FoundEntries): void {
  if (child.isSymbolicLink()) {
    const target = statusOf(path.place);
    if (!manifestName.test(child.name) && !target?.isDirectory()) return;
    found.notices.push({
      path: path.shown,
      severity: 'error',
      message: 'a symbolic link, which is not followed; name its target to read it',
    });
    return;
  }
  if (!manifestName.test(child.name)) return;
  if (!child.isFile()) {
    found.notices.push({ path: path.shown, severity: 'error', message: 'not a regular file; skipped' });
    return;
  }
  addFile(path.place, path.shown, statusOf(path.place)?.size ?? 0, seen, found, false);
}

function addFile(
  place: string,
  shown: string,
  size: number,
  seen: Set<string>,
  found: FoundEntries,
  named: boolean,
): void {
  if (seen.has(place)) return;
  seen.add(place);
  const bytes = async (): Promise<Uint8Array> => {
    try {
      return readFileSync(place);
    } catch (error) {
      throw new Error(reason(error));
    }
  };
  found.entries.push({ path: shown, size, bytes, chunks: () => chunksOf(place), ...(named ? { named } : {}) });
}

/** Pieces of a file; each is overwritten by the next. */
function* chunksOf(place: string): Generator<Uint8Array> {
  const file = openFile(place);
  try {
    const buffer = Buffer.allocUnsafe(CHUNK);
    for (let length = readSync(file, buffer); length > 0; length = readSync(file, buffer)) {
      yield buffer.subarray(0, length);
    }
  } catch (error) {
    throw new Error(reason(error));
  } finally {
    closeSync(file);
  }
}

function openFile(place: string): number {
  try {
    return openSync(place, 'r');
  } catch (error) {
    throw new Error(reason(error));
  }
}

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  if (code === 'ELOOP') return 'a loop of symbolic links';
  return `could not be read (${code ?? String(error)})`;
}
