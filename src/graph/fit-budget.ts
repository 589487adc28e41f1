// Keeps the picture within what a browser draws smoothly and a person can read: which namespaces stay collapsed.
import { compareText } from '../base/compare-text.ts';
import type { OtherNamespaces } from '../engine/picture-parties.ts';
import type { NamespaceSummary, NodeId } from '../engine/results.ts';

/** One node for all namespaces that there is no room for. */
export const OTHER_NAMESPACES: OtherNamespaces = 'namespaces:others';

/** Nodes drawn at most by default; beyond it namespaces collapse, the largest first. */
export const MAX_NODES = 300;
/** Closed namespaces that others are closed for, too, to make room. */
const MAX_CLOSED = MAX_NODES / 2;
/** Edges drawn at most. What is left out is counted on the page; a selected node's own edges come first. */
export const MAX_EDGES = 600;
/** Pods listed in one expanded workload. */
export const MAX_PODS_LISTED = 24;
/** Host endpoints drawn; Calico makes one for every node where it is asked to. */
export const MAX_HOSTS = 24;

/** What the person chose. */
export interface Expansion {
  readonly collapsedNamespaces: ReadonlySet<NodeId>;
  readonly expandedWorkloads: ReadonlySet<NodeId>;
}

/**
 * The namespaces drawn as one node: the chosen ones, and the largest of the others (by nodes they would take, the last by name first)
 * until MAX_NODES holds. Depends on the inventory and the choice only, never on policies or edges.
 */
export function collapsedNamespaces(
  namespaces: readonly NamespaceSummary[],
  chosen: Expansion,
  keepOpen: ReadonlySet<NodeId> = new Set(),
): ReadonlySet<NodeId> {
  const open = namespaces
    .filter((namespace) => !chosen.collapsedNamespaces.has(namespace.id))
    .map((namespace) => ({ id: namespace.id, cost: openCost(namespace, chosen.expandedWorkloads) }))
    .sort((a, b) => b.cost - a.cost || compareText(b.id, a.id));
  const collapsed = new Set(namespaces.filter(({ id }) => chosen.collapsedNamespaces.has(id)).map(({ id }) => id));
  let nodes = open.reduce((sum, { cost }) => sum + 1 + cost, 0);
  for (const { id, cost } of open) {
    // Those that are closed take room as well, but not all of it: beyond that they are gathered.
    if (nodes + Math.min(collapsed.size, MAX_CLOSED) <= MAX_NODES) break;
    if (keepOpen.has(id) || cost === 0) continue;
    collapsed.add(id);
    nodes -= 1 + cost;
  }
  return collapsed;
}

/**
 * What to toggle in the choice so that namespace `id` changes between frame and collapsed node; namespaces collapsed for
 * want of budget become part of the choice.
 */
export function togglesForNamespace(
  namespaces: readonly NamespaceSummary[],
  chosen: Expansion,
  id: NodeId,
): readonly NodeId[] {
  return collapsedNamespaces(namespaces, chosen).has(id) ? togglesToOpen(namespaces, chosen, [id]) : [id];
}

/**
 * What to toggle in the choice so that namespaces `ids` are frames, or as many of them as have room together, the small
 * ones first. Others may collapse for them, the largest first.
 */
export function togglesToOpen(
  namespaces: readonly NamespaceSummary[],
  chosen: Expansion,
  ids: readonly NodeId[],
): readonly NodeId[] {
  const drawn = collapsedNamespaces(namespaces, chosen);
  const asked = namespaces.filter(({ id }) => ids.includes(id));
  if (!asked.some(({ id }) => drawn.has(id))) return [];
  const cost = (namespace: NamespaceSummary) => openCost(namespace, chosen.expandedWorkloads);
  for (const wish = asked.sort((a, b) => cost(a) - cost(b)).map(({ id }) => id); wish.length > 0; wish.pop()) {
    const others = new Set([...drawn].filter((id) => !wish.includes(id)));
    const wanted = collapsedNamespaces(namespaces, { ...chosen, collapsedNamespaces: others }, new Set(wish));
    const then = collapsedNamespaces(namespaces, { ...chosen, collapsedNamespaces: wanted });
    if (!wish.some((id) => then.has(id))) return differing(namespaces, chosen.collapsedNamespaces, wanted);
  }
  return [];
}

/** What to toggle in the choice so that all namespaces are collapsed, or as many as the budget lets are open. */
export function togglesForAll(
  namespaces: readonly NamespaceSummary[],
  chosen: Expansion,
  collapse: boolean,
): readonly NodeId[] {
  const wanted = new Set(collapse ? namespaces.map(({ id }) => id) : []);
  return differing(namespaces, chosen.collapsedNamespaces, wanted);
}

function differing(
  namespaces: readonly NamespaceSummary[],
  before: ReadonlySet<NodeId>,
  after: ReadonlySet<NodeId>,
): readonly NodeId[] {
  return namespaces
    .map(({ id }) => id)
    .filter((id) => before.has(id) !== after.has(id))
    .sort(compareText);
}

/** What would be drawn of a namespace, listed or not. */
function openCost({ workloads, counts }: NamespaceSummary, expanded: ReadonlySet<NodeId>): number {
  let cost = counts.workloads;
  for (const { id, pods } of workloads) {
    if (expanded.has(id)) cost += Math.min(pods.length, MAX_PODS_LISTED);
  }
  return cost;
}

/** The namespace of a workload or pod, or the namespace itself; undefined for what lies in none. */
export function namespaceOf(id: NodeId): NodeId | undefined {
  if (id.startsWith('namespace:')) return id;
  const [, name] = /^(?:workload|pod):([^/]+)\//.exec(id) ?? [];
  return name === undefined ? undefined : `namespace:${name}`;
}

/**
 * The namespaces that `OTHER_NAMESPACES` stands for, where even closed ones are more than MAX_NODES: open ones and `keep`
 * have a node of their own, then those that policy governs, then the first by name; the platform's come last.
 */
export function gatheredNamespaces(
  namespaces: readonly NamespaceSummary[],
  chosen: Expansion,
  keep: ReadonlySet<NodeId>,
): ReadonlySet<NodeId> {
  const collapsed = collapsedNamespaces(namespaces, chosen);
  const open = namespaces.filter(({ id }) => !collapsed.has(id));
  const taken = open.reduce((sum, namespace) => sum + 1 + openCost(namespace, chosen.expandedWorkloads), 0);
  const closed = namespaces.filter(({ id }) => collapsed.has(id));
  const room = MAX_NODES - taken;
  if (closed.length <= room) return new Set();
  const rank = ({ id, system, counts }: NamespaceSummary): number => {
    if (keep.has(id)) return 0;
    return (counts.governed.ingress + counts.governed.egress > 0 ? 1 : 2) + (system ? 2 : 0);
  };
  const ranked = closed
    .map((namespace) => ({ id: namespace.id, rank: rank(namespace) }))
    .sort((a, b) => a.rank - b.rank || compareText(a.id, b.id));
  const kept = Math.max(keep.size, room - 1);
  return new Set(ranked.slice(kept).map(({ id }) => id));
}
