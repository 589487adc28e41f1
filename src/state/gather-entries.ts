// The browser's ways to hand over files (file input, folder input, drag and drop, clipboard) as import entries.
import type { ImportEntry } from '../importers/importer.ts';

/** More files than this in a dropped folder are not looked at. */
const mostFiles = 20_000;
/** Folders that never hold manifests a person means. */
const skippedFolders = new Set(['.git', 'node_modules']);

/** An entry of the page; one that is a file can be read piece by piece. */
export interface PageEntry extends ImportEntry {
  readonly file?: File;
}

/** A chosen file; files of a folder input come with the folder's path. */
function entryOfFile(file: File, path = file.webkitRelativePath || file.name): PageEntry {
  return { path, size: file.size, file, bytes: async () => new Uint8Array(await file.arrayBuffer()) };
}

/** The folder all files lie in, the only file's name, or their number. */
export function nameOfEntries(entries: readonly PageEntry[]): string {
  const [first] = entries;
  if (!first) return '';
  if (entries.length === 1) return first.path;
  const folder = first.path.split('/')[0] ?? '';
  const together = first.path.includes('/') && entries.every((entry) => entry.path.startsWith(`${folder}/`));
  return together ? folder : `${entries.length} files`;
}

export function entriesOfFiles(files: Iterable<File>): readonly PageEntry[] {
  return [...files].map((file) => entryOfFile(file));
}

export function entryOfText(text: string): ImportEntry {
  const bytes = new TextEncoder().encode(text);
  const path = /^\s*[{[]/.test(text) ? 'pasted.json' : 'pasted.yaml';
  return { path, size: bytes.length, bytes: async () => bytes };
}

/**
 * Everything that was dropped: files, and the files of folders. The items must be read at once, in the event itself, for
 * the browser empties them afterwards; so this function does that before it first waits.
 */
export async function entriesOfDrop(transfer: DataTransfer): Promise<readonly PageEntry[]> {
  const roots: FileSystemEntry[] = [];
  const loose: File[] = [];
  for (const item of transfer.items) {
    if (item.kind !== 'file') continue;
    const entry = item.webkitGetAsEntry?.();
    const file = entry ? null : item.getAsFile();
    if (entry) roots.push(entry);
    else if (file) loose.push(file);
  }
  const text = roots.length + loose.length === 0 ? transfer.getData('text/plain') : '';
  if (text !== '') return [entryOfText(text)];
  return [...entriesOfFiles(loose), ...(await walk(roots))];
}

/** An entry the browser cannot hand over: whoever reads it is told why. */
function unreadable(entry: FileSystemEntry, reason: unknown): ImportEntry {
  return { path: pathOf(entry), size: 0, bytes: () => Promise.reject(reason) };
}

const pathOf = (entry: FileSystemEntry): string => entry.fullPath.replace(/^\//, '');

/** Depth first without recursion, so that no folder tree is too deep. */
async function walk(roots: readonly FileSystemEntry[]): Promise<readonly PageEntry[]> {
  const found: PageEntry[] = [];
  const open = [...roots].reverse();
  while (open.length > 0 && found.length < mostFiles) {
    const entry = open.pop();
    if (entry === undefined) break;
    try {
      if (isFile(entry)) found.push(entryOfFile(await fileOf(entry), pathOf(entry)));
      else if (isFolder(entry) && !skippedFolders.has(entry.name)) open.push(...(await childrenOf(entry)).reverse());
    } catch (error) {
      found.push(unreadable(entry, error));
    }
  }
  return found;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** A reader yields at most some hundred entries at a time, and none at the end. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return children;
    children.push(...some);
  }
}
