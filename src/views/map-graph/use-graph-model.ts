// Wires the steps of the graph layer to the page's state: what is drawn, where, and what belongs to the selection.
import { useMemo, useState } from 'react';
import type { NodeId, SnapshotReport } from '../../engine/results.ts';
import { buildGraph } from '../../graph/build-graph.ts';
import type { DrawnFlow } from '../../graph/explained-flow.ts';
import { filterGraph, flippedIn, foundOn, type Related, relatedTo } from '../../graph/filter-graph.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Layout } from '../../graph/layout-graph.ts';
import type { ObstacleIndex } from '../../graph/obstacle-index.ts';
import { type EdgeLabel, placeLabels } from '../../graph/place-labels.ts';
import { reachPicture } from '../../graph/reach-picture.ts';
import { type Route, routeEdges } from '../../graph/route-edges.ts';
import type { WorkbenchState } from '../../state/workbench-state.ts';
import { useAfterPaint } from '../use-after-paint.ts';
import { useWorkbench } from '../workbench-context.ts';
import { createLayoutMemory } from './layout-memory.ts';
import { useArranged } from './use-arranged.ts';
import { useExplainedFlow } from './use-explained-flow.ts';
import { useWays } from './use-ways.ts';

export interface GraphModel {
  readonly report: SnapshotReport;
  /** All nodes of the picture, before filters hide some. */
  readonly all: Graph;
  /** What is drawn. */
  readonly graph: Graph;
  readonly layout: Layout;
  readonly routes: ReadonlyMap<string, Route>;
  readonly labels: ReadonlyMap<string, EdgeLabel>;
  /** What words must stay clear of. */
  readonly obstacles: ObstacleIndex;
  readonly names: ReadonlyMap<NodeId, string>;
  /** The explained flow, where it can be drawn. */
  readonly explained: DrawnFlow | undefined;
  /** What the selection leaves bright; undefined when nothing is selected. */
  readonly related: Related | undefined;
  /** While a reach is on show: the hop of each node that is come to. */
  readonly hops: ReadonlyMap<NodeId, string> | undefined;
  /** A neighbourhood is laid out by itself; or its layout could not be had. */
  readonly isArranged: boolean;
  readonly arrangeFailed: boolean;
}

const selectReport = (state: WorkbenchState) => state.analysis?.report;
const selectPicture = (state: WorkbenchState) => state.picture;

/** `aspect`: width : height of the window that the picture is laid out for. Undefined until there is an analysis. */
export function useGraphModel(aspect: number): GraphModel | undefined {
  // The impact line is painted first.
  const report = useAfterPaint(useWorkbench(selectReport));
  const picture = useAfterPaint(useWorkbench(selectPicture));
  const collapsed = useWorkbench((state) => state.collapsedNamespaces);
  const expanded = useWorkbench((state) => state.expandedWorkloads);
  const selection = useWorkbench((state) => state.selection);
  const hideUnrelated = useWorkbench((state) => state.hideUnrelated);
  const onlyChanges = useWorkbench((state) => state.onlyChanges);
  const hideSystem = useWorkbench((state) => state.hideSystem);
  const hideHosts = useWorkbench((state) => state.hideHosts);
  const hideExternal = useWorkbench((state) => state.hideExternal);
  const meets = picture?.meets;
  const answer = useWorkbench((state) => state.reach);
  const [remember] = useState(createLayoutMemory);
  const focus = selection?.type === 'node' ? selection.id : undefined;

  const all = useMemo(() => {
    const groups = { collapsedNamespaces: new Set(collapsed), expandedWorkloads: new Set(expanded) };
    const keep = selection?.type === 'edge' ? [selection.source, selection.target] : [];
    return report && buildGraph(report, picture, { ...groups, hideSystem, hideHosts, hideExternal, focus, keep });
  }, [report, picture, collapsed, expanded, hideSystem, hideHosts, hideExternal, focus, selection]);
  const reach = answer && 'counts' in answer && answer.id === focus ? answer : undefined;
  const reached = useMemo(() => all && reach && reachPicture(all, reach), [all, reach]);
  const overview = useMemo(() => all && remember(all.nodes, aspect), [all, aspect, remember]);
  const filtered = useMemo(
    () =>
      all &&
      filterGraph(reached?.graph ?? all, { selection, hideUnrelated, onlyChanges, related: reached?.related, meets }),
    [all, reached, selection, hideUnrelated, onlyChanges, meets],
  );
  const { arranged, failed } = useArranged(filtered);
  const graph = arranged?.graph ?? filtered;
  const placed = arranged?.placed ?? overview;
  const isLooking = useWays(graph, placed);
  const drawn = useMemo(() => {
    if (!graph || !placed) return undefined;
    const { layout, obstacles, ways } = placed;
    const edges = isLooking ? graph.edges.filter(({ id }) => ways.has(id)) : graph.edges;
    const routes = routeEdges(edges, graph.nodes, layout, obstacles, ways);
    return { routes, labels: placeLabels(edges, routes, obstacles) };
  }, [graph, placed, isLooking]);
  const reviewing = useWorkbench((state) => state.reviewing);
  const finds = useWorkbench((state) => (state.selectorChoice ? state.selectorFinds?.found : undefined));
  const { explained, ...shown } = useExplainedFlow(graph, placed, drawn?.routes);
  const related = useMemo(
    () =>
      explained?.related ??
      reached?.related ??
      (graph && (finds ? foundOn(graph, finds.nodes) : relatedTo(graph, selection))) ??
      (graph && reviewing ? flippedIn(graph) : undefined),
    [graph, reached, selection, finds, explained, reviewing],
  );
  const names = useMemo(() => new Map(all?.nodes.map(({ id, name }) => [id, name])), [all]);

  if (!report || !all || !placed || !drawn || !shown.graph || !shown.routes) return undefined;
  return {
    report,
    all,
    graph: shown.graph,
    layout: placed.layout,
    routes: shown.routes,
    labels: drawn.labels,
    obstacles: placed.obstacles,
    explained,
    names,
    related,
    hops: reached?.hops,
    isArranged: arranged !== undefined,
    arrangeFailed: failed,
  };
}

/** In steps of a quarter, so that a few pixels do not make another layout. */
export function aspectOf(element: HTMLElement | null): number {
  const { clientWidth = 0, clientHeight = 0 } = element ?? {};
  if (clientWidth === 0 || clientHeight === 0) return 1;
  return Math.min(4, Math.max(0.5, Math.round((clientWidth / clientHeight) * 4) / 4));
}
