// The marks of an edge as paths: an arrow where flows are allowed, an open arrow where unknown, a bar where not; two strokes where mixed.
import type { Anchor, Side } from './edge-path.ts';
import type { GraphEdge } from './graph.ts';
import type { Point } from './obstacle-index.ts';

type Turn = (x: number, y: number) => readonly [number, number];

/** What x and y of a shape that points to the right become. */
const turns: Readonly<Record<Side, Turn>> = {
  left: (x, y) => [x, y],
  top: (x, y) => [-y, x],
  right: (x, y) => [-x, -y],
  bottom: (x, y) => [y, -x],
};

type Line = readonly (readonly [number, number])[];

/** Lines that end at the edge's end. */
const shapes: Readonly<Record<'arrow' | 'open' | 'bar', readonly Line[]>> = {
  arrow: [
    [
      [-8, -4.2],
      [0, 0],
      [-8, 4.2],
    ],
  ],
  open: [
    [
      [-7, -4.2],
      [-0.5, 0],
      [-7, 4.2],
    ],
  ],
  bar: [
    [
      [-6, 0],
      [-1.5, 0],
    ],
    [
      [-1.5, -6],
      [-1.5, 6],
    ],
  ],
};

const shapeOf = { allowed: 'arrow', mixed: 'arrow', unknown: 'open', denied: 'bar' } as const;

/** A flip's marks are larger. */
const STRONG = 1.25;

/** Written in the places of the picture: a `transform` for each of hundreds would be a layer for each, in every frame. */
export function headPath(
  { x, y, side }: Anchor,
  verdict: GraphEdge['verdict'],
  strong: boolean,
): { readonly path: string; readonly isFilled: boolean } {
  const size = strong ? STRONG : 1;
  const shape = shapeOf[verdict];
  const place = (point: readonly [number, number]): string => {
    const [right, down] = turns[side](point[0] * size, point[1] * size);
    return `${x + right},${y + down}`;
  };
  const path = shapes[shape].map((line) => `M${line.map(place).join('L')}`).join('');
  return shape === 'arrow' ? { path: `${path}Z`, isFilled: true } : { path, isFilled: false };
}

/** Two strokes across the line. */
export function splitPath({ x, y }: Point): string {
  return `M${x - 5},${y + 5}l6,-10m-2,10l6,-10`;
}
