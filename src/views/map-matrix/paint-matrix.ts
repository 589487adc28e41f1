// Draws what is in view of the matrix: cells, marks where there is room for them, names, and the row and column in question.
import { cellAt, type MatrixCell, type MatrixModel } from '../../graph/matrix-model.ts';
import { type MatrixHead, type MatrixViewport, placesInView, type Room } from '../../graph/matrix-view.ts';
import { css, type MatrixColours } from './matrix-colours.ts';
import { paintNames } from './paint-names.ts';

/** From this size on cells carry marks, and lines part them. */
const MARKS_FROM = 12;
const LINES_FROM = 6;
/** A heading is in row or column -1. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

export interface MatrixScene {
  readonly model: MatrixModel;
  readonly bitmap: CanvasImageSource;
  readonly view: MatrixViewport;
  readonly room: Room;
  readonly head: MatrixHead;
  readonly colours: MatrixColours;
  readonly fonts: { readonly name: string };
  readonly onlyChanges: boolean;
  /** Under the pointer, or where the keys are. */
  readonly cursor: CellPlace | undefined;
  /** The selected cell; of a selected node its row and column. */
  readonly selected: CellPlace | undefined;
  readonly ofNode: boolean;
}

type Context = CanvasRenderingContext2D;

export function paintMatrix(context: Context, scene: MatrixScene): void {
  const { room, colours, head } = scene;
  context.fillStyle = css(colours.canvas);
  context.fillRect(0, 0, head.width + room.width, head.height + room.height);
  context.save();
  context.translate(head.width, head.height);
  context.beginPath();
  context.rect(0, 0, room.width, room.height);
  context.clip();
  paintCells(context, scene);
  paintCross(context, scene);
  context.restore();
  paintNames(context, scene, 'row');
  paintNames(context, scene, 'column');
}

function paintCells(context: Context, scene: MatrixScene): void {
  const { bitmap, view, model } = scene;
  const length = model.ends.length * view.size;
  context.imageSmoothingEnabled = view.size < 1;
  context.drawImage(bitmap, view.x, view.y, length, length);
  if (view.size >= LINES_FROM) paintLines(context, scene, length);
  if (view.size >= MARKS_FROM) paintMarks(context, scene);
}

function paintLines(context: Context, { view, room, model, colours }: MatrixScene, length: number): void {
  const count = model.ends.length;
  context.fillStyle = css(colours.canvas);
  const [fromColumn, toColumn] = placesInView(view.x, view.size, room.width, count);
  const [fromRow, toRow] = placesInView(view.y, view.size, room.height, count);
  for (let at = fromColumn; at <= toColumn; at++) {
    context.fillRect(Math.round(view.x + at * view.size), view.y, 1, length);
  }
  for (let at = fromRow; at <= toRow; at++) {
    context.fillRect(view.x, Math.round(view.y + at * view.size), length, 1);
  }
}

function paintMarks(context: Context, scene: MatrixScene): void {
  const { view, room, model } = scene;
  const count = model.ends.length;
  const [fromColumn, toColumn] = placesInView(view.x, view.size, room.width, count);
  const [fromRow, toRow] = placesInView(view.y, view.size, room.height, count);
  for (let row = fromRow; row < toRow; row++) {
    for (let column = fromColumn; column < toColumn; column++) {
      const cell = cellAt(model, row, column);
      if (cell) paintMark(context, scene, cell, view.x + column * view.size, view.y + row * view.size);
    }
  }
}

/** The shape that says the verdict without its colour, and the flips. */
function paintMark(context: Context, scene: MatrixScene, cell: MatrixCell, x: number, y: number): void {
  const { colours, view, onlyChanges } = scene;
  const { size } = view;
  const [middleX, middleY] = [x + size / 2 + 0.5, y + size / 2 + 0.5];
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.font = `600 ${Math.min(14, Math.round(size * 0.62))}px ${scene.fonts.name}`;
  if (!onlyChanges && cell.verdict === 'unknown') {
    context.fillStyle = css(colours.isForced ? colours.text : colours.canvas);
    context.fillText('?', middleX, middleY);
  } else if (!onlyChanges && cell.verdict === 'denied') {
    context.fillStyle = css(colours.strong);
    context.fillRect(Math.round(middleX - size / 6), Math.round(middleY), Math.round(size / 3), 1);
  } else if (!onlyChanges && cell.verdict === 'mixed') {
    // Filled from below by the share of pairs that are allowed.
    const height = Math.max(2, (size - 3) * (cell.allowed / Math.max(1, cell.pairs)));
    context.fillStyle = css(colours.allowed);
    context.fillRect(x + 1, y + size - height, size - 1, height);
  }
  paintFlipMarks(context, scene, cell, x, y);
}

function paintFlipMarks(
  context: Context,
  { colours, view, onlyChanges }: MatrixScene,
  cell: MatrixCell,
  x: number,
  y: number,
): void {
  const { size } = view;
  const mark = (points: readonly (readonly [number, number])[], colour: string): void => {
    context.beginPath();
    for (const [px, py] of points) context.lineTo(x + px * size, y + py * size);
    context.closePath();
    context.fillStyle = colour;
    context.fill();
    context.lineWidth = 1;
    context.strokeStyle = css(colours.panel);
    context.stroke();
  };
  const fill = (colour: string): string => (onlyChanges ? css(colours.panel) : colour);
  if (cell.opened > 0)
    mark(
      [
        [0.5, 0.18],
        [0.82, 0.52],
        [0.18, 0.52],
      ],
      fill(css(colours.text)),
    );
  if (cell.closed > 0)
    mark(
      [
        [0.5, 0.88],
        [0.82, 0.56],
        [0.18, 0.56],
      ],
      fill(css(colours.denied)),
    );
}

function paintCross(context: Context, scene: MatrixScene): void {
  const { view, room, model, colours, cursor, selected, ofNode } = scene;
  const length = model.ends.length * view.size;
  if (ofNode && selected && selected.row >= 0) paintOwn(context, scene, selected.row, length);
  if (cursor) {
    const [x, y] = [view.x + cursor.column * view.size, view.y + cursor.row * view.size];
    const breadth = Math.max(1, view.size);
    context.fillStyle = css(colours.accent);
    context.globalAlpha = 0.16;
    if (cursor.row >= 0) context.fillRect(0, y, Math.min(room.width, view.x + length), breadth);
    if (cursor.column >= 0) context.fillRect(x, 0, breadth, Math.min(room.height, view.y + length));
    context.globalAlpha = 1;
  }
  for (const place of [ofNode ? undefined : selected, cursor]) {
    if (!place || place.row < 0 || place.column < 0) continue;
    const breadth = Math.max(5, view.size + 1);
    const inset = (breadth - view.size) / 2;
    context.lineWidth = place === selected ? 2.5 : 1.5;
    context.strokeStyle = css(colours.accent);
    const [x, y] = [view.x + place.column * view.size - inset, view.y + place.row * view.size - inset];
    context.strokeRect(x + 0.5, y + 0.5, breadth, breadth);
  }
}

/** The row and the column of a selected node, between lines. */
function paintOwn(context: Context, { view, colours }: MatrixScene, place: number, length: number): void {
  const breadth = Math.max(3, view.size);
  context.lineWidth = 2;
  context.strokeStyle = css(colours.accent);
  context.strokeRect(view.x, view.y + place * view.size, length, breadth);
  context.strokeRect(view.x + place * view.size, view.y, breadth, length);
}
