// What is said when the focus comes to a node: its name, how one came there, and how many edges lead on.

import { counted } from '../../base/counted.ts';
import type { NodeId } from '../../engine/results.ts';
import { edgeWords } from '../../graph/describe-node.ts';
import type { Graph, GraphEdge } from '../../graph/graph.ts';

/** "backend, by an edge allowed, 8080. 2 edges in, 1 edge out". */
export function moveWords({ nodes, edges }: Graph, to: NodeId, along?: GraphEdge): string {
  const node = nodes.find(({ id }) => id === to);
  if (!node) return '';
  const incoming = edges.filter(({ target }) => target === to).length;
  const outgoing = edges.filter(({ source }) => source === to).length;
  const by = along ? `, by an edge ${edgeWords(along)}` : '';
  return `${node.name}${by}. ${counted(incoming, 'edge')} in, ${counted(outgoing, 'edge')} out`;
}
