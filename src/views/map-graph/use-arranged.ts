// The neighbourhood that is laid out by itself: asks for its layout, and keeps the overview until it is there.
import { useEffect, useMemo, useState } from 'react';
import { focusGraph } from '../../graph/focus-graph.ts';
import type { Graph } from '../../graph/graph.ts';
import { layeredGraph, layoutOfLayered } from '../../graph/layered-graph.ts';
import { obstaclesOf } from '../../graph/route-edges.ts';
import { useWorkbench } from '../workbench-context.ts';
import type { PlacedNodes } from './layout-memory.ts';

export interface Arrangement {
  readonly graph: Graph;
  readonly placed: PlacedNodes;
}

interface Answer {
  readonly key: string;
  readonly arrangement: Arrangement | undefined;
}

/** Undefined for the overview; `failed` where the layout could not be had, so that the overview stays. */
export function useArranged(graph: Graph | undefined): { readonly arranged?: Arrangement; readonly failed: boolean } {
  const wanted = useWorkbench((state) => state.arranged);
  const [answer, setAnswer] = useState<Answer>();
  const focused = useMemo(() => graph && wanted && focusGraph(graph, wanted.id, wanted.depth), [graph, wanted]);
  // What is drawn where depends on nodes and edges alone.
  const question = useMemo(() => focused && layeredGraph(focused), [focused]);
  const key = useMemo(() => JSON.stringify(question ?? null), [question]);
  const isAnswered = answer?.key === key;
  useEffect(() => {
    if (!question || !focused || isAnswered) return;
    let isCurrent = true;
    const settle = (arrangement: Arrangement | undefined) => {
      if (isCurrent) setAnswer({ key, arrangement });
    };
    import('./layered-worker.ts')
      .then(({ layLayered }) => layLayered(question))
      .then((placed) => {
        const layout = layoutOfLayered(placed, focused);
        settle({ graph: focused, placed: { layout, obstacles: obstaclesOf(focused.nodes, layout), ways: new Map() } });
      })
      .catch(() => settle(undefined));
    return () => {
      isCurrent = false;
    };
  }, [question, focused, key, isAnswered]);
  if (!focused || !answer || answer.key !== key) {
    // While the next one is on its way the last one stays.
    return { ...(focused && answer?.arrangement ? { arranged: answer.arrangement } : {}), failed: false };
  }
  if (!answer.arrangement) return { failed: true };
  return { arranged: { graph: focused, placed: answer.arrangement.placed }, failed: false };
}
