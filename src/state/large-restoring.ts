// Large files of a workspace that comes back: each is read again from what storage kept of it.
import type { EngineClient } from '../client/engine-client.ts';
import type { SourceFile } from '../documents/source-file.ts';
import type { ImportNotice } from '../importers/importer.ts';
import { type Files, inPathOrder } from './file-list.ts';
import { blobOf, rememberBlob } from './large-blobs.ts';
import type { WorkbenchState } from './workbench-state.ts';
import type { StoredLargeFile, StoredWorkspace } from './workspace-record.ts';

type Set = (change: Partial<WorkbenchState>) => void;
type Get = () => WorkbenchState;

const notice = (path: string, bytes: number, why: string): ImportNotice => ({
  path,
  severity: 'error',
  message: `${Math.ceil(bytes / 1024 / 1024)} MiB, ${why}; open it again`,
});

export const lostNotice = ({ path, bytes }: StoredLargeFile): ImportNotice =>
  notice(path, bytes, 'not kept in this browser');

/** The workspace's lists with the large files that storage kept, and those it did not. */
export function withLargeFiles(
  { files, baseline }: Pick<StoredWorkspace, 'files' | 'baseline'>,
  large: readonly StoredLargeFile[],
): { readonly files: Files; readonly baseline: Files; readonly lost: readonly StoredLargeFile[] } {
  const found = large.flatMap((one) => {
    if (!one.kept) return [];
    const file: SourceFile = { path: one.path, text: '', large: { bytes: one.bytes } };
    rememberBlob(file, one.kept.blob, one.kept.id);
    return [{ ...one, file }];
  });
  const added = (list: Files, isIn: (one: StoredLargeFile) => boolean): Files => {
    const more = found.filter(isIn).map(({ file }) => file);
    return more.length === 0 ? list : inPathOrder([...list, ...more]);
  };
  return {
    files: added(files, ({ isDraft }) => isDraft),
    baseline: added(baseline, ({ isBaseline }) => isBaseline),
    lost: large.filter(({ kept }) => !kept),
  };
}

/**
 * Has the engine read the large files of these lists; their policies are texts and came back as such. What cannot be read, or
 * is stopped, leaves the workspace, and the person is told. Gives what left.
 */
export async function readLargeAgain(
  set: Set,
  get: Get,
  client: Pick<EngineClient, 'readLarge'>,
  ...lists: readonly Files[]
): Promise<readonly SourceFile[]> {
  const unread: SourceFile[] = [];
  for (const file of new Set(lists.flat())) {
    const blob = file.large && blobOf(file);
    if (!blob) continue;
    const { path } = file;
    const isWanted = () => get().files.includes(file) || get().baseline.includes(file);
    const progress = (bytes: number): boolean => {
      // Whoever stopped it took this away; whoever opened other files has no use for it.
      if (get().reading === undefined || !isWanted()) return false;
      set({ reading: { path, bytes, of: blob.size } });
      return true;
    };
    set({ reading: { path, bytes: 0, of: blob.size } });
    const read = await client.readLarge(path, blob, progress).catch(() => undefined);
    if (!read && isWanted()) unread.push(file);
    set({ reading: read && { path, bytes: blob.size, of: blob.size } });
  }
  if (unread.length === 0) return unread;
  const rest = (files: Files): Files => files.filter((file) => !unread.includes(file));
  set({
    files: rest(get().files),
    baseline: rest(get().baseline),
    importNotices: [
      ...get().importNotices,
      ...unread.map(({ path, large }) => notice(path, large?.bytes ?? 0, 'was not read again')),
    ],
    loadReportOpen: true,
  });
  return unread;
}
