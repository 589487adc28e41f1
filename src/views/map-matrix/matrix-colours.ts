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

/** In the person's own colours there are only these: shades of one tell the rest. */
const FORCED: Readonly<Record<keyof typeof TOKENS, string>> = {
  ...{ canvas: 'Canvas', panel: 'Canvas', empty: 'Canvas', selected: 'Canvas' },
  ...{ line: 'GrayText', strong: 'CanvasText', text: 'CanvasText', faint: 'CanvasText' },
  ...{ accent: 'Highlight', allowed: 'CanvasText', denied: 'CanvasText', unknown: 'CanvasText' },
};

export interface MatrixColours extends Readonly<Record<keyof typeof TOKENS, Rgb>> {
  /** Colours say nothing here: shapes and shades must. */
  readonly isForced: boolean;
}

/** As they hold for this element now. */
export function readColours(element: HTMLElement): MatrixColours {
  const probe = document.createElement('span');
  element.append(probe);
  // Otherwise every colour that is asked for would be the one of text.
  probe.style.setProperty('forced-color-adjust', 'none');
  const isForced = matchMedia('(forced-colors: active)').matches;
  const read = (colour: string): Rgb => {
    probe.style.color = colour;
    const [red = 0, green = 0, blue = 0] = (getComputedStyle(probe).color.match(/[\d.]+/g) ?? []).map(Number);
    return [red, green, blue];
  };
  const entries = Object.entries(isForced ? FORCED : TOKENS).map(([name, colour]) => [
    name,
    read(colour.startsWith('--') ? `var(${colour})` : colour),
  ]);
  probe.remove();
  const colours = Object.fromEntries(entries) as Record<keyof typeof TOKENS, Rgb>;
  if (isForced) colours.empty = blend(colours.canvas, colours.text, 0.1);
  return { ...colours, isForced };
}

export const css = ([red, green, blue]: Rgb): string => `rgb(${red} ${green} ${blue})`;

/** `share` of the second colour over the first. */
export function blend(under: Rgb, over: Rgb, share: number): Rgb {
  const mix = (at: 0 | 1 | 2): number => Math.round(under[at] + (over[at] - under[at]) * share);
  return [mix(0), mix(1), mix(2)];
}
