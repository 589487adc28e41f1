// Theme and contrast outlive workspaces and must be known before the first paint: settings of their own in local storage.
import type { StoreApi } from 'zustand';
import { readSetting, writeSetting } from './browser-setting.ts';
import type { Contrast } from './shell-slice.ts';
import type { Theme, WorkbenchState } from './workbench-state.ts';

const themeKey = 'sluice-theme';
const contrastKey = 'sluice-contrast';
const moreContrast = '(prefers-contrast: more)';

function readTheme(): Theme {
  const stored = readSetting(themeKey);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

function readContrast(): Contrast {
  const stored = readSetting(contrastKey);
  return stored === 'normal' || stored === 'more' ? stored : 'system';
}

/** Puts what was chosen on a page that offers no choice of its own. */
export function applyChosenLook(): void {
  const { dataset } = document.documentElement;
  const theme = readTheme();
  const contrast = readContrast();
  if (theme !== 'system') dataset.theme = theme;
  if (contrast === 'more' || (contrast === 'system' && matchMedia(moreContrast).matches)) dataset.contrast = 'more';
}

/** Puts them on the page and remembers them, now and at every change, the system's included. */
export function followTheme(store: StoreApi<WorkbenchState>): void {
  const system = matchMedia(moreContrast);
  const apply = () => {
    const { theme, contrast } = store.getState();
    const { dataset } = document.documentElement;
    if (theme === 'system') delete dataset.theme;
    else dataset.theme = theme;
    const isMore = contrast === 'system' ? system.matches : contrast === 'more';
    if (isMore) dataset.contrast = 'more';
    else delete dataset.contrast;
  };
  store.getState().setTheme(readTheme());
  store.getState().setContrast(readContrast());
  apply();
  system.addEventListener('change', apply);
  store.subscribe((state, before) => {
    if (state.theme === before.theme && state.contrast === before.contrast) return;
    apply();
    writeSetting(themeKey, state.theme);
    writeSetting(contrastKey, state.contrast);
  });
}
