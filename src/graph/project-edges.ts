// Draws each edge between what is visible: a member of a collapsed group hands its edges to the group, where they merge.
import { compareText } from '../base/compare-text.ts';
import type { NamespaceSummary, NodeId, PictureEdge } from '../engine/results.ts';
import { MAX_EDGES, OTHER_NAMESPACES } from './fit-budget.ts';
import type { GraphEdge, GraphNode } from './graph.ts';

/**
 * The answer may have been asked for other groups than are drawn now. Edges between members are merged; an edge whose end
 * cannot be drawn (a hidden namespace, a group that is now open) is dropped. At most MAX_EDGES stay: those of `focus`, then those
 * that change, then those with the most flows. What is gathered in one node reaches nearly everything: its edges are drawn only
 * where they change or belong to `focus`.
 */
export function projectEdges(
  edges: readonly PictureEdge[],
  nodes: readonly GraphNode[],
  namespaces: readonly NamespaceSummary[],
  focus?: NodeId,
  hidden: (namespace: NamespaceSummary) => boolean = () => false,
  isBundled = false,
): { readonly edges: readonly GraphEdge[]; readonly leftOut: number } {
  const standsFor = standIns(nodes, namespaces, hidden, isBundled);
  const merged = new Map<string, PictureEdge>();
  for (const edge of edges) {
    const source = standsFor.get(edge.source);
    const target = standsFor.get(edge.target);
    if (source === undefined || target === undefined) continue;
    const id = `${source}->${target}`;
    const moved = { ...edge, id, source, target };
    const before = merged.get(id);
    merged.set(id, before ? merge(before, moved) : moved);
  }
  const all = [...merged.values()].map((edge): GraphEdge => ({ ...edge, flip: flipOf(edge) }));
  const telling = all.filter(
    ({ source, target, flip }) =>
      flip !== 'none' || [source, target].includes(focus ?? '') || ![source, target].includes(OTHER_NAMESPACES),
  );
  const kept =
    telling.length > MAX_EDGES
      ? telling.sort((a, b) => weight(b, focus) - weight(a, focus)).slice(0, MAX_EDGES)
      : telling;
  return { edges: kept.sort((a, b) => compareText(a.id, b.id)), leftOut: all.length - kept.length };
}

/** Each id of the inventory to the visible node that stands for it. */
function standIns(
  nodes: readonly GraphNode[],
  namespaces: readonly NamespaceSummary[],
  hidden: (namespace: NamespaceSummary) => boolean,
  isBundled: boolean,
): ReadonlyMap<NodeId, NodeId> {
  const visible = new Map(nodes.map((node) => [node.id, node]));
  const standsFor = new Map<NodeId, NodeId>();
  for (const node of nodes) {
    if (isBundled || node.type !== 'namespace' || node.collapsed) standsFor.set(node.id, node.id);
  }
  for (const namespace of namespaces) {
    const group = visible.get(namespace.id) ?? (hidden(namespace) ? undefined : visible.get(OTHER_NAMESPACES));
    if (group?.id === OTHER_NAMESPACES) standsFor.set(namespace.id, group.id);
    for (const workload of namespace.workloads) {
      const place = visible.has(workload.id) ? workload.id : group?.id;
      if (place === undefined) continue;
      standsFor.set(workload.id, place);
      for (const pod of workload.pods) standsFor.set(pod.id, visible.has(pod.id) ? pod.id : place);
    }
  }
  return standsFor;
}

function merge(a: PictureEdge, b: PictureEdge): PictureEdge {
  return {
    ...a,
    verdict: a.verdict === b.verdict ? a.verdict : 'mixed',
    label: a.label === b.label ? a.label : 'several ports',
    flows: a.flows + b.flows,
    pairs: { allowed: a.pairs.allowed + b.pairs.allowed, of: a.pairs.of + b.pairs.of },
    impact: {
      opened: a.impact.opened + b.impact.opened,
      closed: a.impact.closed + b.impact.closed,
      unknown: a.impact.unknown + b.impact.unknown,
    },
  };
}

function flipOf({ impact }: PictureEdge): GraphEdge['flip'] {
  if (impact.opened > 0 && impact.closed > 0) return 'both';
  if (impact.opened > 0) return 'opened';
  if (impact.closed > 0) return 'closed';
  return impact.unknown > 0 ? 'unknown' : 'none';
}

function weight(edge: GraphEdge, focus: NodeId | undefined): number {
  const focused = edge.source === focus || edge.target === focus ? 1e12 : 0;
  return focused + (edge.flip === 'none' ? 0 : 1e9) + edge.flows;
}
