// The gate: Sluice's mark. Two posts and what stands between them say whether policy governs a direction of an endpoint.
import type { Direction, Isolation } from '../engine/results.ts';
import { gatePaths } from '../graph/gate-path.ts';

interface GateGlyphProps {
  readonly state: Isolation['state'];
  readonly direction: Direction;
  /** Rules that allow something, drawn as a number over the bars of a governed gate. */
  readonly allowingRules?: number;
  /** Height in CSS pixels; the width is half of it. */
  readonly size?: number;
  /** Said to screen readers; without it the glyph is decoration. */
  readonly label?: string;
}

const words = { open: 'not governed', governed: 'governed', mixed: 'some pods governed' } as const;

/** `ingress: governed, 2 allowing rules` */
export function gateWords(direction: Direction, isolation: Pick<Isolation, 'state' | 'allowingRules'>): string {
  const { state, allowingRules } = isolation;
  if (state === 'open') return `${direction}: ${words.open}`;
  return `${direction}: ${words[state]}, ${allowingRules} allowing ${allowingRules === 1 ? 'rule' : 'rules'}`;
}

/** Open: the passage between two posts is free. Governed: barred from top to bottom. Mixed: half of it is. */
export function GateGlyph({ state, direction, allowingRules, size = 16, label }: GateGlyphProps) {
  const counted = state !== 'open' && allowingRules !== undefined && allowingRules > 0;
  return (
    <svg
      viewBox="0 0 8 16"
      width={size / 2}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.25"
      role="img"
      aria-label={label ?? ''}
      aria-hidden={label === undefined}
      data-state={state}
      data-direction={direction}
    >
      <path d={gatePaths[state]} strokeLinecap="square" />
      {counted && (
        <>
          <rect x="0" y="4.5" width="8" height="7" rx="1.5" fill="var(--surface-panel, Canvas)" stroke="none" />
          <text x="4" y="10.4" textAnchor="middle" fontSize="7" fontWeight="600" fill="currentColor" stroke="none">
            {allowingRules > 9 ? '9+' : allowingRules}
          </text>
        </>
      )}
    </svg>
  );
}
