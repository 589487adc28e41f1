// The shell slice: dialogs of the page itself, and which panes are on show.
import type { WorkbenchState } from './workbench-state.ts';

export type ShellDialog = 'help' | 'link';
export type PaneName = 'list' | 'editor';
export type Contrast = 'system' | 'normal' | 'more';

export interface ShellSlice {
  readonly dialog: ShellDialog | undefined;
  readonly hiddenPanes: readonly PaneName[];
  /** The map has the window to itself; the panes come back as they were. */
  readonly mapOnly: boolean;
  /** In narrow windows the list slides over the editor. */
  readonly drawerOpen: boolean;
  /** Grows when the sizes of all panes are to be as at first. */
  readonly paneResets: number;
  readonly contrast: Contrast;
  /** Where the cursor is in the file on show, from 1. */
  readonly editorLine: number;
  showDialog(dialog: ShellDialog | undefined): void;
  showPane(pane: PaneName, on: boolean): void;
  setMapOnly(on: boolean): void;
  setDrawer(open: boolean): void;
  resetPanes(): void;
  setContrast(contrast: Contrast): void;
  setEditorLine(line: number): void;
}

export function createShellSlice(
  set: (change: Partial<WorkbenchState>) => void,
  get: () => WorkbenchState,
): ShellSlice {
  return {
    dialog: undefined,
    hiddenPanes: [],
    mapOnly: false,
    drawerOpen: false,
    paneResets: 0,
    contrast: 'system',
    editorLine: 1,
    showDialog: (dialog) => set({ dialog }),
    showPane(pane, on) {
      const { hiddenPanes, mapOnly } = get();
      const others = hiddenPanes.filter((name) => name !== pane);
      if (!mapOnly) set({ hiddenPanes: on ? others : [...others, pane] });
      // Out of the whole window comes the pane asked for, and no other.
      else if (on) set({ mapOnly: false, hiddenPanes: (['list', 'editor'] as const).filter((name) => name !== pane) });
    },
    setMapOnly: (mapOnly) => set({ mapOnly }),
    setDrawer: (drawerOpen) => set({ drawerOpen }),
    resetPanes: () => set({ hiddenPanes: [], mapOnly: false, paneResets: get().paneResets + 1 }),
    setContrast: (contrast) => set({ contrast }),
    setEditorLine: (editorLine) => set({ editorLine }),
  };
}

export const isPaneShown = ({ hiddenPanes, mapOnly }: ShellSlice, pane: PaneName): boolean =>
  !mapOnly && !hiddenPanes.includes(pane);
