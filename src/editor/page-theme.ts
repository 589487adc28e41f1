// Keeps Monaco's theme equal to the page's: system or chosen, light or dark, or the person's own forced colours.
import { editorTheme, hexColor, isLight } from './editor-theme.ts';
import { monaco } from './monaco-core.ts';

/** Sets the theme now and at every change of the page's; returns the function that ends it. */
export function followPageTheme(): () => void {
  const applied = new AbortController();
  const update = () => applyPageTheme();
  update();
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)']) {
    matchMedia(query).addEventListener('change', update, { signal: applied.signal });
  }
  const observer = new MutationObserver(update);
  observer.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['data-theme', 'data-contrast', 'class', 'style'],
  });
  return () => {
    applied.abort();
    observer.disconnect();
  };
}

function applyPageTheme(): void {
  const probe = document.createElement('span');
  probe.hidden = true;
  document.body.append(probe);
  const colorOf = (token: string) => {
    probe.style.color = `var(${token})`;
    return hexColor(getComputedStyle(probe).color);
  };
  const dark = isLight(colorOf('--text-primary'));
  if (matchMedia('(forced-colors: active)').matches) monaco.editor.setTheme(dark ? 'hc-black' : 'hc-light');
  else {
    const name = dark ? 'sluice-dark' : 'sluice-light';
    monaco.editor.defineTheme(name, editorTheme(dark, colorOf));
    monaco.editor.setTheme(name);
  }
  probe.remove();
}
