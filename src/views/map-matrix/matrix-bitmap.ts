// The whole matrix as a picture of one pixel a cell, from which any part is drawn at any size.
import { cellPlace, type MatrixModel, verdictAt } from '../../graph/matrix-model.ts';
import { blend, type MatrixColours, type Rgb } from './matrix-colours.ts';

/** The colour of a cell; with `onlyChanges` of its flips alone. */
function cellColour(model: MatrixModel, place: number, colours: MatrixColours, onlyChanges: boolean): Rgb {
  if (onlyChanges) return flipColour(model, place, colours);
  const { allowed, pairs } = model.matrix;
  switch (verdictAt(model, place)) {
    case 'allowed':
      return colours.allowed;
    case 'mixed': {
      const share = (allowed[place] ?? 0) / Math.max(1, pairs[place] ?? 1);
      return blend(colours.empty, colours.allowed, 0.3 + 0.5 * share);
    }
    case 'unknown':
      return colours.isForced
        ? blend(colours.canvas, colours.unknown, 0.2)
        : blend(colours.empty, colours.unknown, 0.6);
    case 'denied':
      return colours.empty;
    case 'none':
      return colours.canvas;
  }
}

function flipColour({ matrix: { flips } }: MatrixModel, place: number, colours: MatrixColours): Rgb {
  const [opened, closed, unknown] = [flips?.opened[place] ?? 0, flips?.closed[place] ?? 0, flips?.unknown[place] ?? 0];
  if (opened === 0 && closed === 0) return unknown > 0 ? colours.unknown : colours.empty;
  if (closed === 0) return colours.allowed;
  if (opened === 0) return colours.isForced ? blend(colours.canvas, colours.denied, 0.5) : colours.denied;
  return colours.text;
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
  for (let row = 0, at = 0; row < count; row++) {
    for (let column = 0; column < count; column++, at += 4) {
      const [red, green, blue] = cellColour(model, cellPlace(model, row, column), colours, onlyChanges);
      image.data[at] = red;
      image.data[at + 1] = green;
      image.data[at + 2] = blue;
      image.data[at + 3] = 255;
    }
  }
  context.putImageData(image, 0, 0);
  return canvas;
}
