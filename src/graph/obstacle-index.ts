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

  /** How many boxes, apart from the `except`ed, the polyline runs through. */
  hits(line: readonly Point[], except: ReadonlySet<NodeId>): number {
    const hit = new Set<NodeId>();
    for (let index = 1; index < line.length; index++) {
      const from = line[index - 1];
      const to = line[index];
      if (!from || !to) continue;
      const bounds = boundsOf(from, to);
      forCells(bounds, (key) => {
        for (const [id, box] of this.#cells.get(key) ?? []) {
          if (!except.has(id) && !hit.has(id) && crosses(from, to, box)) hit.add(id);
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

/** Segment against box, by cutting the segment's parameter range to the box's slabs (Liang and Barsky). */
function crosses(from: Point, to: Point, box: Box): boolean {
  const x = slab(from.x, to.x - from.x, box.x - MARGIN, box.x + box.width + MARGIN);
  const y = slab(from.y, to.y - from.y, box.y - MARGIN, box.y + box.height + MARGIN);
  return Math.max(0, x[0], y[0]) <= Math.min(1, x[1], y[1]);
}

function slab(start: number, delta: number, low: number, high: number): readonly [number, number] {
  if (delta === 0) return start >= low && start <= high ? [0, 1] : [2, -1];
  const a = (low - start) / delta;
  const b = (high - start) / delta;
  return a < b ? [a, b] : [b, a];
}
