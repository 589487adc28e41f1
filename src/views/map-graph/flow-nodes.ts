// Turns placed nodes into React Flow's, and keeps the object of each node that looks the same (and the list, if all do), so that only what changed is drawn again.
import type { Node } from '@xyflow/react';
import { counted } from '../../base/counted.ts';
import type { NodeId } from '../../engine/results.ts';
import type { Related } from '../../graph/filter-graph.ts';
import type { GraphNode } from '../../graph/graph.ts';
import type { Box, Layout } from '../../graph/layout-graph.ts';
import { textCut } from '../../graph/text-cut.ts';
import { externalKind } from './external-kind.ts';

export type FlowNode<Kind extends GraphNode = GraphNode> = Node<{ readonly node: Kind; readonly selected: boolean }>;

export interface FlowNodeState {
  readonly selected: NodeId | undefined;
  /** Of the explained flow: shown like what is selected. */
  readonly ends: readonly NodeId[] | undefined;
  readonly related: Related | undefined;
  /** The node that Tab leads to. */
  readonly active: NodeId | undefined;
  /** Hops from the selected node, while its reach is on show. */
  readonly hops?: ReadonlyMap<NodeId, string> | undefined;
}

/** Frames lie under the edges, everything else over them. */
const layers = { namespace: 0, workload: 2, external: 2, host: 2, pod: 3 } as const;
export const EDGE_LAYER = 1;
export const GATE_LAYER = 3;
export const LABEL_LAYER = 4;

export type FlowNodeMaker = (nodes: readonly GraphNode[], layout: Layout, state: FlowNodeState) => FlowNode[];

export function createFlowNodeMaker(): FlowNodeMaker {
  let known = new Map<NodeId, { readonly key: string; readonly flow: FlowNode }>();
  let made: FlowNode[] = [];
  return (nodes, layout, state) => {
    const next: typeof known = new Map();
    for (const node of nodes) {
      const box = layout.boxes.get(node.id);
      if (!box) continue;
      const flags = flagsOf(node, state);
      const key = JSON.stringify([node, box, flags]);
      const before = known.get(node.id);
      next.set(node.id, before?.key === key ? before : { key, flow: flowNode(node, box, flags) });
    }
    known = next;
    const flows = [...next.values()].map(({ flow }) => flow);
    if (flows.length !== made.length || flows.some((flow, index) => flow !== made[index])) made = flows;
    return made;
  };
}

interface Flags {
  readonly selected: boolean;
  readonly dimmed: boolean;
  readonly active: boolean;
  readonly hop: string | undefined;
}

function flagsOf({ id }: GraphNode, { selected, ends, related, active, hops }: FlowNodeState): Flags {
  const dimmed = related !== undefined && !related.nodes.has(id);
  return { selected: ends ? ends.includes(id) : id === selected, dimmed, active: id === active, hop: hops?.get(id) };
}

/** "2 hops away", "perhaps 1 hop away"; empty for the start. */
function hopWords(hop: string): string {
  const count = Number.parseInt(hop, 10);
  if (count === 0) return '';
  return `, ${hop.endsWith('?') ? 'perhaps ' : ''}${counted(count, 'hop')} away`;
}

/** What stands below the name, but for ports. */
function factsOf(node: GraphNode): string {
  switch (node.type) {
    case 'workload':
      return `${node.kind}${node.hostNetwork ? ', host network' : ''} ×${node.replicas}`;
    case 'host':
      return `host endpoint ${node.interfaceName}`;
    case 'external':
      return externalKind(node);
    case 'namespace':
      return node.collapsed ? `${counted(node.workloads, 'workload')}, ${counted(node.pods, 'pod')}` : '';
    case 'pod':
      return '';
  }
}

function flowNode(node: GraphNode, box: Box, flags: Flags): FlowNode {
  const attributes = {
    'data-node-id': node.id,
    'data-dimmed': flags.dimmed,
    'data-hop': flags.hop,
    'data-cut': textCut(node, box.width, factsOf(node)),
    tabIndex: flags.active ? 0 : -1,
  };
  return {
    id: node.id,
    type: node.type === 'namespace' && node.collapsed ? 'collapsed' : node.type,
    position: { x: box.x, y: box.y },
    width: box.width,
    height: box.height,
    // Placed by the page's own means: hundreds of transforms would be gone through in every frame.
    style: { transform: 'none', left: box.x, top: box.y },
    zIndex: node.type === 'namespace' && node.collapsed ? layers.workload : layers[node.type],
    ariaLabel: flags.hop === undefined ? node.label : `${node.label}${hopWords(flags.hop)}`,
    ariaRole: 'group',
    domAttributes: attributes,
    data: { node, selected: flags.selected },
  };
}
