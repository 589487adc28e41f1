// Turns what a person opened (files, folders, archives, pasted text) into the workspace's source files, and says what was left out.
import { compareText } from '../base/compare-text.ts';
import type { SourceFile } from '../documents/source-file.ts';
import { allImporters } from './all-importers.ts';
import { normalisePath, uniquePath } from './entry-path.ts';
import {
  defaultImportLimits,
  type ImportEntry,
  type Imported,
  type Importer,
  type ImportLimits,
  type ImportNotice,
} from './importer.ts';
import { manifestText } from './manifest-text.ts';

/** More notices that say the same are summed up in one. */
const MAX_ALIKE = 20;

/** What is left of the limits for everything opened together. */
interface Budget {
  readonly limits: ImportLimits;
  /** UTF-16 units of text. */
  left: number;
}

/**
 * Never rejects. Files come in path order whatever the order of the entries; where two have one path, the later gets a number.
 * Entries over a limit, unreadable ones and those that are no manifests are named in the notices.
 */
export async function importFiles(
  entries: readonly ImportEntry[],
  limits: ImportLimits = defaultImportLimits,
): Promise<{ files: SourceFile[]; notices: ImportNotice[] }> {
  const imported = await importAll(entries, { limits, left: limits.workspace }, 'archive');
  const taken = new Set<string>();
  const files = imported.files.map((file) => {
    const path = uniquePath(file.path, taken);
    taken.add(path);
    return { path, text: file.text };
  });
  files.sort((a, b) => compareText(a.path, b.path));
  return { files, notices: summedUp(imported.notices) };
}

/** `deepest` says whether archives may still be opened at this depth. */
async function importAll(
  given: readonly ImportEntry[],
  budget: Budget,
  deepest: 'file' | 'archive',
): Promise<Required<Omit<Imported, 'members'>>> {
  const entries = given.map((entry) => renamed(entry, normalisePath(entry.path)));
  entries.sort((a, b) => compareText(a.path, b.path));
  const paths = new Set(entries.map((entry) => entry.path));
  const files: SourceFile[] = [];
  const notices: ImportNotice[] = [];
  for (const entry of entries) {
    const importer = chooseImporter(entry, paths);
    const one = importer === undefined ? {} : await importOne(entry, importer, budget, deepest);
    files.push(...(one.files ?? []));
    notices.push(...(one.notices ?? []));
  }
  return { files, notices };
}

function chooseImporter({ path, named }: ImportEntry, paths: ReadonlySet<string>): Importer | undefined {
  const chosen = allImporters.find((one) => one.recognise(path, paths));
  return named && chosen?.opens !== 'archive' ? manifestText : chosen;
}

async function importOne(
  entry: ImportEntry,
  importer: Importer,
  budget: Budget,
  deepest: 'file' | 'archive',
): Promise<Imported> {
  const tooMuch = importer.opens === 'nothing' ? undefined : sizeProblem(entry, importer.opens, budget);
  if (tooMuch !== undefined) return refused(entry.path, tooMuch);
  if (importer.opens === 'archive' && deepest === 'file') {
    return refused(entry.path, 'an archive inside an archive is not opened');
  }
  try {
    const one = await importer.read(entry, budget.limits);
    if (one.members !== undefined) {
      const inside = await importAll(one.members, budget, 'file');
      return { files: inside.files, notices: [...(one.notices ?? []), ...inside.notices] };
    }
    const length = (one.files ?? []).reduce((sum, file) => sum + file.text.length, 0);
    if (length > budget.left) return refused(entry.path, overWorkspace(budget));
    budget.left -= length;
    return one;
  } catch (error) {
    return refused(entry.path, error instanceof Error ? error.message : String(error));
  }
}

function sizeProblem(entry: ImportEntry, opens: 'file' | 'archive', budget: Budget): string | undefined {
  const limit = budget.limits[opens];
  if (entry.size > limit) return `${inMiB(entry.size)}, more than the limit of ${inMiB(limit)} for one file`;
  // No encoding spends more than three bytes on one unit of text.
  return opens === 'file' && entry.size > 3 * budget.left ? overWorkspace(budget) : undefined;
}

function overWorkspace(budget: Budget): string {
  return `over the limit of ${inMiB(budget.limits.workspace)} for all files together`;
}

function refused(path: string, why: string): Imported {
  return { notices: [{ path, severity: 'error', message: `${why}; skipped` }] };
}

function renamed(entry: ImportEntry, path: string): ImportEntry {
  return path === entry.path ? entry : { ...entry, path, bytes: () => entry.bytes() };
}

function inMiB(bytes: number): string {
  return `${Math.ceil((bytes / 1024 / 1024) * 10) / 10} MiB`;
}

/** The first notices of a kind in full, then one that counts the rest. */
function summedUp(notices: readonly ImportNotice[]): ImportNotice[] {
  const alike = new Map<string, { readonly notice: ImportNotice; count: number }>();
  const kept = notices.filter((notice) => {
    const kind = `${notice.severity} ${notice.message}`;
    const same = alike.get(kind) ?? { notice, count: 0 };
    same.count += 1;
    alike.set(kind, same);
    return same.count <= MAX_ALIKE;
  });
  for (const { notice, count } of alike.values()) {
    if (count > MAX_ALIKE) kept.push({ ...notice, path: `${count - MAX_ALIKE} more files` });
  }
  return kept;
}
