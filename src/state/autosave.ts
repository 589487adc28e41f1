// Writes the workspace to storage: the latest state, one write at a time; and follows which tab may write.
import type { StoreApi } from 'zustand';
import type { Schedule } from './schedule.ts';
import type { WorkbenchState } from './workbench-state.ts';
import { type StoredView, type StoredWorkspace, storedViewKeys } from './workspace-record.ts';
import type { WorkspaceStorage } from './workspace-storage.ts';

/** Changes of view are saved after this pause, milliseconds. */
const viewPause = 800;

export interface Autosave {
  /** Resolves when the state of now (or a later one) is written, or cannot be. */
  save(): Promise<void>;
  /** Nothing is written before this is done. */
  holdUntil(done: Promise<void>): void;
  /** Starts to save changes of view and of the file on show. */
  watch(): () => void;
}

export function createAutosave(
  store: StoreApi<WorkbenchState>,
  storage: WorkspaceStorage,
  schedule: Schedule,
): Autosave {
  let writing: Promise<void> | undefined;
  let next: Promise<void> | undefined;

  let mayWrite = Promise.resolve();

  const write = async () => {
    await mayWrite;
    const written = store.getState();
    if (written.files.length === 0 && written.baseline.length === 0) return;
    const outcome = await storage.save(workspaceOf(written));
    const unchanged = store.getState().files === written.files;
    // A large file takes long and never changes, so no save waits for it; then the record is written again, with its name.
    const keeping = outcome === 'saved' ? storage.keepLarge(written) : undefined;
    store.setState({ saving: outcome === 'saved' && (!unchanged || keeping) ? 'unsaved' : outcome });
    void keeping?.then((notice) => {
      if (notice !== undefined) store.setState({ storageNotice: notice });
      return save();
    });
  };

  const save = (): Promise<void> => {
    if (!writing) {
      writing = write().finally(() => {
        writing = undefined;
      });
      return writing;
    }
    next ??= writing.then(() => {
      next = undefined;
      return save();
    });
    return next;
  };

  const watch = () => {
    let cancel: () => void = () => undefined;
    return store.subscribe((state, before) => {
      const changed =
        storedViewKeys.some((key) => state[key] !== before[key]) || state.activeFile !== before.activeFile;
      if (!changed || state.restoring) return;
      cancel();
      cancel = schedule(() => void save(), viewPause);
    });
  };

  const holdUntil = (done: Promise<void>) => {
    mayWrite = done;
  };

  return { save, watch, holdUntil };
}

function workspaceOf(state: WorkbenchState): StoredWorkspace {
  const view: StoredView = {
    screen: state.screen,
    mapView: state.mapView,
    ports: state.ports,
    showUngoverned: state.showUngoverned,
    hideUnrelated: state.hideUnrelated,
    hideSystem: state.hideSystem,
    hideHosts: state.hideHosts,
    hideExternal: state.hideExternal,
    savedViews: state.savedViews,
    collapsedNamespaces: state.collapsedNamespaces,
    expandedWorkloads: state.expandedWorkloads,
    lessonPlace: state.lessonPlace,
  };
  const { name, files, baseline, activeFile, options } = state;
  return { name, files, baseline, activeFile, options, view };
}
