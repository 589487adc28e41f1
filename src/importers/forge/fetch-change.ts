// Base and head of a change from a forge: which manifests there are at both ends, and their texts.
import { compareText } from '../../base/compare-text.ts';
import type { SourceFile } from '../../documents/source-file.ts';
import { importFiles } from '../import-entries.ts';
import { defaultImportLimits, type ImportEntry, type ImportNotice } from '../importer.ts';
import type { ChangeAddress, Forge, ForgeChange, ForgeTree, TreeFile } from './forge.ts';
import type { ForgeRequests } from './forge-requests.ts';

/** Files fetched at most: each is a request, and forges count them. */
export const MOST_FETCHED = 2000;
const AT_ONCE = 6;

export interface FetchedChange {
  readonly name: string;
  readonly base: readonly SourceFile[];
  readonly head: readonly SourceFile[];
  readonly notices: readonly ImportNotice[];
}

export interface ChangeToFetch {
  readonly forge: Forge;
  readonly address: ChangeAddress;
  readonly change: ForgeChange;
  /** Everything under it is read; empty: everything. */
  readonly folder: string;
  readonly requests: ForgeRequests;
  /** Files that are there, and how many there will be. */
  readonly progress: (done: number, of: number) => void;
}

/** Folders that never hold what a cluster runs are left out: tools' own, whose names begin with a dot, and packages. */
export const isManifestPath = (path: string): boolean =>
  /\.(ya?ml|json)$/i.test(path) &&
  !/(^|\/)(\.[^/.][^/]*|node_modules)\//.test(path) &&
  !/(^|\/)(package(-lock)?|tsconfig[^/]*|composer)\.json$/.test(path);

/** Rejects with a ForgeProblem. What is not read for other reasons is told in the notices. */
export async function fetchChange(wanted: ChangeToFetch): Promise<FetchedChange> {
  const { forge, address, change, requests, progress } = wanted;
  const folder = wanted.folder.split('/').filter(Boolean).join('/');
  const [base, head] = await Promise.all([
    forge.listTree(address, change.base, folder, requests),
    forge.listTree(address, change.head, folder, requests),
  ]);
  const notices: ImportNotice[] = [];
  const sides = [
    { commit: change.base, files: manifestsOf(base, notices) },
    { commit: change.head, files: manifestsOf(head, notices) },
  ] as const;
  if (base.isCutShort || head.isCutShort)
    notices.push(about(folder, `${forge.title} lists only a part of so many files; name a folder with fewer`));
  const chosen = toFetch(sides, notices, folder);
  const texts = new Map<string, Uint8Array>();
  progress(0, chosen.length);
  await inParallel(chosen, async ({ file, commit }) => {
    texts.set(file.id, await forge.readFile(address, commit, file, requests));
    progress(texts.size, chosen.length);
  });
  const [before, after] = await Promise.all(sides.map(({ files }) => importFiles(entriesOf(files, texts))));
  return {
    name: change.title,
    base: before?.files ?? [],
    head: after?.files ?? [],
    notices: distinct([...notices, ...(before?.notices ?? []), ...(after?.notices ?? [])]),
  };
}

const about = (path: string, message: string): ImportNotice => ({
  path: path === '' ? 'The repository' : path,
  severity: 'error',
  message,
});

function manifestsOf({ files }: ForgeTree, notices: ImportNotice[]): readonly TreeFile[] {
  return files.filter((file) => {
    if (file.kind === 'submodule') notices.push(about(file.path, 'a submodule, which is not read'));
    if (file.kind === 'submodule' || !isManifestPath(file.path)) return false;
    if (file.kind === 'link') notices.push(about(file.path, 'a symbolic link, which is not followed'));
    return file.kind === 'file';
  });
}

interface Wanted {
  readonly file: TreeFile;
  readonly commit: string;
}

/** Each content once; what differs between the ends first, so that a limit leaves out what did not change. */
function toFetch(
  sides: readonly { readonly commit: string; readonly files: readonly TreeFile[] }[],
  notices: ImportNotice[],
  folder: string,
): readonly Wanted[] {
  const [base, head] = sides.map(({ files }) => new Map(files.map((file) => [file.path, file.id])));
  const differs = (path: string) => base?.get(path) !== head?.get(path);
  const all = new Map<string, Wanted>();
  for (const { commit, files } of sides) for (const file of files) all.set(file.id, { file, commit });
  const small = [...all.values()].filter(({ file }) => (file.size ?? 0) <= defaultImportLimits.file);
  for (const { file } of all.values())
    if ((file.size ?? 0) > defaultImportLimits.file) notices.push(about(file.path, 'larger than 20 MiB; skipped'));
  const rank = ({ file }: Wanted) => (differs(file.path) ? 0 : 1);
  const ordered = small.sort((a, b) => rank(a) - rank(b) || compareText(a.file.path, b.file.path));
  if (ordered.length > MOST_FETCHED) {
    const more = `${ordered.length} manifests, of which ${MOST_FETCHED} are read, changed ones first; name a folder with fewer`;
    notices.push(about(folder, more));
  }
  return ordered.slice(0, MOST_FETCHED);
}

function entriesOf(files: readonly TreeFile[], texts: ReadonlyMap<string, Uint8Array>): ImportEntry[] {
  return files.flatMap(({ path, id }) => {
    const bytes = texts.get(id);
    return bytes ? [{ path, size: bytes.length, bytes: async () => bytes }] : [];
  });
}

/** The first failure ends it. */
async function inParallel<Item>(items: readonly Item[], task: (item: Item) => Promise<void>): Promise<void> {
  let next = 0;
  let isOver = false;
  const worker = async () => {
    for (let item = items[next++]; item !== undefined && !isOver; item = items[next++]) await task(item);
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  } finally {
    isOver = true;
  }
}

const distinct = (notices: readonly ImportNotice[]): readonly ImportNotice[] => [
  ...new Map(notices.map((one) => [JSON.stringify(one), one])).values(),
];
