// The mark at an edge's destination: an arrow where flows are allowed, an open arrow where unknown, a bar where not.
import type { Side } from '../../graph/edge-path.ts';

interface EdgeHeadProps {
  readonly x: number;
  readonly y: number;
  readonly side: Side;
  readonly shape: 'arrow' | 'open' | 'bar';
  readonly strong: boolean;
}

/** What x and y of a shape that points to the right become. */
const turns: Readonly<Record<Side, (x: number, y: number) => readonly [number, number]>> = {
  left: (x, y) => [x, y],
  top: (x, y) => [-y, x],
  right: (x, y) => [-x, -y],
  bottom: (x, y) => [y, -x],
};

type Line = readonly (readonly [number, number])[];

/** Lines that end at the edge's end. */
const shapes: Readonly<Record<EdgeHeadProps['shape'], readonly Line[]>> = {
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

const STRONG = 1.25;

/** Written in the places of the picture: a `transform` for each of hundreds would be a layer for each, in every frame. */
export function EdgeHead({ x, y, side, shape, strong }: EdgeHeadProps) {
  const size = strong ? STRONG : 1;
  const place = (point: readonly [number, number]): string => {
    const [right, down] = turns[side](point[0] * size, point[1] * size);
    return `${x + right},${y + down}`;
  };
  const path = shapes[shape].map((line) => `M${line.map(place).join('L')}`).join('');
  return shape === 'arrow' ? <path d={`${path}Z`} fill="currentColor" stroke="none" /> : <path d={path} fill="none" />;
}
