// The names of the matrix's rows and columns: as many as can be read, each as much of it as has room.
import { cutMiddle } from '../../graph/cut-middle.ts';
import type { MatrixEnd } from '../../graph/matrix-model.ts';
import { type MatrixHead, placesInView } from '../../graph/matrix-view.ts';
import { css } from './matrix-colours.ts';
import type { MatrixScene } from './paint-matrix.ts';

/** Names nearer to one another than this cannot be read. */
const NAME_PITCH = 14;
/** Around a name, in pixels: to the edge, for the mark of a fold, how far workloads stand in, and to what follows. */
const EDGE = 6;
const FOLD = 14;
const INDENT = 12;
const GAP = 8;

type Context = CanvasRenderingContext2D;

const nameFont = (family: string, isStrong: boolean): string => `${isStrong ? 600 : 400} 11.5px ${family}`;

/** Pixels that the longest of the names takes with what stands around it. The strong ones are no wider: letters are all alike. */
export function wantedHead(context: Context, ends: readonly MatrixEnd[], family: string): number {
  context.font = nameFont(family, false);
  const letter = context.measureText('0').width;
  const widest = ends.reduce(
    (most, { name, isMember }) => Math.max(most, name.length * letter + (isMember ? INDENT : 0)),
    0,
  );
  return Math.ceil(EDGE + FOLD + widest + GAP) + 1;
}

/** Names along one side: as many as can be read, and always the one in question. */
export function paintNames(context: Context, scene: MatrixScene, side: 'row' | 'column'): void {
  const { view, room, head, model, colours, cursor, selected } = scene;
  const isRow = side === 'row';
  const [at, length] = isRow ? [view.y, room.height] : [view.x, room.width];
  const [from, to] = placesInView(at, view.size, length, model.ends.length);
  const strong = new Set([cursor?.[side] ?? -1, selected?.[side] ?? -1].filter((place) => place >= 0));
  context.save();
  context.beginPath();
  if (isRow) context.rect(0, head.height - 6, head.width - 4, room.height + 6);
  else context.rect(head.width - 6, 0, room.width + 6, head.height - 4);
  context.clip();
  const taken: number[] = [];
  const write = (place: number, isStrong: boolean): void => {
    const middle = at + (place + 0.5) * view.size;
    if (!isStrong && taken.some((other) => Math.abs(other - middle) < NAME_PITCH)) return;
    taken.push(middle);
    context.fillStyle = css(isStrong ? colours.text : colours.faint);
    context.font = nameFont(scene.fonts.name, isStrong);
    const end = model.ends[place];
    if (end) writeName(context, end, middle, isRow, head);
  };
  for (const place of strong) write(place, true);
  // Where not all have room, namespaces are named before their workloads.
  for (const isMember of [false, true]) {
    for (let place = from; place < to; place++) if (model.ends[place]?.isMember === isMember) write(place, false);
  }
  context.restore();
}

const foldMarks = { open: '▾', closed: '▸', none: '' } as const;

/** Names begin side by side, of rows at the outer edge, of columns at the cells, so that a namespace and its workloads read as a tree. */
function writeName(context: Context, end: MatrixEnd, middle: number, isRow: boolean, head: MatrixHead): void {
  const from = EDGE + (end.isMember ? INDENT : 0);
  const length = (isRow ? head.width : head.height) - from - FOLD - GAP;
  context.save();
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  if (isRow) context.translate(0, head.height + middle);
  else {
    context.translate(head.width + middle, head.height);
    context.rotate(-Math.PI / 2);
  }
  context.fillText(foldMarks[end.fold], from, 0);
  context.fillText(
    cutMiddle(end.name, (text) => context.measureText(text).width <= length),
    from + FOLD,
    0,
  );
  context.restore();
}
