// The flow that is explained, on the picture: its two ends, and its line even where the picture has none because it is not allowed.
import type { NodeId, Verdict } from '../engine/results.ts';
import type { Related } from './filter-graph.ts';
import { namespaceOf } from './fit-budget.ts';
import type { Graph, GraphEdge } from './graph.ts';
import { outward, parentsIn } from './node-groups.ts';

export interface ExplainedFlow {
  readonly src: NodeId;
  readonly dst: NodeId;
  readonly verdict: Verdict;
  /** `TCP 8080`. */
  readonly traffic: string;
}

export interface DrawnFlow {
  /** The nodes that stand for its ends, from source to destination; one where the other is not drawn. */
  readonly ends: readonly NodeId[];
  /** Its line: one of the picture's where that says the same, otherwise one of its own. Undefined unless both ends are drawn. */
  readonly edge: GraphEdge | undefined;
  readonly isOwnEdge: boolean;
  readonly related: Related;
}

/** Undefined where neither end is drawn. */
export function drawnFlow({ nodes, edges }: Graph, flow: ExplainedFlow): DrawnFlow | undefined {
  const parents = parentsIn({ nodes });
  const drawn = (id: NodeId): NodeId | undefined =>
    [id, namespaceOf(id)].find((one) => one !== undefined && parents.has(one));
  const [source, target] = [drawn(flow.src), drawn(flow.dst)];
  const ends = [...new Set([source, target])].filter((id) => id !== undefined);
  if (ends.length === 0) return undefined;
  const same = edges.find((edge) => edge.source === source && edge.target === target && edge.verdict === flow.verdict);
  const edge = same ?? (source !== undefined && target !== undefined ? ownEdge(source, target, flow) : undefined);
  const bright = new Set(ends.flatMap((end) => [...outward(end, parents)]));
  for (const node of nodes) if (node.type === 'pod' && ends.includes(node.parent)) bright.add(node.id);
  const related = { nodes: bright, edges: new Set(edge ? [edge.id] : []) };
  return { ends, edge, isOwnEdge: edge !== undefined && edge !== same, related };
}

function ownEdge(source: NodeId, target: NodeId, { verdict, traffic }: ExplainedFlow): GraphEdge {
  return {
    ...{ id: `explained:${source}->${target}`, source, target, verdict, label: traffic.replace(/^TCP (?=\d)/, '') },
    ...{ flows: 1, pairs: { allowed: verdict === 'allowed' ? 1 : 0, of: 1 } },
    ...{ impact: { opened: 0, closed: 0, unknown: 0 }, flip: 'none' },
  };
}
