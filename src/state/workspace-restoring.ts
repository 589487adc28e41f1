// The part of the workspace slice that deals with storage: bringing work back, handing it from tab to tab, what was kept aside.
import type { EngineClient } from '../client/engine-client.ts';
import type { Autosave } from './autosave.ts';
import type { EngineSync } from './engine-sync.ts';
import type { Files } from './file-list.ts';
import { noHistory } from './history-actions.ts';
import { lostNotice, readLargeAgain, withLargeFiles } from './large-restoring.ts';
import { initialLesson } from './lesson-slice.ts';
import { initialMap } from './map-slice.ts';
import type { WorkbenchState, WorkspaceSlice } from './workbench-state.ts';
import type { StoredWorkspace } from './workspace-record.ts';
import type { StorageOwner, WorkspaceStorage } from './workspace-storage.ts';

export type StorageActions = Pick<
  WorkspaceSlice,
  'restore' | 'takeOver' | 'dismissNotice' | 'openKeptAside' | 'discardKeptAside' | 'readKeptAside'
>;

type Set = (change: Partial<WorkbenchState>) => void;
type Get = () => WorkbenchState;

/** What the stored view may lack. */
const initial = { ...initialMap, ...initialLesson };

/** What belongs to the workspace that was on show before. */
const gone = {
  importNotices: [],
  ...noHistory,
  selection: undefined,
  explainQuery: undefined,
} satisfies Partial<WorkbenchState>;

export function createStorageActions(
  set: Set,
  get: Get,
  sync: EngineSync,
  autosave: Autosave,
  storage: WorkspaceStorage,
  client: Pick<EngineClient, 'readLarge'>,
): StorageActions {
  /** The files as storage had them: anything else on show is this tab's own work. */
  let asStored: Files = get()?.files ?? [];
  let wasOtherTab = false;

  const show = async (workspace: StoredWorkspace, restored: boolean) => {
    const { view, large = [], ...kept } = workspace;
    const { files, baseline, lost } = withLargeFiles(workspace, large);
    asStored = files;
    set({ ...kept, files, baseline, ...initial, ...view, ...gone, restored, importNotices: lost.map(lostNotice) });
    if (lost.length > 0) set({ loadReportOpen: true });
    const unread = await readLargeAgain(set, get, client, files, baseline);
    if (unread.length > 0 && asStored === files) asStored = get().files;
    if (get().files.length > 0) await sync.load();
    set({ reading: undefined });
  };

  /** The other tab's last save is shown if this tab has no work of its own, and is kept aside otherwise. */
  const claim = async () => {
    if (get().files !== asStored) {
      set({ keptAside: await storage.keepAside('saved by another tab') });
      return;
    }
    const { workspace } = await storage.restore();
    // Not awaited: saving waits for this claim, and the analysis need not.
    if (workspace) void show(workspace, false);
  };

  const ownerChanged = (owner: StorageOwner) => {
    if (owner === 'this-tab' && wasOtherTab) {
      wasOtherTab = false;
      set({ saving: 'unsaved' });
      const claimed = claim();
      autosave.holdUntil(claimed);
      void claimed.then(autosave.save);
    } else if (owner !== 'this-tab') {
      wasOtherTab = owner === 'other-tab';
      asStored = wasOtherTab ? get().files : asStored;
      set({ saving: wasOtherTab ? 'other-tab' : 'blocked' });
    }
  };

  return {
    async restore() {
      const { workspace, keptAside, notice } = await storage.restore();
      set({ keptAside, storageNotice: notice });
      storage.onOwner(ownerChanged);
      autosave.watch();
      const shown = workspace ? show(workspace, workspace.view.screen === 'workbench') : undefined;
      set({ restoring: false });
      asStored = get().files;
      await shown;
    },
    takeOver: () => storage.takeOver(),
    dismissNotice(notice) {
      if (notice === 'storage') set({ storageNotice: undefined });
      else set({ engineNotice: undefined });
    },
    async openKeptAside(id) {
      const workspace = await storage.openKeptAside(id);
      if (!workspace) return;
      if (get().files.length > 0 && !get().lessonPlace) {
        await autosave.save();
        set({ keptAside: await storage.keepAside('replaced by a kept workspace') });
      }
      await show({ ...workspace, view: { ...workspace.view, screen: 'workbench' } }, false);
    },
    async discardKeptAside(id) {
      set({ keptAside: await storage.discardKeptAside(id) });
    },
    readKeptAside: (id) => storage.readKeptAside(id),
  };
}
