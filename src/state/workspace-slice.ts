// The workspace slice: which files there are and what is typed in them. All changes of text go through here.
import { defaultOptions } from '../engine/engine-options.ts';
import type { EngineSync } from './engine-sync.ts';
import {
  changesBetween,
  type Files,
  fileAt,
  freePath,
  inPathOrder,
  withEdits,
  withFile,
  without,
  withText,
} from './file-list.ts';
import { createRevertActions } from './revert-actions.ts';
import { initialView } from './view-slice.ts';
import type { WorkbenchState, WorkspaceSlice } from './workbench-state.ts';
import type { StorageActions } from './workspace-restoring.ts';

type Set = (change: Partial<WorkbenchState>) => void;
type Get = () => WorkbenchState;
type EditActions = Omit<
  WorkspaceSlice,
  keyof typeof initialWorkspace | keyof StorageActions | 'importEntries' | 'cancelReading' | 'canUndoRevert'
>;

export const initialWorkspace = {
  name: '',
  files: [] as Files,
  baseline: [] as Files,
  activeFile: undefined as string | undefined,
  importNotices: [],
  saving: 'saved',
  restoring: true,
  restored: false,
  storageNotice: undefined,
  keptAside: [],
  importing: false,
  reading: undefined,
  canUndoRevert: false,
} satisfies Partial<WorkspaceSlice>;

/** `putAside` keeps the stored workspace before another one replaces it. */
export function createWorkspaceSlice(set: Set, get: Get, sync: EngineSync, putAside: () => Promise<void>): EditActions {
  /** `change` is what else changes with the files. */
  const putFiles = (files: Files, change: Partial<WorkbenchState> = {}) => {
    if (files === get().files) return;
    set({ files, restored: false, saving: get().saving === 'saved' ? 'unsaved' : get().saving, ...change });
    sync.edited();
  };
  const { forgetDropped, ...revertActions } = createRevertActions(set, get, putFiles);

  return {
    ...createOpenActions(set, get, sync, putAside),
    ...revertActions,
    async addFiles(files, notices = []) {
      forgetDropped(files.map((file) => file.path));
      let all = get().files;
      for (const file of files) all = withFile(all, file);
      putFiles(all, { activeFile: files[0]?.path ?? get().activeFile });
      set({ importNotices: notices, loadReportOpen: notices.some((notice) => notice.severity === 'error') });
    },
    editFile(path, text) {
      forgetDropped([path]);
      putFiles(withText(get().files, path, text));
    },
    applyEdits(edits) {
      forgetDropped(edits.map((edit) => edit.file));
      putFiles(withEdits(get().files, edits));
    },
    applyChange({ edits, created = [] }) {
      let files = withEdits(get().files, edits);
      const paths = created.map(({ path, text }) => {
        const free = freePath(files, path);
        files = withText(files, free, text);
        return free;
      });
      forgetDropped([...edits.map((edit) => edit.file), ...paths]);
      putFiles(files, paths[0] === undefined ? {} : { activeFile: paths[0] });
    },
    createFile(path, text) {
      if (fileAt(get().files, path)) return;
      forgetDropped([path]);
      putFiles(withText(get().files, path, text), { activeFile: path });
    },
    removeFile(path) {
      const files = without(get().files, path);
      putFiles(files, { activeFile: get().activeFile === path ? firstToShow(files) : get().activeFile });
    },
    async acceptBaseline() {
      forgetDropped(get().files.map((file) => file.path));
      set({ baseline: get().files });
      await sync.acceptBaseline();
    },
  };
}

function createOpenActions(set: Set, get: Get, sync: EngineSync, putAside: () => Promise<void>) {
  return {
    async openFiles(name, files, notices = []) {
      const ordered = inPathOrder(files);
      if (changesBetween(get().baseline, get().files).length > 0) await putAside();
      set({
        ...initialView,
        // Facts and readings belong to the manifests they were given for.
        options: defaultOptions,
        name,
        files: ordered,
        baseline: ordered,
        activeFile: firstToShow(ordered),
        importNotices: notices,
        screen: 'workbench',
        restored: false,
        canUndoRevert: false,
      });
      await sync.load();
      if (notices.some((notice) => notice.severity === 'error') || get().analysis?.report.incomplete)
        set({ loadReportOpen: true });
    },
    closeWorkspace: () => set({ screen: 'start', restored: false }),
    resumeWorkspace: () => set({ screen: 'workbench' }),
    selectFile: (path) => set({ activeFile: path }),
  } satisfies Partial<WorkspaceSlice>;
}

/** The first file that looks like a policy, otherwise the first. */
function firstToShow(files: Files): string | undefined {
  return (files.find((file) => /^kind: \S*NetworkPolicy\s*$/m.test(file.text)) ?? files[0])?.path;
}
