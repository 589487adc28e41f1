// Third step: a place for each node, from the inventory only. Edges and policies are not in its input, so they cannot move a node.
import type { NodeId } from '../engine/results.ts';
import type { ExternalNode, GraphNode, HostNode, NamespaceNode, PodNode, WorkloadNode } from './graph.ts';
import {
  collapsedSize,
  externalSize,
  FRAME_PADDING,
  FRAME_TITLE,
  frameTitleWidth,
  hostSize,
  POD_HEIGHT,
  type Size,
  WORKLOAD_HEIGHT,
  workloadSize,
} from './node-size.ts';
import { type Fitted, type Packed, packShelves, packWithin } from './pack-shelves.ts';

/** Absolute place, pixels at zoom 1. */
export interface Box extends Size {
  readonly x: number;
  readonly y: number;
}

export interface Layout {
  readonly boxes: ReadonlyMap<NodeId, Box>;
  /** Rows of the external nodes: hand them to the next layout and those that stay keep their place. */
  readonly slots: ReadonlyMap<NodeId, number>;
}

/** Gutters between workloads hold the edges and their labels. */
export const COLUMN_GAP = 72;
const ROW_GAP = 32;
/** Between a frame's title and its first row. */
const FRAME_TOP = 16;
/** Holds the arcs below the last row. */
const FRAME_BOTTOM = 26;
const FRAME_GAP = { width: 64, height: 40 };
const COLLAPSED_GAP = { width: COLUMN_GAP, height: 36 };
const HOST_GAP = { width: COLUMN_GAP, height: ROW_GAP };
/** Narrowest lane of hosts, for pictures that hold little else. */
const HOST_LANE = 640;
const EXTERNAL_GAP = 64;
const EXTERNAL_ROWS = 12;
/** Room set aside for the column of external nodes, whatever their names: a new one must not pack the frames anew. */
const EXTERNAL_ROOM = 132 + EXTERNAL_GAP;
/** Width to height that the grids inside frames aim at; the one whose picture can be shown largest is taken. */
const FRAME_SHAPES = [1.6, 3.2, 0.8, 0.4] as const;
/** Up to this many workloads spread from left to right, as gates do, unless the window is as narrow as a telephone's. */
const FEW = 12;
const FEW_ASPECT = 2;
const NARROW_ASPECT = 0.75;
/** A shape that comes later must be shown larger by as much. */
const WORTH_IT = 0.92;
/** Up to this many workloads stand in one row or in one column. */
const ONE_LINE = 3;

/**
 * `aspect` is width : height of the window. External nodes stand in a column at the left, from the first row of workloads down;
 * a new one takes the first free row. Expanded namespaces are packed in shelves, collapsed ones stand in rows below them,
 * hosts in rows below all.
 */
export function layoutGraph(
  nodes: readonly GraphNode[],
  aspect: number,
  previousSlots: ReadonlyMap<NodeId, number> = new Map(),
): Layout {
  const boxes = new Map<NodeId, Box>();
  const externals = nodes.filter((node) => node.type === 'external');
  const slots = assignSlots(
    externals.map(({ id }) => id),
    previousSlots,
  );
  placeExternals(externals, slots, boxes);
  const groups = groupByNamespace(nodes);
  const open = groups.filter(({ namespace }) => !namespace.collapsed);
  const few = open.reduce((sum, { workloads }) => sum + workloads.length, 0) <= FEW && aspect > NARROW_ASPECT;
  const { frames, packed } = layoutFrames(open, few ? Math.max(aspect, FEW_ASPECT) : aspect);
  placeGroups(frames, packed, 0, boxes);
  const small = groups.filter(({ namespace }) => namespace.collapsed).map(layoutCollapsed);
  const under =
    frames.length === 0
      ? packShelves(small, COLLAPSED_GAP, aspect, EXTERNAL_ROOM)
      : packWithin(small, COLLAPSED_GAP, packed.width);
  placeGroups(small, under, frames.length === 0 ? 0 : packed.height + FRAME_GAP.height, boxes);
  placeHosts(
    nodes.filter((node) => node.type === 'host'),
    Math.max(packed.width, under.width),
    boxes,
  );
  return { boxes, slots };
}

function placeGroups(groups: readonly Group[], { places }: Packed, top: number, boxes: Map<NodeId, Box>): void {
  groups.forEach((group, index) => {
    const at = places[index] ?? { x: 0, y: 0 };
    for (const [id, box] of group.boxes) boxes.set(id, { ...box, x: box.x + at.x, y: box.y + at.y + top });
  });
}

/** A lane of their own: what else there is never moves for them. */
function placeHosts(hosts: readonly HostNode[], width: number, boxes: Map<NodeId, Box>): void {
  const inside = [...boxes.values()].filter(({ x }) => x >= 0);
  const bottom = inside.reduce((most, box) => Math.max(most, box.y + box.height), 0);
  const sizes = hosts.map(hostSize);
  const { places } = packWithin(sizes, HOST_GAP, Math.max(width, HOST_LANE));
  hosts.forEach(({ id }, index) => {
    const [size, at] = [sizes[index], places[index]];
    if (size && at) boxes.set(id, { ...size, x: at.x, y: at.y + (bottom > 0 ? bottom + FRAME_GAP.height : 0) });
  });
}

/** Those that were there keep their row; each new one takes the first free row, in order. */
export function assignSlots(
  ids: readonly NodeId[],
  previous: ReadonlyMap<NodeId, number>,
): ReadonlyMap<NodeId, number> {
  const slots = new Map<NodeId, number>();
  for (const id of ids) {
    const slot = previous.get(id);
    if (slot !== undefined) slots.set(id, slot);
  }
  const taken = new Set(slots.values());
  let free = 0;
  for (const id of ids) {
    if (slots.has(id)) continue;
    while (taken.has(free)) free++;
    slots.set(id, free);
    taken.add(free);
  }
  return slots;
}

/** Right-aligned columns that grow to the left. */
function placeExternals(
  externals: readonly ExternalNode[],
  slots: ReadonlyMap<NodeId, number>,
  boxes: Map<NodeId, Box>,
): void {
  let taken = 0;
  const widths: number[] = [];
  for (const node of externals) {
    const column = Math.floor((slots.get(node.id) ?? 0) / EXTERNAL_ROWS);
    widths[column] = Math.max(widths[column] ?? 0, externalSize(node).width);
  }
  const rights = widths.map((width = 0) => {
    const right = -EXTERNAL_GAP - taken;
    taken += width + ROW_GAP;
    return right;
  });
  for (const node of externals) {
    const slot = slots.get(node.id) ?? 0;
    const width = widths[Math.floor(slot / EXTERNAL_ROWS)] ?? 0;
    const right = rights[Math.floor(slot / EXTERNAL_ROWS)] ?? 0;
    const y = FRAME_TITLE + FRAME_TOP + (slot % EXTERNAL_ROWS) * (WORKLOAD_HEIGHT + ROW_GAP);
    boxes.set(node.id, { x: right - width, y, width, height: WORKLOAD_HEIGHT });
  }
}

interface Group extends Size {
  /** Relative to the group's corner. */
  readonly boxes: readonly (readonly [NodeId, Box])[];
}

interface Members {
  readonly namespace: NamespaceNode;
  readonly workloads: { readonly node: WorkloadNode; readonly pods: PodNode[] }[];
}

function groupByNamespace(nodes: readonly GraphNode[]): readonly Members[] {
  const groups: Members[] = [];
  for (const node of nodes) {
    const group = groups[groups.length - 1];
    if (node.type === 'namespace') groups.push({ namespace: node, workloads: [] });
    else if (node.type === 'workload') group?.workloads.push({ node, pods: [] });
    else if (node.type === 'pod') group?.workloads[group.workloads.length - 1]?.pods.push(node);
  }
  return groups;
}

function layoutCollapsed({ namespace }: Members): Group {
  const size = collapsedSize(namespace);
  return { ...size, boxes: [[namespace.id, { x: 0, y: 0, ...size }]] };
}

/** All frames in that shape of grid, packed, that the window shows largest. */
function layoutFrames(
  groups: readonly Members[],
  aspect: number,
): { readonly frames: readonly Group[]; readonly packed: Fitted } {
  const trials = FRAME_SHAPES.map((shape) => {
    const frames = groups.map((group) => layoutFrame(group, shape));
    return { frames, packed: packShelves(frames, FRAME_GAP, aspect, EXTERNAL_ROOM) };
  });
  return trials.reduce((best, trial) => (trial.packed.span < best.packed.span * WORTH_IT ? trial : best));
}

function layoutFrame({ namespace, workloads }: Members, shape: number): Group {
  const cells = workloads.map(({ node, pods }, index) => {
    const podNames = pods.map(({ name }) => name);
    return { node, pods, size: workloadSize(node, podNames), ...gridPlace(index, workloads.length, shape) };
  });
  const largest = (lengths: readonly number[]) => lengths.reduce((most, length) => Math.max(most, length), 0);
  const columns = 1 + largest(cells.map(({ column }) => column));
  const rows = 1 + largest(cells.map(({ row }) => row));
  const widths = Array.from({ length: columns }, (_, at) =>
    largest(cells.filter(({ column }) => column === at).map(({ size }) => size.width)),
  );
  const heights = Array.from({ length: rows }, (_, at) =>
    largest(cells.filter(({ row }) => row === at).map(({ size }) => size.height)),
  );
  const xs = starts(widths, FRAME_PADDING, COLUMN_GAP);
  const ys = starts(heights, FRAME_TITLE + FRAME_TOP, ROW_GAP);
  const boxes: (readonly [NodeId, Box])[] = [];
  for (const { node, pods, size, column, row } of cells) {
    const box = { x: xs[column] ?? 0, y: ys[row] ?? 0, width: widths[column] ?? 0, height: size.height };
    boxes.push([node.id, box], ...podBoxes(pods, box));
  }
  const inner = (xs[columns - 1] ?? 0) + (widths[columns - 1] ?? 0) + FRAME_PADDING;
  const width = Math.max(inner, frameTitleWidth(namespace));
  const height = (ys[rows - 1] ?? 0) + (heights[rows - 1] ?? 0) + FRAME_BOTTOM;
  return { width, height, boxes: [[namespace.id, { x: 0, y: 0, width, height }], ...boxes] };
}

/** Workloads fill the grid column by column, so that entries stand left and stores right. Up to three stand in one line. */
function gridPlace(index: number, count: number, shape: number): { readonly column: number; readonly row: number } {
  if (count <= ONE_LINE) return shape > 1 ? { column: index, row: 0 } : { column: 0, row: index };
  const columns = Math.ceil(Math.sqrt((count * shape * (WORKLOAD_HEIGHT + ROW_GAP)) / (160 + COLUMN_GAP)));
  const rows = Math.ceil(count / columns);
  return { column: Math.floor(index / rows), row: index % rows };
}

function podBoxes(pods: readonly PodNode[], box: Box): readonly (readonly [NodeId, Box])[] {
  return pods.map((pod, row) => {
    const y = box.y + WORKLOAD_HEIGHT + row * POD_HEIGHT;
    return [pod.id, { x: box.x + 5, y, width: box.width - 10, height: POD_HEIGHT - 2 }];
  });
}

/** Where each of the spans begins. */
function starts(spans: readonly number[], from: number, gap: number): readonly number[] {
  let at = from;
  return spans.map((span) => {
    const start = at;
    at += span + gap;
    return start;
  });
}
