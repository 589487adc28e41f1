// The ends of the selected edge once both are frames that were opened for it: what of the picture is then in question.
import { useMemo, useState } from 'react';
import type { NodeId } from '../../engine/results.ts';
import type { GraphSelection } from '../../graph/filter-graph.ts';
import type { GraphNode } from '../../graph/graph.ts';

const none: readonly NodeId[] = [];

/** `nodes`: all of the picture. Empty where no group was opened while the edge was selected, or as it was. */
export function useOpenedEnds(selection: GraphSelection | undefined, nodes: readonly GraphNode[]): readonly NodeId[] {
  const closed = useMemo(
    () => new Set(nodes.flatMap((node) => (node.type === 'namespace' && node.collapsed ? [node.id] : []))),
    [nodes],
  );
  const ends = useMemo(() => (selection?.type === 'edge' ? [selection.source, selection.target] : none), [selection]);
  const [before, setBefore] = useState<ReadonlySet<NodeId>>(closed);
  const [opened, setOpened] = useState(none);
  if (before !== closed) {
    setBefore(closed);
    if (ends.some((id) => before.has(id) && !closed.has(id))) setOpened(ends);
  }
  return opened === ends && !ends.some((id) => closed.has(id)) ? ends : none;
}
