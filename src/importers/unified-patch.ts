// A unified diff, as git and diff write it, applied to loaded files: what a pull request's .patch or .diff would make of them.
import { applyPatch, parsePatch, type StructuredPatch } from 'diff';
import { compareText } from '../base/compare-text.ts';
import type { SourceFile } from '../documents/source-file.ts';
import { normalisePath } from './entry-path.ts';
import type { ImportNotice } from './importer.ts';

export interface PatchedFiles {
  /** In path order. Files that a part does not fit stay as they are. */
  readonly files: readonly SourceFile[];
  /** An error for each part of the patch that could not be applied. */
  readonly notices: readonly ImportNotice[];
  /** Files that it makes, changes, moves or removes. */
  readonly changed: number;
}

const manifestName = /\.(ya?ml|json)$/i;
/** Larger patches are refused: whatever is in there, nobody reviews it. In UTF-16 units. */
const LARGEST = 20 * 1024 * 1024;

/** `a/x.yaml` and `b/x.yaml` are git's names for `x.yaml`; undefined for `/dev/null`. */
function pathOf(name: string | undefined, isGit: boolean): string | undefined {
  if (name === undefined || name === '/dev/null') return undefined;
  const bare = name.replace(/\t.*$/s, '');
  return normalisePath(isGit || /^[ab]\//.test(bare) ? bare.replace(/^[ab]\//, '') : bare);
}

/** The file that the patch means: the very path, or the only one where one path ends with the other. */
function findFile(files: ReadonlyMap<string, SourceFile>, path: string): SourceFile | undefined {
  const exact = files.get(path);
  if (exact) return exact;
  const alike = [...files.values()].filter((file) => file.path.endsWith(`/${path}`) || path.endsWith(`/${file.path}`));
  return alike.length === 1 ? alike[0] : undefined;
}

function parse(text: string): StructuredPatch[] | string {
  if (text.length > LARGEST) return 'is larger than 20 MB';
  try {
    const parts = parsePatch(text).filter(
      ({ hunks, oldFileName, newFileName }) => hunks.length > 0 || oldFileName !== newFileName,
    );
    const isNamed = parts.some(
      ({ oldFileName, newFileName }) => oldFileName !== undefined || newFileName !== undefined,
    );
    return isNamed ? parts : 'holds no unified diff: paste what `git diff` prints, or a .patch or .diff file';
  } catch (error) {
    return `is no unified diff: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** Applies what concerns manifests; other files of the patch are left out. Never throws. */
export function applyUnifiedPatch(files: readonly SourceFile[], text: string, name = 'patch'): PatchedFiles {
  const parts = parse(text);
  if (typeof parts === 'string') {
    return { files, notices: [{ path: name, severity: 'error', message: `${parts}` }], changed: 0 };
  }
  const known = new Map(files.map((file) => [file.path, file]));
  const notices: ImportNotice[] = [];
  let changed = 0;
  for (const part of parts) {
    const problem = applyPart(part, known);
    if (problem === undefined) changed += 1;
    else if (problem !== 'other') notices.push({ severity: 'error', ...problem });
  }
  const patched = [...known.values()].sort((a, b) => compareText(a.path, b.path));
  return { files: patched, notices, changed };
}

type Problem = Pick<ImportNotice, 'path' | 'message'>;

/** Undefined where it is done; `other` where it is about no manifest. */
function applyPart(part: StructuredPatch, files: Map<string, SourceFile>): Problem | 'other' | undefined {
  const isGit = 'isGit' in part && part.isGit === true;
  const [from, to] = [pathOf(part.oldFileName, isGit), pathOf(part.newFileName, isGit)];
  const path = to ?? from ?? '';
  if (![from, to].some((one) => one !== undefined && manifestName.test(one))) return 'other';
  const before = from === undefined ? undefined : findFile(files, from);
  if (from !== undefined && !before) {
    return {
      path,
      message: `the patch changes ${from}, which is not among the files: open the files that it was made from`,
    };
  }
  if (before?.large) return { path, message: 'is too large to be patched' };
  const text = applyPatch(before?.text ?? '', part, { fuzzFactor: 0 });
  if (text === false) return { path, message: unfit(part, before?.text ?? '') };
  if (before) files.delete(before.path);
  if (to === undefined) return undefined;
  // Where the patch and the files stand in different folders, the files' own folder counts.
  const place = before && from === to ? before.path : to;
  files.set(place, { path: place, text });
  return undefined;
}

/** Which part of the file does not fit, as far as that can be told. */
function unfit(part: StructuredPatch, text: string): string {
  const first = part.hunks.findIndex((hunk) => applyPatch(text, { ...part, hunks: [hunk] }) === false);
  const hunk = part.hunks[Math.max(0, first)];
  const where = hunk === undefined ? '' : ` at line ${hunk.oldStart}`;
  return `the patch does not fit${where}: it was made from another version of this file`;
}
