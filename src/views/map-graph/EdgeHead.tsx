// The mark at an edge's destination: an arrow where flows are allowed, an open arrow where unknown, a bar where not.
import type { Side } from '../../graph/edge-path.ts';

interface EdgeHeadProps {
  readonly x: number;
  readonly y: number;
  readonly side: Side;
  readonly shape: 'arrow' | 'open' | 'bar';
  readonly strong: boolean;
}

const turns = { left: 0, top: 90, right: 180, bottom: 270 } as const;

const shapes = {
  arrow: <path d="M-8,-4.2L0,0L-8,4.2Z" fill="currentColor" stroke="none" />,
  open: <path d="M-7,-4.2L-0.5,0L-7,4.2" fill="none" />,
  bar: <path d="M-6,0H-1.5M-1.5,-6V6" fill="none" />,
} as const;

export function EdgeHead({ x, y, side, shape, strong }: EdgeHeadProps) {
  return (
    <g transform={`translate(${x} ${y}) rotate(${turns[side]})${strong ? ' scale(1.25)' : ''}`}>{shapes[shape]}</g>
  );
}
