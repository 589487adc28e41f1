// The token file: the high-contrast theme is one, in light and in dark.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

function tokensOf(selector: string): ReadonlyMap<string, string> {
  const body = css.split(`${selector} {`)[1]?.split('\n}')[0] ?? '';
  return new Map([...body.matchAll(/(--[\w-]+): ([^;]+);/g)].map(([, name = '', value = '']) => [name, value]));
}

const tokens = new Map([...tokensOf(':root'), ...tokensOf(':root[data-contrast="more"]')]);

function colorOf(token: string, side: 0 | 1): string {
  const value = tokens.get(token) ?? '';
  const other = /^var\((.+)\)$/.exec(value)?.[1];
  if (other !== undefined) return colorOf(other, side);
  return /^light-dark\((#\w+), (#\w+)\)$/.exec(value)?.[side + 1] ?? '';
}

/** Relative luminance, WCAG 2.2. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const surfaces = ['canvas', 'panel', 'bar', 'raised', 'hover', 'active', 'selected'].map((name) => `--surface-${name}`);
const texts = [
  ...['--text-primary', '--text-secondary', '--text-faint', '--accent', '--neutral-9'],
  ...['allowed', 'denied', 'unknown', 'mixed'].map((name) => `--verdict-${name}`),
  ...['error', 'warning', 'info'].map((name) => `--severity-${name}`),
];
const onSoft = ['verdict-allowed', 'verdict-denied', 'verdict-unknown', 'severity-error', 'severity-warning'];

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('high contrast, %s', (_, side) => {
  const ratio = (ink: string, paper: string) => contrast(colorOf(ink, side), colorOf(paper, side));

  it.each(texts)('%s reads at 7:1 on every surface', (text) =>
    expect(Math.min(...surfaces.map((surface) => ratio(text, surface)))).toBeGreaterThanOrEqual(7),
  );

  it.each(['--line', '--line-strong', '--line-faint'])('%s stands out at 3:1', (line) =>
    expect(Math.min(...surfaces.slice(0, 4).map((surface) => ratio(line, surface)))).toBeGreaterThanOrEqual(3),
  );

  it.each(onSoft)('--%s reads at 7:1 on its own ground', (name) =>
    expect(ratio(`--${name}`, `--${name}-soft`)).toBeGreaterThanOrEqual(7),
  );

  it('reads on the accent', () => expect(ratio('--text-on-accent', '--accent')).toBeGreaterThanOrEqual(7));
});
