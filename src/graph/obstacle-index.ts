// Answers "what does this line run through" by a coarse grid, so that routing stays linear in the number of edges.
import type { NodeId } from '../engine/results.ts';
import type { Box } from './layout-graph.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

const CELL = 128;
/** More than a column of cells ever has, so that a cell has a number of its own. */
const ROWS = 1 << 20;
/** Lines keep this much away from boxes they do not belong to. */
const MARGIN = 4;

export class ObstacleIndex {
  readonly #cells = new Map<number, [NodeId, Box][]>();

  constructor(boxes: Iterable<readonly [NodeId, Box]>) {
    for (const [id, box] of boxes) {
      forCells(box, (key) => {
        const cell = this.#cells.get(key);
        if (cell) cell.push([id, box]);
        else this.#cells.set(key, [[id, box]]);
      });
    }
  }

  /** How many boxes, apart from the `except`ed, the polyline runs through; counting ends at `enough`. */
  hits(line: readonly Point[], except: ReadonlySet<NodeId>, enough = Number.POSITIVE_INFINITY): number {
    const hit = new Set<NodeId>();
    for (let index = 1; index < line.length && hit.size < enough; index++) {
      const from = line[index - 1];
      const to = line[index];
      if (!from || !to) continue;
      forCells(boundsOf(from, to), (key) => {
        for (const [id, box] of this.#cells.get(key) ?? []) {
          if (crosses(from, to, box) && !except.has(id)) hit.add(id);
        }
      });
    }
    return hit.size;
  }

  /** Whether the rectangle lies clear of every box. */
  isFree(area: Box): boolean {
    let free = true;
    forCells(area, (key) => {
      for (const [, box] of this.#cells.get(key) ?? []) free &&= !overlaps(area, box);
    });
    return free;
  }
}

export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function forCells(box: Box, visit: (key: number) => void): void {
  const right = Math.floor((box.x + box.width) / CELL);
  const bottom = Math.floor((box.y + box.height) / CELL);
  for (let x = Math.floor(box.x / CELL); x <= right; x++) {
    for (let y = Math.floor(box.y / CELL); y <= bottom; y++) visit(x * ROWS + y);
  }
}

function boundsOf(a: Point, b: Point): Box {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return { x, y, width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
}

/** Segment against box: their bounds meet, and the box's corners do not all lie on one side of the line. */
function crosses(from: Point, to: Point, box: Box): boolean {
  const left = box.x - MARGIN;
  const right = box.x + box.width + MARGIN;
  const top = box.y - MARGIN;
  const bottom = box.y + box.height + MARGIN;
  if ((from.x < left && to.x < left) || (from.x > right && to.x > right)) return false;
  if ((from.y < top && to.y < top) || (from.y > bottom && to.y > bottom)) return false;
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const side = (x: number, y: number) => dx * (y - from.y) - dy * (x - from.x);
  const corners = [side(left, top), side(right, top), side(left, bottom), side(right, bottom)];
  return Math.min(...corners) <= 0 && Math.max(...corners) >= 0;
}
