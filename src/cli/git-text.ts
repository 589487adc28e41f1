// The text of one file in a git revision.
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { UsageError } from './usage-error.ts';

const MAX_OUTPUT = 4 * 1024 * 1024;

/** Undefined where the revision has no such file. Throws UsageError where there is no such revision, or no git. */
export async function textAtRevision(revision: string, place: string, cwd: string): Promise<string | undefined> {
  const run = promisify(process.getBuiltinModule('node:child_process').execFile);
  const git = (args: readonly string[], folder: string): Promise<string> =>
    run('git', [...args], { cwd: folder, maxBuffer: MAX_OUTPUT, encoding: 'utf8' }).then(({ stdout }) => stdout);
  if (revision.startsWith('-')) throw new UsageError(`${revision} is no revision`);
  const commit = await git(['rev-parse', '--verify', '--quiet', `${revision}^{commit}`], cwd).catch(() => undefined);
  if (commit === undefined) throw new UsageError(`git knows no revision ${revision} here`);
  const folder = dirname(place);
  const prefix = await git(['rev-parse', '--show-prefix'], folder).catch(() => undefined);
  if (prefix === undefined) return undefined;
  const path = `${prefix.replace(/\n$/, '')}${place.slice(folder.length + 1)}`;
  return git(['cat-file', 'blob', `${commit.trim()}:${path}`], folder).catch(() => undefined);
}
