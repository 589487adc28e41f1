// The strokes of the gate, in a box of 8 × 16: open, barred from top to bottom, or half of it.
import type { Isolation } from '../engine/results.ts';

export const gatePaths: Readonly<Record<Isolation['state'], string>> = {
  open: 'M1 1.5h6M1 14.5h6M2 1.5v2.5M6 1.5v2.5M2 12v2.5M6 12v2.5',
  governed: 'M1 1.5h6M1 14.5h6M2 1.5v13M6 1.5v13M4 1.5v13',
  mixed: 'M1 1.5h6M1 14.5h6M2 1.5v6.5M4 1.5v6.5M6 1.5v6.5M2 12v2.5M6 12v2.5',
};
