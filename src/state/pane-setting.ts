// Sizes of the panes, and which are hidden: they belong to the browser, whatever is loaded.
import type { StoreApi } from 'zustand';
import { readSetting, writeSetting } from './browser-setting.ts';
import type { PaneName } from './shell-slice.ts';
import type { WorkbenchState } from './workbench-state.ts';

const key = 'sluice-panes';

/** As chosen by hand; undefined: as at first. */
export interface PaneSizes {
  /** Pixels. */
  readonly list?: number;
  /** Percent of the width. */
  readonly editor?: number;
  /** Pixels. */
  readonly detail?: number;
}

interface Stored extends PaneSizes {
  readonly hidden?: readonly PaneName[];
}

const isSize = (value: unknown): value is number => typeof value === 'number' && value > 0 && value < 10_000;
const isPane = (value: unknown): value is PaneName => value === 'list' || value === 'editor';

/** Whatever is stored, what cannot be used of it is as at first. */
export function readPanes(text: string | undefined): Stored {
  try {
    const stored: unknown = JSON.parse(text ?? '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    const sizes = Object.fromEntries(
      Object.entries(stored).filter(([name, value]) => /^(list|editor|detail)$/.test(name) && isSize(value)),
    );
    const hidden = 'hidden' in stored && Array.isArray(stored.hidden) ? stored.hidden.filter(isPane) : [];
    return { ...sizes, hidden: [...new Set(hidden)] };
  } catch {
    return {};
  }
}

export function paneSizes(): PaneSizes {
  return readPanes(readSetting(key));
}

export function rememberPaneSizes(sizes: PaneSizes): void {
  writeSetting(key, JSON.stringify({ ...readPanes(readSetting(key)), ...sizes }));
}

/** Hides what was hidden last, and remembers it from now on; a reset forgets the sizes as well. */
export function followPanes(store: StoreApi<WorkbenchState>): void {
  for (const pane of readPanes(readSetting(key)).hidden ?? []) store.getState().showPane(pane, false);
  store.subscribe(({ hiddenPanes: hidden, paneResets }, before) => {
    if (paneResets !== before.paneResets) writeSetting(key, JSON.stringify({ hidden }));
    else if (hidden !== before.hiddenPanes) {
      writeSetting(key, JSON.stringify({ ...readPanes(readSetting(key)), hidden }));
    }
  });
}
