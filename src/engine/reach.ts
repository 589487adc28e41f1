// How far a breach of a node can go, or from where one can come to it: nodes by the hop they are come to, beside the baseline.
import { compareText } from '../base/compare-text.ts';
import type { AnswerLimits } from './answer-limits.ts';
import type { FlowParty } from './flow-party.ts';
import { ownParties } from './own-parties.ts';
import { portLabel } from './port-label.ts';
import { type ReachDirection, type StepKind, type Walk, walkReach } from './reach-walk.ts';
import type { NodeId, PortScope, QueryError, SnapshotId } from './results.ts';
import { nodeText } from './row-page.ts';
import type { Snapshot } from './snapshot.ts';

export interface ReachRequest {
  /** A namespace means its workloads, all at once. */
  readonly id: NodeId;
  readonly direction: ReachDirection;
  /** From 1. */
  readonly hops: number;
  readonly ports: PortScope;
}

/** A workload, host or external node that is come to. */
export interface ReachedNode {
  readonly id: NodeId;
  readonly hop: number;
  /** The neighbour on a shortest way, one hop nearer. */
  readonly via: NodeId;
  /** `unknown`: only if some flow on the way, which is not known, is allowed. */
  readonly verdict: 'allowed' | 'unknown';
  /** What may flow on that step: `80`, `all ports`. */
  readonly label: string;
}

/** What is new at one hop. */
export interface HopCounts {
  readonly workloads: number;
  /** Of the workloads: those in other namespaces than the start, if it lies in one. */
  readonly elsewhere: number;
  readonly hosts: number;
  /** Address ranges and sets; the Internet apart. */
  readonly ranges: number;
  readonly internet: boolean;
  /** Of any kind, that are perhaps come to. They are in none of the other counts. */
  readonly unknown: number;
}

export interface Reach {
  readonly snapshot: SnapshotId;
  readonly id: NodeId;
  readonly direction: ReachDirection;
  readonly hops: number;
  /** Nearest first, those that are certain first among them; a large cluster lists the first only. */
  readonly nodes: readonly ReachedNode[];
  readonly unlisted: number;
  /** By hop, from 1; complete. */
  readonly counts: readonly HopCounts[];
  /** Another hop comes to more. */
  readonly goesOn: boolean;
  /** What is certain now and was not in the baseline, within so many hops; and the other way round. Both listed as far as nodes are. */
  readonly gained: readonly NodeId[];
  readonly lost: readonly NodeId[];
  /** Some pairs were too many to be judged: there may be more. */
  readonly isPartial: boolean;
}

/** What a walk came to within the hops asked for, and whether there was more. */
interface Found {
  readonly nodes: ReadonlyMap<NodeId, ReachedNode & { readonly party: FlowParty }>;
  readonly goesOn: boolean;
  readonly isPartial: boolean;
}

function find(snapshot: Snapshot, start: readonly FlowParty[], request: ReachRequest, kind: StepKind): Found {
  const { ports, direction, hops } = request;
  const walk: Walk = walkReach(snapshot, start, { ports, direction, kind, hops: hops + 1 });
  const nodes = new Map<NodeId, ReachedNode & { readonly party: FlowParty }>();
  walk.levels.slice(0, hops).forEach((level, at) => {
    for (const { party, via, points } of level) {
      const label = portLabel(points, snapshot.table);
      const verdict = kind === 'allowed' ? 'allowed' : 'unknown';
      nodes.set(party.id, { id: party.id, hop: at + 1, via: via.id, verdict, label, party });
    }
  });
  return { nodes, goesOn: walk.levels.length > hops, isPartial: walk.isPartial };
}

/** Nodes by hop, for the draft and what it is compared with; an error where the draft has no such node. */
export function reach(
  draft: Snapshot,
  compared: Snapshot,
  request: ReachRequest,
  snapshot: SnapshotId,
  limits: AnswerLimits,
): Reach | QueryError {
  const { id, direction, hops } = request;
  const start = ownParties(draft, id);
  if (start.length === 0) {
    return { snapshot, error: `nothing is called \`${nodeText(id)}\` any more`, suggestions: [] };
  }
  const certain = find(draft, start, request, 'allowed');
  const possible = find(draft, start, request, 'possible');
  const perhaps = [...possible.nodes.values()].filter((node) => !certain.nodes.has(node.id));
  const nodes = [...certain.nodes.values(), ...perhaps].sort(
    (a, b) => a.hop - b.hop || compareText(a.verdict, b.verdict) || compareText(a.id, b.id),
  );
  const before = compared === draft ? certain : find(compared, ownParties(compared, id), request, 'allowed');
  const gained = [...certain.nodes.keys()].filter((node) => !before.nodes.has(node));
  const lost = [...before.nodes.keys()].filter((node) => !certain.nodes.has(node));
  const deepest = nodes.at(-1)?.hop ?? 0;
  return {
    snapshot,
    id,
    direction,
    hops,
    nodes: nodes.slice(0, limits.nodes).map(({ party: _, ...node }) => node),
    unlisted: Math.max(0, nodes.length - limits.nodes),
    counts: Array.from({ length: deepest }, (_, at) =>
      count(
        nodes.filter(({ hop }) => hop === at + 1),
        start[0]?.namespace,
      ),
    ),
    goesOn: certain.goesOn || possible.goesOn,
    gained: gained.slice(0, limits.nodes),
    lost: lost.slice(0, limits.nodes),
    isPartial: certain.isPartial || possible.isPartial,
  };
}

function count(nodes: Iterable<ReachedNode & { readonly party: FlowParty }>, home: NodeId | undefined): HopCounts {
  const counts = { workloads: 0, elsewhere: 0, hosts: 0, ranges: 0, internet: false, unknown: 0 };
  for (const { id, verdict, party } of nodes) {
    if (verdict === 'unknown') counts.unknown++;
    else if (id === 'internet') counts.internet = true;
    else if (party.isOutside) counts.ranges++;
    else if (party.namespace === undefined) counts.hosts++;
    else {
      counts.workloads++;
      if (home !== undefined && party.namespace !== home) counts.elsewhere++;
    }
  }
  return counts;
}
