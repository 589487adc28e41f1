// Puts the explained flow on the picture. Its line takes a way of its own, so that nothing else moves for it.
import { useMemo } from 'react';
import { type DrawnFlow, drawnFlow } from '../../graph/explained-flow.ts';
import type { Graph } from '../../graph/graph.ts';
import { type Route, routeEdges } from '../../graph/route-edges.ts';
import type { WorkbenchState } from '../../state/workbench-state.ts';
import { useWorkbench } from '../workbench-context.ts';
import type { PlacedNodes } from './layout-memory.ts';

type Routes = ReadonlyMap<string, Route>;

export interface ExplainedPicture {
  readonly explained: DrawnFlow | undefined;
  readonly graph: Graph | undefined;
  readonly routes: Routes | undefined;
}

const selectExplained = ({ explainQuery, explanation, selectorChoice }: WorkbenchState) =>
  explainQuery && !selectorChoice && explanation && 'verdict' in explanation ? explanation : undefined;

export function useExplainedFlow(
  graph: Graph | undefined,
  placed: PlacedNodes | undefined,
  routes: Routes | undefined,
): ExplainedPicture {
  const flow = useWorkbench(selectExplained);
  const explained = useMemo(() => (graph && flow ? drawnFlow(graph, flow) : undefined), [graph, flow]);
  return useMemo(() => {
    const { edge, isOwnEdge = false } = explained ?? {};
    if (!graph || !placed || !routes || !edge || !isOwnEdge) return { explained, graph, routes };
    const own = routeEdges([edge], graph.nodes, placed.layout, placed.obstacles);
    return { explained, graph: { ...graph, edges: [...graph.edges, edge] }, routes: new Map([...routes, ...own]) };
  }, [explained, graph, placed, routes]);
}
