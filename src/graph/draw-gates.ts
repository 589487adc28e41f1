// The gates of all nodes as few paths: hundreds of small drawings, one in each node, would be painted one by one in every frame.
import type { Direction, NodeId } from '../engine/results.ts';
import type { Related } from './filter-graph.ts';
import { gatePathAt } from './gate-path.ts';
import type { Gate, GraphNode, HostNode, NamespaceNode, WorkloadNode } from './graph.ts';
import type { Box, Layout } from './layout-graph.ts';

/** Height of a gate at the edge of a workload or host, and beside the name of a namespace. */
const GATE = 24;
const SMALL_GATE = 12;

export interface GateGroup {
  readonly key: string;
  /** `faint`: not governed. `plain`: those of a namespace. */
  readonly tone: 'faint' | 'strong' | 'plain';
  readonly height: number;
  readonly isDimmed: boolean;
  readonly path: string;
  /** Rules that allow something, each in the middle of its gate. */
  readonly counts: readonly GateCount[];
}

export interface GateCount {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

interface PlacedGate {
  readonly tone: GateGroup['tone'];
  readonly height: number;
  readonly path: string;
  readonly count?: GateCount;
}

/** One group for each namespace and look: what is out of sight of a group is still little. */
export function drawGates(
  nodes: readonly GraphNode[],
  boxes: Layout['boxes'],
  related: Related | undefined,
): GateGroup[] {
  const groups = new Map<string, GateGroup & { readonly counts: GateCount[] }>();
  for (const node of nodes) {
    const box = boxes.get(node.id);
    if (!box) continue;
    const isDimmed = related !== undefined && !related.nodes.has(node.id);
    for (const { tone, height, path, count } of gatesOf(node, box)) {
      const key = `${placeOf(node)} ${tone} ${isDimmed}`;
      const group = groups.get(key) ?? { key, tone, height, isDimmed, path: '', counts: [] };
      if (count) group.counts.push(count);
      groups.set(key, { ...group, path: group.path + path });
    }
  }
  return [...groups.values()];
}

function placeOf(node: GraphNode): NodeId | 'hosts' {
  if (node.type === 'workload') return node.parent;
  return node.type === 'host' ? 'hosts' : node.id;
}

function gatesOf(node: GraphNode, box: Box): PlacedGate[] {
  if (node.type === 'namespace') return isolationGates(node, box);
  if (node.type !== 'workload' && node.type !== 'host') return [];
  return [edgeGate(node, 'ingress', box), edgeGate(node, 'egress', box)];
}

/** In the middle of the strip at the node's edge (`.rail` in nodes.module.css). */
function edgeGate(node: WorkloadNode | HostNode, direction: Direction, box: Box): PlacedGate {
  const gate = node[direction];
  const x = direction === 'ingress' ? box.x + 5 : box.x + box.width - 16;
  const y = box.y + 12;
  const text = countText(gate);
  const tone = gate.state === 'open' ? 'faint' : 'strong';
  const path = gatePathAt(gate.state, text !== '', { x, y, height: GATE });
  if (text === '') return { tone, height: GATE, path };
  const count = { key: `${node.id} ${direction}`, x: x + GATE / 4, y: y + GATE * 0.65, text };
  return { tone, height: GATE, path, count };
}

function countText({ state, rules }: Gate): string {
  if (state === 'open' || rules === 0) return '';
  return rules > 9 ? '9+' : String(rules);
}

/** At the right end of the title, for the directions in which every workload is governed. */
function isolationGates({ isolated, collapsed }: NamespaceNode, box: Box): PlacedGate[] {
  const count = isolated === 'none' ? 0 : isolated === 'both' ? 2 : 1;
  const right = box.x + box.width - (collapsed ? 12 : 20);
  const y = box.y + (collapsed || isolated === 'both' ? 11 : 10);
  return Array.from({ length: count }, (_, index) => {
    const path = gatePathAt('governed', false, { x: right - 6 - 9 * index, y, height: SMALL_GATE });
    return { tone: 'plain', height: SMALL_GATE, path };
  });
}
