// A graph as the layered layout takes it, and its answer as places: frames hold their workloads, layers go from left to right.
import type { NodeId } from '../engine/results.ts';
import type { Graph, GraphNode, PodNode } from './graph.ts';
import type { Box, Layout } from './layout-graph.ts';
import { parentOf } from './node-groups.ts';
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

/** A node as the layout takes and gives it; places are relative to the parent. */
export interface LayeredNode {
  readonly id: string;
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly children?: LayeredNode[];
  readonly layoutOptions?: Record<string, string>;
}

export interface LayeredGraph extends LayeredNode {
  readonly children: LayeredNode[];
  readonly edges: { readonly id: string; readonly sources: string[]; readonly targets: string[] }[];
}

/** Between layers stand the edges with their words. */
const options: Record<string, string> = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.layered.spacing.nodeNodeBetweenLayers': '104',
  'elk.spacing.nodeNode': '28',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.randomSeed': '1',
};
const frameTop = FRAME_TITLE + 16;

export function layeredGraph({ nodes, edges }: Graph): LayeredGraph {
  const childrenOf = (id: NodeId | undefined): LayeredNode[] =>
    nodes.filter((node) => node.type !== 'pod' && parentOf(node) === id).map(layered);
  const layered = (node: GraphNode): LayeredNode => {
    if (node.type !== 'namespace' || node.collapsed) return { id: node.id, ...sizeOf(node, nodes) };
    const padding = `[top=${frameTop},left=${FRAME_PADDING},bottom=26,right=${FRAME_PADDING}]`;
    const layoutOptions = {
      'elk.padding': padding,
      'elk.nodeSize.constraints': 'MINIMUM_SIZE',
      'elk.nodeSize.minimum': `(${frameTitleWidth(node)},${frameTop + WORKLOAD_HEIGHT})`,
    };
    return { id: node.id, children: childrenOf(node.id), layoutOptions };
  };
  return {
    id: 'root',
    layoutOptions: options,
    children: childrenOf(undefined),
    edges: edges
      .filter(({ source, target }) => source !== target && !isNested(source, target))
      .map(({ id, source, target }) => ({ id, sources: [endOf(source, nodes)], targets: [endOf(target, nodes)] })),
  };
}

/** Absolute places; pods below the heads of their workloads, as in the overview. */
export function layoutOfLayered(placed: LayeredNode, { nodes }: Graph): Layout {
  const boxes = new Map<NodeId, Box>();
  const place = ({ children = [] }: LayeredNode, left: number, top: number): void => {
    for (const child of children) {
      const { id, x = 0, y = 0, width = 0, height = 0 } = child;
      boxes.set(id, { x: left + x, y: top + y, width, height });
      place(child, left + x, top + y);
    }
  };
  place(placed, 0, 0);
  const rows = new Map<NodeId, number>();
  for (const node of nodes) {
    const box = node.type === 'pod' ? boxes.get(node.parent) : undefined;
    if (node.type !== 'pod' || !box) continue;
    const row = rows.get(node.parent) ?? 0;
    rows.set(node.parent, row + 1);
    const y = box.y + WORKLOAD_HEIGHT + row * POD_HEIGHT;
    boxes.set(node.id, { x: box.x + 5, y, width: box.width - 10, height: POD_HEIGHT - 2 });
  }
  return { boxes, slots: new Map() };
}

function sizeOf(node: GraphNode, nodes: readonly GraphNode[]): Size {
  switch (node.type) {
    case 'namespace':
      return collapsedSize(node);
    case 'workload':
      return workloadSize(
        node,
        nodes.filter((one): one is PodNode => one.type === 'pod' && one.parent === node.id).map(({ name }) => name),
      );
    case 'external':
      return externalSize(node);
    case 'host':
      return hostSize(node);
    case 'pod':
      return { width: 128, height: POD_HEIGHT };
  }
}

/** Pods are rows of their workload: for the layout their edges are the workload's. */
function endOf(id: NodeId, nodes: readonly GraphNode[]): NodeId {
  const node = nodes.find((one) => one.id === id);
  return node?.type === 'pod' ? node.parent : id;
}

/** From a frame to something in it. */
function isNested(source: NodeId, target: NodeId): boolean {
  const inside = (frame: NodeId, id: NodeId): boolean =>
    frame.startsWith('namespace:') && id.startsWith(`workload:${frame.slice('namespace:'.length)}/`);
  return inside(source, target) || inside(target, source);
}
