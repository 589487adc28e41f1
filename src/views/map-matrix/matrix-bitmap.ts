// The whole matrix as a picture of one pixel a cell, from which any part is drawn at any size.
import { type CellVerdict, cellVerdicts, type MatrixModel } from '../../graph/matrix-model.ts';
import { blend, type MatrixColours, type Rgb } from './matrix-colours.ts';

/** Shades of a mixed cell, by the share of pairs allowed. */
const SHADES = 64;

const asPixel = ([red, green, blue]: Rgb): number => ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;

/** Gives the pixel of a cell by its place. A million cells are asked for at once, so colours are mixed beforehand. */
function verdictPixels({ matrix }: MatrixModel, colours: MatrixColours): (place: number) => number {
  const { verdicts, allowed, pairs } = matrix;
  const unknown = colours.isForced
    ? blend(colours.canvas, colours.unknown, 0.2)
    : blend(colours.empty, colours.unknown, 0.6);
  // Where denied flows are all that is asked about they are what is to be seen.
  const isAllDenied = verdicts.every((verdict) => verdict <= cellVerdicts.indexOf('denied'));
  const denied = isAllDenied ? blend(colours.empty, colours.denied, 0.5) : colours.empty;
  const plain: Record<CellVerdict, Rgb> = {
    ...{ allowed: colours.allowed, unknown, denied, none: colours.canvas },
    mixed: colours.allowed,
  };
  const pixels = Uint32Array.from(cellVerdicts, (verdict) => asPixel(plain[verdict]));
  const mixed = cellVerdicts.indexOf('mixed');
  const shades = Uint32Array.from({ length: SHADES + 1 }, (_, shade) =>
    asPixel(blend(colours.empty, colours.allowed, 0.3 + (0.5 * shade) / SHADES)),
  );
  return (place) => {
    const verdict = verdicts[place] ?? 0;
    if (verdict !== mixed) return pixels[verdict] ?? 0;
    return shades[Math.round((SHADES * (allowed[place] ?? 0)) / Math.max(1, pairs[place] ?? 1))] ?? 0;
  };
}

/** The same for flips alone. */
function flipPixels({ matrix: { flips } }: MatrixModel, colours: MatrixColours): (place: number) => number {
  const none = asPixel(colours.empty);
  const unknown = asPixel(colours.unknown);
  const opened = asPixel(colours.allowed);
  const closed = asPixel(colours.isForced ? blend(colours.canvas, colours.denied, 0.5) : colours.denied);
  const both = asPixel(colours.text);
  if (!flips) return () => none;
  return (place) => {
    const isOpened = (flips.opened[place] ?? 0) > 0;
    const isClosed = (flips.closed[place] ?? 0) > 0;
    if (isOpened && isClosed) return both;
    if (isOpened) return opened;
    if (isClosed) return closed;
    return (flips.unknown[place] ?? 0) > 0 ? unknown : none;
  };
}

/** Undefined where the browser has no canvas to draw on. */
export function paintBitmap(
  model: MatrixModel,
  colours: MatrixColours,
  onlyChanges: boolean,
): HTMLCanvasElement | undefined {
  const count = model.ends.length;
  if (count === 0) return undefined;
  const canvas = document.createElement('canvas');
  canvas.width = count;
  canvas.height = count;
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  const image = context.createImageData(count, count);
  const pixels = new Uint32Array(image.data.buffer);
  const pixelAt = onlyChanges ? flipPixels(model, colours) : verdictPixels(model, colours);
  const { places } = model;
  const width = model.matrix.ends.length;
  for (let row = 0, at = 0; row < count; row++) {
    const start = (places[row] ?? 0) * width;
    for (let column = 0; column < count; column++, at++) pixels[at] = pixelAt(start + (places[column] ?? 0));
  }
  context.putImageData(image, 0, 0);
  return canvas;
}
