// The page's colours as the canvas needs them: resolved for the theme and for the person's own colours.

export type Rgb = readonly [red: number, green: number, blue: number];

const TOKENS = {
  canvas: '--surface-canvas',
  panel: '--surface-panel',
  empty: '--surface-active',
  line: '--line',
  strong: '--line-strong',
  text: '--text-primary',
  faint: '--text-secondary',
  accent: '--accent',
  selected: '--surface-selected',
  allowed: '--verdict-allowed',
  denied: '--verdict-denied',
  unknown: '--verdict-unknown',
} as const;

export interface MatrixColours extends Readonly<Record<keyof typeof TOKENS, Rgb>> {
  /** Colours say nothing here: shapes and shades must. */
  readonly isForced: boolean;
}

/** As they hold for this element now. */
export function readColours(element: HTMLElement): MatrixColours {
  const probe = document.createElement('span');
  element.append(probe);
  const read = (token: string): Rgb => {
    probe.style.color = `var(${token})`;
    const [red = 0, green = 0, blue = 0] = (getComputedStyle(probe).color.match(/[\d.]+/g) ?? []).map(Number);
    return [red, green, blue];
  };
  const entries = Object.entries(TOKENS).map(([name, token]) => [name, read(token)]);
  probe.remove();
  const isForced = matchMedia('(forced-colors: active)').matches;
  return { ...(Object.fromEntries(entries) as Record<keyof typeof TOKENS, Rgb>), isForced };
}

export const css = ([red, green, blue]: Rgb): string => `rgb(${red} ${green} ${blue})`;

/** `share` of the second colour over the first. */
export function blend(under: Rgb, over: Rgb, share: number): Rgb {
  const mix = (at: 0 | 1 | 2): number => Math.round(under[at] + (over[at] - under[at]) * share);
  return [mix(0), mix(1), mix(2)];
}
