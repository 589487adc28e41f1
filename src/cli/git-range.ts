// The manifests at both ends of a git range, read by the git command; the working tree is not touched.
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ImportEntry, ImportNotice } from '../importers/importer.ts';
import type { FoundEntries } from './read-paths.ts';
import { UsageError } from './usage-error.ts';

const MAX_OUTPUT = 512 * 1024 * 1024;

export interface GitRange {
  /** The base's. */
  readonly commit: string;
  readonly base: FoundEntries;
  readonly head: FoundEntries;
}

/**
 * `BASE..HEAD`, or `BASE...HEAD` for the changes of HEAD since it left BASE; a missing end is `HEAD`. As with `git diff`, one revision
 * alone is compared with the files as they are in the working tree; new files that git does not ignore count. Entries have paths from the
 * top of the repository. Throws UsageError for what git does not know.
 */
export async function readGitRange(range: string, path: string | undefined, cwd: string): Promise<GitRange> {
  const [, from, dots, to] = /^(.*?)(\.\.\.?)(.*)$/.exec(range) ?? [];
  if (from === undefined || to === undefined) return againstWorktree(range, path, cwd);
  const head = await commitOf(to || 'HEAD', cwd);
  const left = await commitOf(from || 'HEAD', cwd);
  const base = dots === '...' ? (await git(['merge-base', left, head], cwd)).trim() : left;
  const ends = { commit: base, base: await listManifests(base, path, cwd), head: await listManifests(head, path, cwd) };
  if (path !== undefined && ends.base.entries.length + ends.head.entries.length === 0) {
    throw new UsageError(`${path}: no manifests there at either end of ${range}`);
  }
  return ends;
}

async function againstWorktree(revision: string, path: string | undefined, cwd: string): Promise<GitRange> {
  const base = await commitOf(revision, cwd);
  const ends = { commit: base, base: await listManifests(base, path, cwd), head: await listWorktree(path, cwd) };
  if (path !== undefined && ends.base.entries.length + ends.head.entries.length === 0) {
    throw new UsageError(`${path}: no manifests there, neither in ${revision} nor in the working tree`);
  }
  return ends;
}

/** Files that git tracks, and those that it would: what is deleted is not there, and links are named instead of followed. */
async function listWorktree(path: string | undefined, cwd: string): Promise<FoundEntries> {
  const top = (await git(['rev-parse', '--show-toplevel'], cwd)).replace(/\n$/, '');
  const where = path === undefined ? { folder: top, paths: [] } : { folder: cwd, paths: ['--', path] };
  const args = ['ls-files', '-z', '--full-name', '--cached', '--others', '--exclude-standard', ...where.paths];
  const names = new Set((await git(args, where.folder)).split('\0').filter((name) => /\.(ya?ml|json)$/i.test(name)));
  const entries: ImportEntry[] = [];
  const notices: ImportNotice[] = [];
  for (const name of names) {
    const place = join(top, name);
    const status = lstatSync(place, { throwIfNoEntry: false });
    if (status?.isSymbolicLink())
      notices.push({ path: name, severity: 'error', message: 'a symbolic link, which is not followed' });
    if (status?.isFile()) entries.push({ path: name, size: status.size, bytes: async () => readFileSync(place) });
  }
  return { entries, notices };
}

async function commitOf(revision: string, cwd: string): Promise<string> {
  if (revision.startsWith('-')) throw new UsageError(`${revision} is no revision`);
  const name = await git(['rev-parse', '--verify', '--quiet', `${revision}^{commit}`], cwd).catch((error: unknown) => {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`git knows no revision ${revision} here`);
  });
  return name.trim();
}

/** Blobs with the names of manifests in one commit; links and submodules are named instead of read. */
async function listManifests(commit: string, path: string | undefined, cwd: string): Promise<FoundEntries> {
  const where = path === undefined ? ['--full-tree'] : ['--full-name'];
  const listing = await git(
    ['ls-tree', '-r', '-z', '-l', ...where, commit, ...(path === undefined ? [] : ['--', path])],
    cwd,
  );
  const blobs: { readonly name: string; readonly object: string; readonly size: number }[] = [];
  const notices: ImportNotice[] = [];
  for (const line of listing.split('\0').filter((one) => one !== '')) {
    const [, mode, type, object, size, name] = /^(\d+) (\w+) ([0-9a-f]+) +(\S+)\t(.*)$/s.exec(line) ?? [];
    if (name === undefined || object === undefined) continue;
    if (type === 'commit') notices.push({ path: name, severity: 'error', message: 'a submodule, which is not read' });
    else if (!/\.(ya?ml|json)$/i.test(name)) continue;
    else if (mode === '120000')
      notices.push({ path: name, severity: 'error', message: 'a symbolic link, which is not followed' });
    else blobs.push({ name, object, size: Number(size) });
  }
  const read = once(() =>
    readBlobs(
      blobs.map((blob) => blob.object),
      cwd,
    ),
  );
  const entries = blobs.map(
    ({ name, object, size }): ImportEntry => ({
      path: name,
      size,
      bytes: async () => {
        const bytes = (await read()).get(object);
        if (bytes === undefined) throw new Error('git could not read it');
        return bytes;
      },
    }),
  );
  return { entries, notices };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** One process for all blobs: `<object> blob <size>\n<content>\n` each. */
async function readBlobs(objects: readonly string[], cwd: string): Promise<Map<string, Uint8Array>> {
  const output = await new Promise<Buffer>((done, fail) => {
    const child = process
      .getBuiltinModule('node:child_process')
      .spawn('git', ['cat-file', '--batch'], { cwd, stdio: ['pipe', 'pipe', 'ignore'] });
    const chunks: Buffer[] = [];
    child.on('error', fail);
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('close', () => done(Buffer.concat(chunks)));
    child.stdin.on('error', fail);
    child.stdin.end(objects.map((object) => `${object}\n`).join(''));
  });
  const contents = new Map<string, Uint8Array>();
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf('\n', at);
    const [, object, size] = /^([0-9a-f]+) blob (\d+)$/.exec(output.toString('latin1', at, end)) ?? [];
    if (end < 0 || object === undefined) break;
    contents.set(object, output.subarray(end + 1, end + 1 + Number(size)));
    at = end + 2 + Number(size);
  }
  return contents;
}

async function git(args: readonly string[], cwd: string): Promise<string> {
  // Most runs of the command start no other, and loading what that takes is felt.
  const run = promisify(process.getBuiltinModule('node:child_process').execFile);
  try {
    return (await run('git', [...args], { cwd, maxBuffer: MAX_OUTPUT, encoding: 'utf8' })).stdout;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') throw new UsageError('--git needs the git command, which is not on PATH');
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim().split('\n')[0] : '';
    if (said?.includes('not a git repository')) throw new UsageError('--git works inside a git repository');
    throw new Error(`git ${args[0]}: ${said}`);
  }
}
