// The shapes an edge may take between two boxes: a gentle curve, or a rounded path through the gutters.
import type { Box } from './layout-graph.ts';
import { WORKLOAD_HEIGHT } from './node-size.ts';
import type { Point } from './obstacle-index.ts';

export type Side = 'left' | 'right' | 'top' | 'bottom';
export const SIDES: readonly Side[] = ['left', 'right', 'top', 'bottom'];

/** A point on a side. */
export interface Anchor extends Point {
  readonly side: Side;
}

/** A drawn line: the SVG path, and the same as a polyline for measuring. */
export interface Line {
  readonly path: string;
  readonly points: readonly Point[];
}

const SAMPLES = 12;
const RADIUS = 10;
/** Width of the gutters that lines run in beside nodes. */
const GUTTER = 72;
const normals = { left: { x: -1, y: 0 }, right: { x: 1, y: 0 }, top: { x: 0, y: -1 }, bottom: { x: 0, y: 1 } } as const;

/** `offset` from the side's middle, downwards or to the right; in an expanded workload from the middle of its head. */
export function anchorOn(box: Box, side: Side, offset: number): Anchor {
  const x = side === 'left' ? box.x : side === 'right' ? box.x + box.width : box.x + box.width / 2 + offset;
  const y =
    side === 'top'
      ? box.y
      : side === 'bottom'
        ? box.y + box.height
        : box.y + Math.min(box.height, WORKLOAD_HEIGHT) / 2 + offset;
  return { x, y, side };
}

/** The anchor moved away from its box. */
export function outside({ x, y, side }: Anchor, distance: number): Point {
  return { x: x + normals[side].x * distance, y: y + normals[side].y * distance };
}

/** A cubic curve that leaves and arrives at right angles to the sides. Arcs between equal sides stay within the gutter. */
export function curve(from: Anchor, to: Anchor): Line {
  const span = Math.hypot(to.x - from.x, to.y - from.y);
  const reach = from.side === to.side ? Math.min(30, 14 + span * 0.025) : Math.min(96, Math.max(16, span * 0.42));
  const a = outside(from, reach);
  const b = outside(to, reach);
  const points = Array.from({ length: SAMPLES + 1 }, (_, step) => bezier(from, a, b, to, step / SAMPLES));
  return { path: `M${at(from)}C${at(a)} ${at(b)} ${at(to)}`, points };
}

/** Straight runs with rounded corners through the points. */
function roundedPath(points: readonly Point[]): Line {
  const corners = withoutRepeats(points);
  const first = corners[0];
  const last = corners[corners.length - 1];
  if (!first || !last) return { path: '', points: corners };
  let path = `M${at(first)}`;
  for (let index = 1; index < corners.length - 1; index++) {
    const [before, corner, after] = [corners[index - 1], corners[index], corners[index + 1]];
    if (!before || !corner || !after) continue;
    const enter = toward(corner, before, RADIUS);
    const leave = toward(corner, after, RADIUS);
    path += `L${at(enter)}Q${at(corner)} ${at(leave)}`;
  }
  return { path: `${path}L${at(last)}`, points: corners };
}

/** Out into the gutter beside the source, along the lane, and in through the gutter beside the destination. */
export function through(start: Anchor, end: Anchor, lane: number): Line {
  const a = outside(start, GUTTER / 4);
  const b = outside(end, GUTTER / 3);
  const corners: readonly Point[] = [start, a, { x: a.x, y: lane }, { x: b.x, y: lane }, b, end];
  return roundedPath(corners);
}

/** Level to x = `run`, upright along it, and level to the end. */
export function bracket(start: Anchor, end: Anchor, run: number): Line {
  return roundedPath([start, { x: run, y: start.y }, { x: run, y: end.y }, end]);
}

/** The small loop of a group that reaches itself, over its upper right corner. */
export function selfLoop(box: Box): Line & { readonly end: Anchor } {
  const from = anchorOn(box, 'right', -box.height / 2 + 14);
  const end = anchorOn(box, 'top', box.width / 2 - 18);
  const a = { x: from.x + 34, y: from.y };
  const b = { x: end.x, y: end.y - 34 };
  const points = Array.from({ length: SAMPLES + 1 }, (_, step) => bezier(from, a, b, end, step / SAMPLES));
  return { path: `M${at(from)}C${at(a)} ${at(b)} ${at(end)}`, points, end };
}

export function lengthOf(points: readonly Point[]): number {
  let length = 0;
  for (let index = 1; index < points.length; index++) {
    const [a, b] = [points[index - 1], points[index]];
    if (a && b) length += Math.hypot(b.x - a.x, b.y - a.y);
  }
  return length;
}

/** The point a share (0–1) of the length along. */
export function pointAlong(points: readonly Point[], share: number): Point {
  let left = lengthOf(points) * share;
  for (let index = 1; index < points.length; index++) {
    const [a, b] = [points[index - 1], points[index]];
    if (!a || !b) continue;
    const step = Math.hypot(b.x - a.x, b.y - a.y);
    if (left <= step && step > 0) return { x: a.x + ((b.x - a.x) * left) / step, y: a.y + ((b.y - a.y) * left) / step };
    left -= step;
  }
  return points[points.length - 1] ?? { x: 0, y: 0 };
}

function bezier(p: Point, a: Point, b: Point, q: Point, t: number): Point {
  const s = 1 - t;
  const mix = (w: number, x: number, y: number, z: number) =>
    s * s * s * w + 3 * s * s * t * x + 3 * s * t * t * y + t * t * t * z;
  return { x: mix(p.x, a.x, b.x, q.x), y: mix(p.y, a.y, b.y, q.y) };
}

/** From the corner at most `distance` toward the other point, at most half the way. */
function toward(corner: Point, other: Point, distance: number): Point {
  const length = Math.hypot(other.x - corner.x, other.y - corner.y);
  const share = length === 0 ? 0 : Math.min(distance, length / 2) / length;
  return { x: corner.x + (other.x - corner.x) * share, y: corner.y + (other.y - corner.y) * share };
}

function withoutRepeats(points: readonly Point[]): readonly Point[] {
  return points.filter(({ x, y }, index) => {
    const before = points[index - 1];
    return !before || Math.abs(before.x - x) > 0.5 || Math.abs(before.y - y) > 0.5;
  });
}

function at({ x, y }: Point): string {
  return `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`;
}
