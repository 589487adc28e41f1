// What a legend must explain: the kinds of lines that a picture uses, and whether namespaces in it are isolated.
import type { Graph, GraphEdge } from './graph.ts';

export interface LegendLineKind {
  readonly verdict: GraphEdge['verdict'];
  readonly flip: GraphEdge['flip'];
  readonly words: string;
}

const lines: readonly LegendLineKind[] = [
  { verdict: 'allowed', flip: 'none', words: 'allowed' },
  { verdict: 'unknown', flip: 'none', words: '? unknown' },
  { verdict: 'mixed', flip: 'none', words: 'mixed' },
  { verdict: 'allowed', flip: 'opened', words: '▲ opened' },
  { verdict: 'denied', flip: 'closed', words: '▼ closed' },
];

/** Those that are drawn, the first always. */
export function usedLines({ edges }: Pick<Graph, 'edges'>): readonly LegendLineKind[] {
  return lines.filter(
    ({ verdict, flip }, at) => at === 0 || edges.some((edge) => edge.verdict === verdict && edge.flip === flip),
  );
}

export function hasIsolated({ nodes }: Pick<Graph, 'nodes'>): boolean {
  return nodes.some((node) => node.type === 'namespace' && node.isolated === 'both');
}
