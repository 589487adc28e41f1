// Where the cells of a matrix lie in the window: pan, zoom, and which cell is under a point. Plain numbers.

/** `x`, `y`: where the first cell begins, in pixels from the corner between the headings; `size`: of a cell. */
export interface MatrixViewport {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** The room for cells, in pixels. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

/** Room for the names, in pixels: of rows at the left, of columns above. */
export interface MatrixHead {
  readonly width: number;
  readonly height: number;
}

const MIN_SIZE = 0.25;
const MAX_SIZE = 40;
/** Cells of a matrix that is smaller than its window are no larger than this. */
const COMFORTABLE = 26;

/** Of the window, that names may take where cells leave it free, and where cells are small for it. */
const FREE_SHARE = 0.6;
const TAKEN_SHARE = 0.4;
/** Pixels that names have in any case, and that they may take from cells. */
const LEAST = { width: 132, height: 96 };
const MOST = 240;

/** As much as the longest name wants, in pixels, as far as cells leave it free or can spare it. */
export function headFor(wanted: number, count: number, { width, height }: Room): MatrixHead {
  const limits = { width: Math.min(MOST, width * TAKEN_SHARE), height: Math.min(MOST, height * TAKEN_SHARE) };
  const cells = (room: number): number => Math.min(room, count * COMFORTABLE);
  const head = (side: 'width' | 'height', all: number, free: number): number => {
    const most = Math.max(limits[side], Math.min(free, all * FREE_SHARE));
    return Math.round(Math.max(LEAST[side], Math.min(wanted, most)));
  };
  // Cells are as wide as they are high: the narrower side says how large they are.
  const columns = head('height', height, height - cells(width - limits.width));
  return { width: head('width', width, width - cells(height - columns)), height: columns };
}

/** All cells in view, at the upper left. */
export function fitted(count: number, { width, height }: Room): MatrixViewport {
  const size = Math.min(width, height) / Math.max(1, count);
  return { x: 0, y: 0, size: Math.max(MIN_SIZE, Math.min(COMFORTABLE, size)) };
}

/** Keeps cells in view: a matrix that is larger than the room fills it. */
export function kept({ x, y, size }: MatrixViewport, count: number, room: Room): MatrixViewport {
  const along = (at: number, length: number): number => Math.min(0, Math.max(at, Math.min(0, length - count * size)));
  return { x: along(x, room.width), y: along(y, room.height), size };
}

/** The point at `x`, `y` stays where it is. */
export function zoomed(
  view: MatrixViewport,
  factor: number,
  at: { readonly x: number; readonly y: number },
): MatrixViewport {
  const size = Math.max(MIN_SIZE, Math.min(MAX_SIZE, view.size * factor));
  const scale = size / view.size;
  return { x: at.x - (at.x - view.x) * scale, y: at.y - (at.y - view.y) * scale, size };
}

/** Moves as little as needed for a cell to be in view, with a cell around it. */
export function revealing(view: MatrixViewport, row: number, column: number, room: Room): MatrixViewport {
  const along = (at: number, place: number, length: number): number => {
    if (place < 0) return at;
    const [from, to] = [(place - 1) * view.size, (place + 2) * view.size];
    if (at + from < 0) return -from;
    return at + to > length ? length - to : at;
  };
  return { x: along(view.x, column, room.width), y: along(view.y, row, room.height), size: view.size };
}

/** Places along one axis that are in view, as `[from, to)`. */
export function placesInView(at: number, size: number, length: number, count: number): readonly [number, number] {
  const from = Math.max(0, Math.floor(-at / size));
  return [from, Math.max(from, Math.min(count, Math.ceil((length - at) / size)))];
}

/** The row and column under a point, -1 for a heading; undefined beside both. */
export function cellUnder(
  { x, y, size }: MatrixViewport,
  point: { readonly x: number; readonly y: number },
  count: number,
): { readonly row: number; readonly column: number } | undefined {
  const column = point.x < 0 ? -1 : Math.floor((point.x - x) / size);
  const row = point.y < 0 ? -1 : Math.floor((point.y - y) / size);
  return row < count && column < count && row + column > -2 ? { row, column } : undefined;
}
