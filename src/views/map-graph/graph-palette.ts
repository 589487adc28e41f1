// The page's colours of now, as text that needs no page.
import type { GraphPalette } from '../../exporters/graph-picture.ts';

const TOKENS = {
  canvas: '--surface-canvas',
  panel: '--surface-panel',
  hover: '--surface-hover',
  text: '--text-primary',
  secondary: '--text-secondary',
  faint: '--text-faint',
  line: '--line',
  lineStrong: '--line-strong',
  accent: '--accent',
  onAccent: '--text-on-accent',
  allowed: '--verdict-allowed',
  denied: '--verdict-denied',
  unknown: '--verdict-unknown',
  mixed: '--verdict-mixed',
} as const;

export function readPalette(element: HTMLElement): GraphPalette {
  const probe = document.createElement('span');
  element.append(probe);
  probe.style.setProperty('forced-color-adjust', 'none');
  const colours = Object.entries(TOKENS).map(([name, token]) => {
    probe.style.color = `var(${token})`;
    return [name, getComputedStyle(probe).color];
  });
  probe.remove();
  const families = getComputedStyle(element);
  return {
    ...(Object.fromEntries(colours) as Record<keyof typeof TOKENS, string>),
    ui: families.getPropertyValue('--font-ui').trim(),
    mono: families.getPropertyValue('--font-mono').trim(),
  };
}
