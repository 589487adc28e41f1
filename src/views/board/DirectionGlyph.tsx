// Which way a policy governs: an arrow into the bar, out of it, or both.
import type { Direction } from '../../engine/results.ts';

interface DirectionGlyphProps {
  readonly directions: readonly Direction[];
}

const into = 'M1 4h6M5 1.8 7.2 4 5 6.2';
const out = 'M11 8h6M15 5.8 17.2 8 15 10.2';
const labels = { both: 'ingress and egress', ingress: 'ingress', egress: 'egress', none: 'no direction' } as const;

export function DirectionGlyph({ directions }: DirectionGlyphProps) {
  const [isIn, isOut] = [directions.includes('ingress'), directions.includes('egress')];
  const label = labels[isIn && isOut ? 'both' : isIn ? 'ingress' : isOut ? 'egress' : 'none'];
  return (
    <svg viewBox="0 0 18 12" width="18" height="12" fill="none" stroke="currentColor" strokeWidth="1.25" role="img">
      <title>{label}</title>
      <path d="M9 0.5v11" strokeWidth="1.5" />
      {isIn && <path d={into} />}
      {isOut && <path d={out} />}
    </svg>
  );
}
