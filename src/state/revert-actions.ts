// Back to the baseline, and back again: what a revert drops can be brought back until it is typed over.
import { type Files, fileAt, without, withText } from './file-list.ts';
import type { WorkbenchState, WorkspaceSlice } from './workbench-state.ts';

type RevertActions = Pick<WorkspaceSlice, 'revert' | 'undoRevert'> & {
  /** These files were changed otherwise: their dropped texts are gone for good. */
  forgetDropped(paths: readonly string[]): void;
};

export function createRevertActions(
  set: (change: Partial<WorkbenchState>) => void,
  get: () => WorkbenchState,
  putFiles: (files: Files, change?: Partial<WorkbenchState>) => void,
): RevertActions {
  let dropped: Files = [];

  return {
    forgetDropped(paths) {
      if (!get().canUndoRevert) return;
      for (const path of paths) dropped = without(dropped, path);
      if (dropped.length === 0) set({ canUndoRevert: false });
    },
    revert(path) {
      const { files, baseline, activeFile } = get();
      const reverted = path === undefined ? baseline : withBaselineOf(files, baseline, path);
      dropped = files.filter((file) => fileAt(reverted, file.path)?.text !== file.text);
      const shown = activeFile !== undefined && fileAt(reverted, activeFile) ? activeFile : reverted[0]?.path;
      putFiles(reverted, { activeFile: shown, canUndoRevert: dropped.length > 0 });
    },
    undoRevert() {
      if (!get().canUndoRevert) return;
      let { files } = get();
      for (const file of dropped) files = withText(files, file.path, file.text);
      const shown = dropped[0]?.path;
      dropped = [];
      putFiles(files, { canUndoRevert: false, activeFile: shown });
    },
  };
}

function withBaselineOf(files: Files, baseline: Files, path: string): Files {
  const old = fileAt(baseline, path);
  return old ? withText(files, path, old.text) : without(files, path);
}
