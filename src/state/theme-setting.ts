// The theme outlives workspaces and must be known before the first paint: a setting of its own in local storage.
import type { StoreApi } from 'zustand';
import type { Theme, WorkbenchState } from './workbench-state.ts';

const key = 'sluice-theme';

function readTheme(): Theme {
  try {
    const stored = localStorage.getItem(key);
    return stored === 'light' || stored === 'dark' ? stored : 'system';
  } catch {
    return 'system';
  }
}

/** A browser that blocks storage forgets the setting; nothing else depends on it. */
function writeTheme(theme: Theme): void {
  try {
    localStorage.setItem(key, theme);
  } catch {
    return;
  }
}

/** Puts the theme on the page and remembers it, now and at every change. */
export function followTheme(store: StoreApi<WorkbenchState>): void {
  const apply = ({ theme }: WorkbenchState) => {
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  };
  store.getState().setTheme(readTheme());
  apply(store.getState());
  store.subscribe((state, before) => {
    if (state.theme === before.theme) return;
    apply(state);
    writeTheme(state.theme);
  });
}
