// Edges between the nodes a picture shows: flows of the draft and flips against the baseline, aggregated to what is open.

import { ALL_PORTS, formatPorts, LANES, type Lane, wholeRanges } from '../net/connection-set.ts';
import type { ConnectionId, ConnectionTable } from '../net/connection-table.ts';
import { isPartOf } from './connectivity.ts';
import type { SnapshotDiff } from './diff-snapshots.ts';
import { allParties, endpointParty, type FlowParty, scopeOf } from './flow-party.ts';
import { pairCells, verdictAreas } from './pair-cells.ts';
import type { Direction, FlipRow, Impact, NodeId, PictureEdge, PictureRequest } from './results.ts';
import type { Snapshot } from './snapshot.ts';

/** What gathers behind one edge while pairs of parties are looked at. */
interface EdgeSum {
  readonly source: NodeId;
  readonly target: NodeId;
  allowed: ConnectionId;
  unknown: ConnectionId;
  flows: number;
  pairsAllowed: number;
  pairs: number;
  isMixed: boolean;
  impact: Impact;
}

/** Ranges named of one protocol; the others are counted. */
const RANGES_NAMED = 3;

/** `TCP 80, 443`, `TCP 22, 179, 2379-2380 +4`, `ICMP`, `other protocols`. */
function laneLabel(lane: Lane, ranges: readonly string[]): string {
  const isWhole = ranges[0] === 'all';
  if (lane === 'other') return isWhole ? 'other protocols' : `protocol ${listed(ranges)}`;
  if (isWhole && lane.startsWith('ICMP')) return lane;
  return `${lane} ${listed(ranges)}`;
}

function listed(ranges: readonly string[]): string {
  const rest = ranges.length - RANGES_NAMED;
  return `${ranges.slice(0, RANGES_NAMED).join(', ')}${rest > 0 ? ` +${rest}` : ''}`;
}

/** `80`, `TCP 80 · UDP 53`, `all ports`, `all traffic` (ICMP and other protocols too). TCP alone goes without its name. */
function portLabel(points: ConnectionId, table: ConnectionTable): string {
  if (points === table.all) return 'all traffic';
  if (points === table.intern(ALL_PORTS)) return 'all ports';
  const ranges = wholeRanges(table.set(points));
  const parts = LANES.flatMap((lane) => {
    const own = ranges.filter((range) => range.protocol === lane);
    if (own.length === 0) return [];
    return [laneLabel(lane, own.map(formatPorts))];
  });
  const isOnlyTcp = parts.length === 1 && parts[0]?.startsWith('TCP ') && !parts[0].endsWith('all');
  return isOnlyTcp ? (parts[0] ?? '').slice(4) : parts.join(' · ');
}

/** Parties at the level the picture shows: workloads, their pods where open; each with the node that stands for it. */
function partiesShown(snapshot: Snapshot, request: PictureRequest): { party: FlowParty; node: NodeId }[] {
  const namespaces = new Set(request.expandedNamespaces);
  const open = new Set(request.expandedWorkloads);
  const workloads = new Map(snapshot.cluster.workloads.map((workload) => [workload.id, workload]));
  return allParties(snapshot).flatMap((party) => {
    if (party.namespace === undefined) return [{ party, node: party.id }];
    if (!namespaces.has(party.namespace)) return [{ party, node: party.namespace }];
    if (!open.has(party.id)) return [{ party, node: party.id }];
    return (workloads.get(party.id)?.endpoints ?? []).flatMap((index) => {
      const endpoint = snapshot.cluster.endpoints[index];
      return endpoint ? [{ party: endpointParty(snapshot, index, endpoint), node: endpoint.id }] : [];
    });
  });
}

/** Whether some policy governs a party in a direction. */
function isGoverned(snapshot: Snapshot, party: FlowParty, direction: Direction): boolean {
  return party.members.some(
    ({ column }) => column < snapshot.universe.classes.length && snapshot.matrix.isGoverned(direction, column),
  );
}

/** A party with the node that stands for it and what is asked of it again and again. */
interface VisibleParty {
  readonly party: FlowParty;
  readonly node: NodeId;
  readonly governed: Record<Direction, boolean>;
  readonly scope: ConnectionId;
  readonly inFocus: boolean;
}

function visibleParties(snapshot: Snapshot, request: PictureRequest): VisibleParty[] {
  const { focus, ports } = request;
  return partiesShown(snapshot, request).map(({ party, node }) => ({
    party,
    node,
    governed: { egress: isGoverned(snapshot, party, 'egress'), ingress: isGoverned(snapshot, party, 'ingress') },
    scope: scopeOf(party.ports, ports, snapshot.table, snapshot.beyondPorts),
    inFocus: focus !== undefined && isPartOf(party, focus),
  }));
}

/** Flips by source and destination workload or external; pods of an open workload share those of the workload. */
type FlipsByPair = ReadonlyMap<NodeId, ReadonlyMap<NodeId, readonly FlipRow[]>>;

function flipsByPair(diff: SnapshotDiff): FlipsByPair {
  const bySource = new Map<NodeId, Map<NodeId, FlipRow[]>>();
  for (const row of diff.flips) {
    const byTarget = bySource.get(row.src) ?? new Map<NodeId, FlipRow[]>();
    bySource.set(row.src, byTarget);
    const rows = byTarget.get(row.dst) ?? [];
    byTarget.set(row.dst, rows);
    rows.push(row);
  }
  return bySource;
}

function addImpact(impact: Impact, rows: readonly FlipRow[]): Impact {
  const counts = { ...impact };
  for (const row of rows) counts[row.flip]++;
  return counts;
}

const hasImpact = (impact: Impact): boolean => impact.opened + impact.closed + impact.unknown > 0;

function finishEdge(sum: EdgeSum, table: ConnectionTable): PictureEdge {
  const drawn = table.union(sum.allowed, sum.unknown);
  const isMixed = sum.isMixed || (sum.pairsAllowed > 0 && sum.pairsAllowed < sum.pairs);
  const verdict =
    sum.allowed !== table.none ? (isMixed ? 'mixed' : 'allowed') : sum.unknown !== table.none ? 'unknown' : 'denied';
  return {
    id: `${sum.source}->${sum.target}`,
    source: sum.source,
    target: sum.target,
    verdict,
    label: drawn === table.none ? '' : portLabel(drawn, table),
    flows: sum.flows,
    pairs: { allowed: sum.pairsAllowed, of: sum.pairs },
    impact: sum.impact,
  };
}

/** Weight that decides which edges stay when there are too many: flips first, then the most flows. */
function weight(edge: PictureEdge): number {
  const { opened, closed, unknown } = edge.impact;
  return (opened + closed + unknown) * 1e6 + edge.flows;
}

function newSum(source: NodeId, target: NodeId, none: ConnectionId): EdgeSum {
  const impact = { opened: 0, closed: 0, unknown: 0 };
  return { source, target, allowed: none, unknown: none, flows: 0, pairsAllowed: 0, pairs: 0, isMixed: false, impact };
}

/** Lays the flows between two parties onto their edge. */
function addPair(sum: EdgeSum, snapshot: Snapshot, src: VisibleParty, dst: VisibleParty): void {
  const { table } = snapshot;
  const areas = verdictAreas(pairCells(snapshot, src.party, dst.party), dst.scope, table);
  if (areas.length === 0) return;
  sum.pairs++;
  if (areas[0]?.verdict === 'allowed') sum.pairsAllowed++;
  for (const area of areas) {
    if (area.verdict === 'denied') continue;
    if (area.verdict === 'allowed') sum.allowed = table.union(sum.allowed, area.points);
    else sum.unknown = table.union(sum.unknown, area.points);
    sum.flows += table.set(area.points).length / 2;
    if (area.pairs < area.of) sum.isMixed = true;
  }
}

const noRows: readonly FlipRow[] = [];

/** Whether the flows between two parties are drawn although nothing about them changes. */
function isWanted(src: VisibleParty, dst: VisibleParty, edges: PictureRequest['edges']): boolean {
  const inFocus = src.inFocus || dst.inFocus;
  // Flows inside a closed group, and of a workload to itself, are the node's own affair unless it is asked about.
  if (src.node === dst.node) return inFocus && src.node === src.party.id;
  return inFocus || edges === 'all' || (edges === 'governed' && (src.governed.egress || dst.governed.ingress));
}

/** All edges out of one source node, into `sums` by target. */
function addEdges(
  src: VisibleParty,
  visible: readonly VisibleParty[],
  flips: ReadonlyMap<NodeId, readonly FlipRow[]> | undefined,
  sums: Map<NodeId, EdgeSum>,
  snapshot: Snapshot,
  request: PictureRequest,
): void {
  for (const dst of visible) {
    if (src.party.isOutside && dst.party.isOutside) continue;
    const rows = flips?.get(dst.party.workload ?? dst.party.id) ?? noRows;
    if (rows.length === 0 && !isWanted(src, dst, request.edges)) continue;
    const sum = sums.get(dst.node) ?? newSum(src.node, dst.node, snapshot.table.none);
    sums.set(dst.node, sum);
    addPair(sum, snapshot, src, dst);
    if (rows.length > 0) sum.impact = addImpact(sum.impact, rows);
  }
}

/** The edges of a picture, most telling first where `limit` cuts them, otherwise in stable order. */
export function drawPicture(
  snapshot: Snapshot,
  diff: SnapshotDiff,
  request: PictureRequest,
): { edges: PictureEdge[]; leftOut: number } {
  const visible = visibleParties(snapshot, request);
  const flips = flipsByPair(diff);
  const bySource = new Map<NodeId, Map<NodeId, EdgeSum>>();
  for (const src of visible) {
    const sums = bySource.get(src.node) ?? new Map<NodeId, EdgeSum>();
    bySource.set(src.node, sums);
    addEdges(src, visible, flips.get(src.party.workload ?? src.party.id), sums, snapshot, request);
  }
  const edges = [...bySource.values()]
    .flatMap((sums) => [...sums.values()])
    .map((sum) => finishEdge(sum, snapshot.table))
    .filter((edge) => edge.flows > 0 || hasImpact(edge.impact));
  if (edges.length <= request.limit) return { edges, leftOut: 0 };
  const kept = edges.sort((a, b) => weight(b) - weight(a)).slice(0, request.limit);
  return { edges: kept, leftOut: edges.length - kept.length };
}
