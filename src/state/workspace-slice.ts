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
import { createHistory, noHistory } from './history-actions.ts';
import { initialLesson } from './lesson-slice.ts';
import { initialLookup } from './lookup-slice.ts';
import { initialMap } from './map-slice.ts';
import { initialPins } from './pin-slice.ts';
import { initialReview } from './review-slice.ts';
import type { Schedule } from './schedule.ts';
import { initialView } from './view-slice.ts';
import type { WorkbenchState, WorkspaceSlice } from './workbench-state.ts';
import type { StorageActions } from './workspace-restoring.ts';

type Set = (change: Partial<WorkbenchState>) => void;
type Get = () => WorkbenchState;
type EditActions = Omit<
  WorkspaceSlice,
  keyof typeof initialWorkspace | keyof StorageActions | 'importEntries' | 'cancelReading'
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
  ...noHistory,
} satisfies Partial<WorkspaceSlice>;

/** `putAside` keeps the stored workspace before another one replaces it. */
export function createWorkspaceSlice(
  set: Set,
  get: Get,
  sync: EngineSync,
  putAside: () => Promise<void>,
  schedule: Schedule,
): EditActions {
  /** `change` is what else changes with the files. */
  const putFiles = (files: Files, change: Partial<WorkbenchState> = {}) => {
    if (files === get().files) return;
    set({ files, restored: false, saving: get().saving === 'saved' ? 'unsaved' : get().saving, ...change });
    sync.edited();
  };
  const { record, actions } = createHistory(set, get, putFiles, sync, schedule);

  return {
    ...createOpenActions(set, get, sync, putAside),
    ...actions,
    async addFiles(files, notices = []) {
      let all = get().files;
      for (const file of files) all = withFile(all, file);
      const label = files.length === 1 ? `Add ${files[0]?.path}` : `Add ${files.length} files`;
      record(label, all, { activeFile: files[0]?.path ?? get().activeFile });
      set({ importNotices: notices, loadReportOpen: notices.some((notice) => notice.severity === 'error') });
    },
    applyChange({ label, edits, created = [] }) {
      let files = withEdits(get().files, edits);
      const paths = created.map(({ path, text }) => {
        const free = freePath(files, path);
        files = withText(files, free, text);
        return free;
      });
      record(label, files, paths[0] === undefined ? {} : { activeFile: paths[0] });
    },
    createFile(path, text) {
      if (fileAt(get().files, path)) return;
      record(`Create ${path}`, withText(get().files, path, text), { activeFile: path });
    },
    replaceFiles(label, wanted) {
      const { files, activeFile } = get();
      // A file that stays as it is stays the same one, and is no part of the step.
      const replaced = inPathOrder(wanted).map((file) => {
        const old = fileAt(files, file.path);
        return old?.text === file.text ? old : file;
      });
      const shown = activeFile !== undefined && fileAt(replaced, activeFile) ? activeFile : firstToShow(replaced);
      record(label, replaced, { activeFile: shown });
    },
    removeFile(path) {
      const files = without(get().files, path);
      const activeFile = get().activeFile === path ? firstToShow(files) : get().activeFile;
      record(`Remove ${path}`, files, { activeFile });
    },
    revert(path) {
      const { files, baseline, activeFile } = get();
      const reverted = path === undefined ? baseline : withBaselineOf(files, baseline, path);
      const shown = activeFile !== undefined && fileAt(reverted, activeFile) ? activeFile : reverted[0]?.path;
      record(`Revert ${path ?? 'to the baseline'}`, reverted, { activeFile: shown }, 'revert');
    },
    undoRevert() {
      if (get().canUndoRevert) actions.undo();
    },
    async acceptBaseline() {
      set({ baseline: get().files });
      await sync.acceptBaseline();
    },
  };
}

function withBaselineOf(files: Files, baseline: Files, path: string): Files {
  const old = fileAt(baseline, path);
  return old ? withText(files, path, old.text) : without(files, path);
}

function createOpenActions(set: Set, get: Get, sync: EngineSync, putAside: () => Promise<void>) {
  const openWorkspace: WorkspaceSlice['openWorkspace'] = async (opened, notices = []) => {
    const { name, files, baseline, options, view, activeFile, lesson } = opened;
    const ordered = inPathOrder(files);
    if (!lesson && changesBetween(get().baseline, get().files).length > 0) await putAside();
    set({
      ...initialView,
      ...initialLookup,
      ...initialPins,
      ...initialReview,
      ...initialMap,
      ...initialLesson,
      ...view,
      ...lesson,
      // Facts and readings belong to the manifests they were given for.
      options: { ...defaultOptions, ...options },
      name,
      files: ordered,
      baseline: baseline === files ? ordered : inPathOrder(baseline),
      activeFile: activeFile !== undefined && fileAt(ordered, activeFile) ? activeFile : firstToShow(ordered),
      importNotices: notices,
      screen: 'workbench',
      restored: false,
      ...noHistory,
    });
    await sync.load();
    // What is wrong with the files of a lesson is what the lesson is about.
    if (lesson) return;
    if (notices.some((notice) => notice.severity === 'error') || get().analysis?.report.incomplete)
      set({ loadReportOpen: true });
  };
  return {
    openFiles: (name, files, notices = []) => openWorkspace({ name, files, baseline: files }, notices),
    openWorkspace,
    closeWorkspace: () => set({ screen: 'start', restored: false }),
    resumeWorkspace: () => set({ screen: 'workbench' }),
    selectFile: (path) => set({ activeFile: path }),
  } satisfies Partial<WorkspaceSlice>;
}

/** The first file that looks like a policy, otherwise the first. */
function firstToShow(files: Files): string | undefined {
  return (files.find((file) => /^kind: \S*NetworkPolicy\s*$/m.test(file.text)) ?? files[0])?.path;
}
