// Packs boxes into shelves in the order given, toward an aspect ratio. Small boxes stack in columns within a shelf.
import type { Size } from './node-size.ts';

export interface Packed extends Size {
  /** Top left corners, in the order of the input. */
  readonly places: readonly { readonly x: number; readonly y: number }[];
}

/** `span`: the less, the larger a window of the aspect shows it. */
export interface Fitted extends Packed {
  readonly span: number;
}

/** Widths that are tried between the widest box and all boxes side by side. */
const TRIALS = 24;

/**
 * Chooses the shelf width whose picture can be shown largest in a window of the aspect (width : height), the smaller area
 * on a tie. `beside` is the width already taken at the left of all shelves.
 */
export function packShelves(sizes: readonly Size[], gap: Size, aspect: number, beside = 0): Fitted {
  const widest = sizes.reduce((most, { width }) => Math.max(most, width), 0);
  const all = sizes.reduce((sum, { width }) => sum + width + gap.width, 0);
  let best = packWithin(sizes, gap, widest);
  let bestScore = score(best, aspect, beside);
  for (let trial = 1; trial <= TRIALS && sizes.length > 1; trial++) {
    const packed = packWithin(sizes, gap, widest + ((all - widest) * trial) / TRIALS);
    const packedScore = score(packed, aspect, beside);
    if (packedScore < bestScore) {
      best = packed;
      bestScore = packedScore;
    }
  }
  return { ...best, span: bestScore };
}

function score({ width, height }: Size, aspect: number, beside: number): number {
  const scaled = Math.max((width + beside) / aspect, height);
  return scaled + (width * height) / 1e9;
}

/** Shelves no wider than `limit`, unless one box is. */
export function packWithin(sizes: readonly Size[], gap: Size, limit: number): Packed {
  const places: { x: number; y: number }[] = [];
  const shelf = { y: 0, height: 0, x: 0 };
  const column = { width: 0, bottom: 0 };
  let width = 0;
  let height = 0;
  for (const size of sizes) {
    const fitsAcross = size.width <= column.width || (column.width > 0 && shelf.x + size.width <= limit);
    if (fitsAcross && column.bottom + gap.height + size.height <= shelf.y + shelf.height) {
      places.push({ x: shelf.x, y: column.bottom + gap.height });
      column.bottom += gap.height + size.height;
      column.width = Math.max(column.width, size.width);
      width = Math.max(width, shelf.x + size.width);
      continue;
    }
    let x = column.width === 0 ? 0 : shelf.x + column.width + gap.width;
    if (x > 0 && x + size.width > limit) {
      shelf.y += shelf.height + gap.height;
      shelf.height = 0;
      x = 0;
    }
    shelf.x = x;
    shelf.height = Math.max(shelf.height, size.height);
    column.width = size.width;
    column.bottom = shelf.y + size.height;
    places.push({ x, y: shelf.y });
    width = Math.max(width, x + size.width);
    height = Math.max(height, shelf.y + shelf.height);
  }
  return { places, width, height };
}
