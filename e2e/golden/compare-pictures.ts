// Whether two pictures show the same thing, whatever smoothing a browser gave to edges and letters.
import { isFlat, type Picture } from './png.ts';

export interface Difference {
  /** Squares of `TILE` pixels where something stands in one picture and not in the other. */
  readonly tiles: readonly { readonly x: number; readonly y: number }[];
  /** Pixels in the midst of one colour in both pictures, which is not the same colour. */
  readonly recoloured: number;
}

const TILE = 16;
/** Largest distance of a channel that smoothing makes of a line drawn anew. */
const SMOOTHING = 40;
/** Browsers round colours with an alpha differently, by this much. */
const ROUNDING = 2;
/** Pixels of a tile that may be without their like. */
const STRAY = 8;

/** More than this is another picture. A control that the system draws (a tick) may look otherwise. */
const ALLOWED_TILES = 2;
const ALLOWED_RECOLOURED = 250;

function apart(a: number, b: number): number {
  if (a === b) return 0;
  return Math.max(
    Math.abs((a >> 16) - (b >> 16)),
    Math.abs(((a >> 8) & 255) - ((b >> 8) & 255)),
    Math.abs((a & 255) - (b & 255)),
  );
}

/** The pixels around one and itself, as far as the picture goes. */
function* around({ width, height, pixels }: Picture, x: number, y: number): Generator<number> {
  for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row += 1) {
    for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column += 1) {
      yield pixels[row * width + column] ?? 0;
    }
  }
}

/** Whether a colour has its like within a pixel's distance. */
function isThere(colour: number, picture: Picture, x: number, y: number): boolean {
  for (const near of around(picture, x, y)) if (apart(colour, near) <= SMOOTHING) return true;
  return false;
}

/** Pictures of different sizes differ everywhere. */
export function comparePictures(expected: Picture, actual: Picture): Difference {
  const { width, height } = expected;
  if (width !== actual.width || height !== actual.height) return { tiles: [], recoloured: width * height };
  const columns = Math.ceil(width / TILE);
  const strays = new Uint16Array(columns * Math.ceil(height / TILE));
  let recoloured = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      const [a, b] = [expected.pixels[at] ?? 0, actual.pixels[at] ?? 0];
      if (a === b) continue;
      const tile = Math.floor(y / TILE) * columns + Math.floor(x / TILE);
      if (!isThere(a, actual, x, y) || !isThere(b, expected, x, y)) strays[tile] = (strays[tile] ?? 0) + 1;
      if (apart(a, b) > ROUNDING && isFlat(expected, at) && isFlat(actual, at)) recoloured += 1;
    }
  }
  const tiles = [...strays].flatMap((count, tile) =>
    count > STRAY ? [{ x: (tile % columns) * TILE, y: Math.floor(tile / columns) * TILE }] : [],
  );
  return { tiles, recoloured };
}

/** What is told of a difference that counts; empty where the pictures show the same. */
export function differenceText({ tiles, recoloured }: Difference): string {
  const told: string[] = [];
  if (tiles.length > ALLOWED_TILES) {
    const places = tiles.slice(0, 8).map(({ x, y }) => `${x},${y}`);
    told.push(`${tiles.length} squares of ${TILE} px show something else: ${places.join(' ')}`);
  }
  if (recoloured > ALLOWED_RECOLOURED) told.push(`${recoloured} px have another colour`);
  return told.join('; ');
}

/** The actual picture, pale, with the squares that differ framed. */
export function markDifference(actual: Picture, { tiles }: Difference): Picture {
  const { width, height } = actual;
  const pixels = actual.pixels.map((colour) => {
    const pale = (shift: number) => 255 - ((255 - ((colour >> shift) & 255)) >> 2);
    return (pale(16) << 16) | (pale(8) << 8) | pale(0);
  });
  for (const { x, y } of tiles) {
    for (let at = 0; at < TILE; at += 1) {
      const frame = [
        [x + at, y],
        [x + at, y + TILE - 1],
        [x, y + at],
        [x + TILE - 1, y + at],
      ] as const;
      for (const [column, row] of frame) if (column < width && row < height) pixels[row * width + column] = 0xff0000;
    }
  }
  return { width, height, pixels };
}
