// Edges between the nodes a picture shows: flows of the draft and flips against the baseline, aggregated to what is open.
import type { ConnectionId, ConnectionTable } from '../net/connection-table.ts';
import { EdgeBundles } from './bundle-edges.ts';
import type { SnapshotDiff } from './diff-snapshots.ts';
import { FlowFilter } from './flow-filter.ts';
import { type FlipCounts, GroupFlips } from './group-flips.ts';
import { GroupTally, type OutcomeCounts } from './group-tally.ts';
import { flipsIn } from './impact.ts';
import { type PictureParties, pictureParties } from './picture-parties.ts';
import { portLabel } from './port-label.ts';
import type { Impact, NodeId, Picture, PictureEdge, PictureRequest } from './results.ts';
import type { Snapshot } from './snapshot.ts';
import { TopEdges } from './top-edges.ts';

/** What lies behind one edge. */
export interface EdgeSum {
  readonly source: NodeId;
  readonly target: NodeId;
  readonly allowed: ConnectionId;
  readonly unknown: ConnectionId;
  readonly denied: ConnectionId;
  readonly flows: number;
  readonly pairsAllowed: number;
  readonly pairs: number;
  readonly isMixed: boolean;
  readonly impact: Impact;
}

function finishEdge(sum: EdgeSum, table: ConnectionTable): PictureEdge {
  const drawn = table.union(table.union(sum.allowed, sum.unknown), sum.denied);
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

/** Draws the edges of one picture, a source node at a time. */
class PictureEdges {
  readonly #snapshot: Snapshot;
  readonly #shown: PictureParties;
  readonly #request: PictureRequest;
  readonly #filter: FlowFilter;
  readonly #flips: GroupFlips;
  readonly #wanted: GroupTally;
  #everything: GroupTally | undefined;
  #edges: TopEdges<EdgeSum>;
  #bundles: EdgeBundles | undefined;
  readonly #met = new Set<number>();

  constructor(snapshot: Snapshot, diff: SnapshotDiff, request: PictureRequest) {
    this.#snapshot = snapshot;
    this.#request = request;
    this.#filter = new FlowFilter(snapshot, request.terms ?? []);
    this.#shown = pictureParties(snapshot, request, this.#filter);
    const { nodes, parties, groupsOf } = this.#shown;
    this.#flips = new GroupFlips(diff, nodes.length, groupsOf, this.#filter);
    this.#wanted = new GroupTally(snapshot, parties, nodes.length, request.ports, this.#filter);
    this.#edges = new TopEdges(request.limit);
  }

  /** Nodes with some flow that is wanted, or some flip, of whatever the edges show. */
  get meets(): readonly NodeId[] {
    return [...this.#met].flatMap((group) => this.#shown.nodes[group] ?? []);
  }

  /** Pairs that nothing asks for count where they are all that an edge has. */
  get #all(): GroupTally {
    if (this.#everything) return this.#everything;
    const { nodes, parties } = this.#shown;
    const all = parties.map((one) => ({ ...one, wantsFrom: true, wantsTo: true }));
    this.#everything = new GroupTally(this.#snapshot, all, nodes.length, this.#request.ports, this.#filter);
    return this.#everything;
  }

  get edges(): TopEdges<EdgeSum> {
    return this.#edges;
  }

  get isBundled(): boolean {
    return this.#bundles !== undefined;
  }

  draw(): void {
    this.#drawAll();
    const { bundle, expandedNamespaces, limit } = this.#request;
    if (!bundle || this.#edges.offered <= bundle.from || expandedNamespaces.length === 0) return;
    this.#edges = new TopEdges(limit);
    this.#bundles = new EdgeBundles(this.#snapshot.table, bundle);
    this.#drawAll();
    for (const sum of this.#bundles.sums) this.#edges.offer(weightOf(sum.flows, sum.impact, false), () => sum);
  }

  #drawAll(): void {
    const flipping = this.#flips.sources;
    const isQuiet = this.#request.edges === 'flips' && this.#request.focus === undefined;
    for (const group of this.#shown.nodes.keys()) {
      if (!isQuiet || flipping.has(group)) this.#drawFrom(group, flipping.has(group));
    }
  }

  #drawFrom(group: number, hasFlips: boolean): void {
    const { nodes } = this.#shown;
    const flips = hasFlips ? this.#flips.from(group) : undefined;
    const late: number[] = [];
    const rows = this.#wanted.from(group);
    for (const target of nodes.keys()) {
      const impact = impactAt(flips, target);
      if (flipsIn(impact) > 0 || rows.some((row) => row.outcome.flows > 0 && (row.pairs[target] ?? 0) > 0)) {
        this.#met.add(group).add(target);
      }
      const isCounted = target !== group || this.#showsItself(group);
      const pairs = isCounted ? rows.reduce((sum, row) => sum + (row.pairs[target] ?? 0), 0) : 0;
      if (pairs > 0) this.#offer(group, target, rows, impact);
      else if (flipsIn(impact) > 0) late.push(target);
    }
    if (late.length === 0) return;
    const all = this.#all.from(group);
    for (const target of late) this.#offer(group, target, all, impactAt(flips, target));
  }

  /** Flows inside a closed group, and of a workload to itself, are the node's own affair unless it is asked about. */
  #showsItself(group: number): boolean {
    const node = this.#shown.nodes[group] ?? '';
    return this.#shown.inFocus.has(node) && !node.startsWith('namespace');
  }

  #offer(group: number, target: number, rows: readonly OutcomeCounts[], impact: Impact): void {
    const { nodes, homes, inFocus } = this.#shown;
    const [from, to] = [nodes[group] ?? '', nodes[target] ?? ''];
    let flows = 0;
    for (const { outcome, pairs } of rows) flows += outcome.flows * (pairs[target] ?? 0);
    if (flows === 0 && flipsIn(impact) === 0) return;
    const isFocus = inFocus.has(from) || inFocus.has(to);
    const make = (): EdgeSum => sumOf(from, to, target, rows, impact, this.#snapshot.table);
    const [source, destination] = [homes[group] ?? from, homes[target] ?? to];
    if (this.#bundles?.takes(source, destination) && !isFocus) this.#bundles.add(source, destination, make());
    else this.#edges.offer(weightOf(flows, impact, isFocus), make);
  }
}

/** What is asked about comes first, then what changes, then the most flows. */
function weightOf(flows: number, impact: Impact, isFocus: boolean): number {
  return (isFocus ? 1e15 : 0) + flipsIn(impact) * 1e6 + flows;
}

function sumOf(
  source: NodeId,
  target: NodeId,
  at: number,
  rows: readonly OutcomeCounts[],
  impact: Impact,
  table: ConnectionTable,
): EdgeSum {
  const sum = {
    allowed: table.none,
    unknown: table.none,
    denied: table.none,
    flows: 0,
    pairsAllowed: 0,
    pairs: 0,
    isMixed: false,
  };
  for (const { outcome, pairs } of rows) {
    const count = pairs[at] ?? 0;
    if (count === 0) continue;
    sum.pairs += count;
    sum.flows += outcome.flows * count;
    if (outcome.best === 'allowed') sum.pairsAllowed += count;
    sum.allowed = table.union(sum.allowed, outcome.allowed);
    sum.unknown = table.union(sum.unknown, outcome.unknown);
    sum.denied = table.union(sum.denied, outcome.denied);
    if (outcome.isMixed) sum.isMixed = true;
  }
  return { source, target, ...sum, impact };
}

function impactAt(flips: FlipCounts | undefined, group: number): Impact {
  return {
    opened: flips?.opened[group] ?? 0,
    closed: flips?.closed[group] ?? 0,
    unknown: flips?.unknown[group] ?? 0,
  };
}

/**
 * The edges of a picture, most telling first where `limit` cuts them, otherwise in stable order. An edge speaks of the
 * pairs that the request wants; where none of them is wanted and something changed, of all pairs between its two nodes.
 */
export function drawPicture(
  snapshot: Snapshot,
  diff: SnapshotDiff,
  request: PictureRequest,
): Omit<Picture, 'snapshot'> & { edges: PictureEdge[] } {
  const picture = new PictureEdges(snapshot, diff, request);
  picture.draw();
  const { kept, leftOut } = picture.edges;
  const edges = kept.map((sum) => finishEdge(sum, snapshot.table));
  return {
    edges,
    leftOut,
    ...(picture.isBundled ? { isBundled: true } : {}),
    ...(request.terms && request.terms.length > 0 ? { meets: picture.meets } : {}),
  };
}
