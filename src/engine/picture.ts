// Edges between the nodes a picture shows: flows of the draft and flips against the baseline, aggregated to what is open.

import { formatPorts, MAX_PORT, MIN_PORT, PROTOCOLS, rangesOf } from '../net/connection-set.ts';
import type { ConnectionId, ConnectionTable } from '../net/connection-table.ts';
import { isPartOf } from './connectivity.ts';
import type { SnapshotDiff } from './diff-snapshots.ts';
import { allParties, endpointParty, type FlowParty, scopeOf } from './flow-party.ts';
import { pairCells, verdictAreas } from './pair-cells.ts';
import type { FlipRow, Impact, NodeId, PictureEdge, PictureRequest } from './results.ts';
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

/** `80`, `TCP 80 · UDP 53`, `all ports`. TCP alone goes without its name. */
export function portLabel(points: ConnectionId, table: ConnectionTable): string {
  if (points === table.all) return 'all ports';
  const ranges = rangesOf(table.set(points));
  const parts = PROTOCOLS.flatMap((protocol) => {
    const own = ranges.filter((range) => range.protocol === protocol);
    if (own.length === 0) return [];
    const isAll = own[0]?.from === MIN_PORT && own[0].to === MAX_PORT;
    return [`${protocol} ${isAll ? 'all' : own.map(formatPorts).join(', ')}`];
  });
  const isOnlyTcp = parts.length === 1 && parts[0]?.startsWith('TCP ') && !parts[0].endsWith('all');
  return isOnlyTcp ? (parts[0] ?? '').slice(4) : parts.join(' · ');
}

/** Parties at the level the picture shows, each with the node that stands for it. */
function visibleParties(snapshot: Snapshot, request: PictureRequest): { party: FlowParty; node: NodeId }[] {
  const namespaces = new Set(request.expandedNamespaces);
  const workloads = new Set(request.expandedWorkloads);
  return allParties(snapshot).flatMap((party) => {
    if (party.namespace === undefined) return [{ party, node: party.id }];
    if (!namespaces.has(party.namespace)) return [{ party, node: party.namespace }];
    if (!workloads.has(party.id)) return [{ party, node: party.id }];
    const workload = snapshot.cluster.workloads.find((one) => one.id === party.id);
    return (workload?.endpoints ?? []).flatMap((index) => {
      const endpoint = snapshot.cluster.endpoints[index];
      return endpoint ? [{ party: endpointParty(snapshot, index, endpoint), node: endpoint.id }] : [];
    });
  });
}

/** Whether some policy governs the flow at one of its ends. */
function isGoverned(snapshot: Snapshot, src: FlowParty, dst: FlowParty): boolean {
  const governs = (party: FlowParty, direction: 'egress' | 'ingress'): boolean =>
    party.members.some(
      ({ column }) =>
        column < snapshot.universe.classes.length && snapshot.matrix.governing(direction, column).length > 0,
    );
  return governs(src, 'egress') || governs(dst, 'ingress');
}

/** Flips by pair of workloads or externals; pods of an open workload share those of the workload. */
function flipsByPair(diff: SnapshotDiff): Map<string, FlipRow[]> {
  const pairs = new Map<string, FlipRow[]>();
  for (const row of diff.flips) {
    const key = `${row.src}->${row.dst}`;
    const rows = pairs.get(key);
    if (rows) rows.push(row);
    else pairs.set(key, [row]);
  }
  return pairs;
}

function addImpact(impact: Impact, rows: readonly FlipRow[]): Impact {
  const counts = { ...impact };
  for (const row of rows) counts[row.flip]++;
  return counts;
}

const hasImpact = (impact: Impact): boolean => impact.opened + impact.closed + impact.unknown > 0;

function finishEdge(id: string, sum: EdgeSum, table: ConnectionTable): PictureEdge {
  const drawn = table.union(sum.allowed, sum.unknown);
  const isMixed = sum.isMixed || (sum.pairsAllowed > 0 && sum.pairsAllowed < sum.pairs);
  const verdict =
    sum.allowed !== table.none ? (isMixed ? 'mixed' : 'allowed') : sum.unknown !== table.none ? 'unknown' : 'denied';
  return {
    id,
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
function addPair(sum: EdgeSum, snapshot: Snapshot, src: FlowParty, dst: FlowParty, ports: 'declared' | 'all'): void {
  const { table } = snapshot;
  const areas = verdictAreas(pairCells(snapshot, src, dst), scopeOf(dst.ports, ports, table), table);
  if (areas.length === 0) return;
  sum.pairs++;
  if (areas.some((area) => area.verdict === 'allowed')) sum.pairsAllowed++;
  for (const area of areas) {
    if (area.verdict === 'denied') continue;
    if (area.verdict === 'allowed') sum.allowed = table.union(sum.allowed, area.points);
    else sum.unknown = table.union(sum.unknown, area.points);
    sum.flows += rangesOf(table.set(area.points)).length;
    if (area.pairs < area.of) sum.isMixed = true;
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
  const sums = new Map<string, EdgeSum>();
  for (const { party: src, node: source } of visible) {
    for (const { party: dst, node: target } of visible) {
      if (src.namespace === undefined && dst.namespace === undefined) continue;
      const focus = request.focus;
      const inFocus = focus !== undefined && (isPartOf(src, focus) || isPartOf(dst, focus));
      const rows = flips.get(`${src.workload ?? src.id}->${dst.workload ?? dst.id}`) ?? [];
      const isFlip = rows.length > 0;
      // Flows inside a closed group, and of a workload to itself, are the node's own affair unless something changes.
      if (source === target && !isFlip && !(inFocus && source === src.id)) continue;
      const wanted =
        isFlip ||
        inFocus ||
        request.edges === 'all' ||
        (request.edges === 'governed' && isGoverned(snapshot, src, dst));
      if (!wanted) continue;
      const id = `${source}->${target}`;
      const sum = sums.get(id) ?? newSum(source, target, snapshot.table.none);
      sums.set(id, sum);
      addPair(sum, snapshot, src, dst, request.ports);
      sum.impact = addImpact(sum.impact, rows);
    }
  }
  const edges = [...sums]
    .map(([id, sum]) => finishEdge(id, sum, snapshot.table))
    .filter((edge) => edge.flows > 0 || hasImpact(edge.impact));
  if (edges.length <= request.limit) return { edges, leftOut: 0 };
  const kept = edges.sort((a, b) => weight(b) - weight(a)).slice(0, request.limit);
  return { edges: kept, leftOut: edges.length - kept.length };
}
