// The strokes of the gate, in a box of 8 × 16: open, barred from top to bottom, or half of it.
import type { Isolation } from '../engine/results.ts';

export const gatePaths: Readonly<Record<Isolation['state'], string>> = {
  open: 'M1 1.5h6M1 14.5h6M2 1.5v2.5M6 1.5v2.5M2 12v2.5M6 12v2.5',
  governed: 'M1 1.5h6M1 14.5h6M2 1.5v13M6 1.5v13M4 1.5v13',
  mixed: 'M1 1.5h6M1 14.5h6M2 1.5v6.5M4 1.5v6.5M6 1.5v6.5M2 12v2.5M6 12v2.5',
};

/** The same with room for a number over the bars, from 4.5 to 11.5. */
const countedPaths: typeof gatePaths = {
  open: gatePaths.open,
  governed: 'M1 1.5h6M1 14.5h6M2 1.5v2.375M4 1.5v2.375M6 1.5v2.375M2 12.125v2.375M4 12.125v2.375M6 12.125v2.375',
  mixed: 'M1 1.5h6M1 14.5h6M2 1.5v2.375M4 1.5v2.375M6 1.5v2.375M2 12.125v2.375M6 12.125v2.375',
};

/** A gate of `height` with its upper left corner at `x`, `y`, so that many can be one path. */
export function gatePathAt(
  state: Isolation['state'],
  isCounted: boolean,
  at: { readonly x: number; readonly y: number; readonly height: number },
): string {
  const scale = at.height / 16;
  const strokes = (isCounted ? countedPaths : gatePaths)[state].matchAll(/M([\d.]+) ([\d.]+)([hv])([\d.]+)/g);
  return Array.from(
    strokes,
    ([, x, y, way, length]) =>
      `M${at.x + Number(x) * scale} ${at.y + Number(y) * scale}${way}${Number(length) * scale}`,
  ).join('');
}
