// Finds the ways of very many edges in parts, so that the page stays free; meanwhile the nodes are there, and the edges known before.
import { startTransition, useEffect, useState } from 'react';
import type { Graph } from '../../graph/graph.ts';
import { findWays, waylessEdges } from '../../graph/route-edges.ts';
import type { PlacedNodes } from './layout-memory.ts';

/** Edges of one part, which takes some hundredths of a second; so many are not worth waiting for. */
const PART = 80;

/** True while ways are looked for. */
export function useWays(graph: Graph | undefined, placed: PlacedNodes | undefined): boolean {
  const [, setDone] = useState(0);
  const wayless = graph && placed ? waylessEdges(graph.edges, placed.layout, placed.ways) : [];
  const isLooking = wayless.length > PART;
  useEffect(() => {
    if (!isLooking || !graph || !placed) return;
    const { layout, obstacles, ways } = placed;
    let timer: ReturnType<typeof setTimeout>;
    const step = () => {
      const next = waylessEdges(graph.edges, layout, ways).slice(0, PART);
      findWays(next, graph.nodes, layout, obstacles, ways);
      if (next.length === PART) timer = setTimeout(step);
      else startTransition(() => setDone((before) => before + 1));
    };
    timer = setTimeout(step);
    return () => clearTimeout(timer);
  }, [isLooking, graph, placed]);
  return isLooking;
}
