// Sums of flips.
import type { Impact } from './results.ts';

export const NO_IMPACT: Impact = { opened: 0, closed: 0, unknown: 0 };

export function addImpact(sum: Impact, own: Impact, times = 1): Impact {
  return {
    opened: sum.opened + own.opened * times,
    closed: sum.closed + own.closed * times,
    unknown: sum.unknown + own.unknown * times,
  };
}

/** Flips of every kind. */
export const flipsIn = ({ opened, closed, unknown }: Impact): number => opened + closed + unknown;
