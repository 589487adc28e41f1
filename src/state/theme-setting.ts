// The theme outlives workspaces and must be known before the first paint: a setting of its own in local storage.
import type { Theme } from './workbench-state.ts';

const key = 'sluice-theme';

export function readTheme(): Theme {
  try {
    const stored = localStorage.getItem(key);
    return stored === 'light' || stored === 'dark' ? stored : 'system';
  } catch {
    return 'system';
  }
}

/** A browser that blocks storage forgets the setting; nothing else depends on it. */
export function writeTheme(theme: Theme): void {
  try {
    localStorage.setItem(key, theme);
  } catch {
    return;
  }
}
