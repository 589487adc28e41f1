// All possible flows of a snapshot, party by party.
import { allParties, endpointParty, externalParties, type FlowParty } from './flow-party.ts';
import { FlowSheet, flowsFrom, type SourceFlows } from './flow-sheet.ts';
import { missingSentence } from './pair-cells.ts';
import type { FlowRow, NodeId, PortScope, Verdict } from './results.ts';
import type { Snapshot } from './snapshot.ts';

export interface ConnectivityOptions {
  readonly ports: PortScope;
  readonly verdicts: readonly Verdict[];
  /** Workloads (the default), or their pods. */
  readonly level?: 'workload' | 'pod';
  /** Only flows from or to this node; a namespace means its workloads, a workload its pods. */
  readonly focus?: NodeId;
}

/** Whether a party is the node or lies in it. */
export function isPartOf(party: FlowParty, node: NodeId): boolean {
  return party.id === node || party.namespace === node || party.workload === node;
}

/** Workloads or pods, then hosts and what is outside. */
export function partiesAt(snapshot: Snapshot, level: 'workload' | 'pod'): FlowParty[] {
  if (level === 'workload') return allParties(snapshot);
  const pods = snapshot.cluster.endpoints.map((endpoint, index) => endpointParty(snapshot, index, endpoint));
  return [...pods, ...externalParties(snapshot)];
}

/**
 * Every flow with one of the wanted verdicts, ordered by source, destination, protocol and port. With a focus, only flows
 * that touch it are computed.
 */
export function connectivity(snapshot: Snapshot, options: ConnectivityOptions): FlowRow[] {
  const verdicts = new Set(options.verdicts);
  const rows: FlowRow[] = [];
  for (const source of flowsBySource(snapshot, options)) for (const row of rowsFrom(source, verdicts)) rows.push(row);
  return rows;
}

/** The flows of one source with one of the wanted verdicts, in the order of their destinations. */
export function* rowsFrom(source: SourceFlows, verdicts: ReadonlySet<Verdict>): Generator<FlowRow> {
  const { src } = source;
  for (const { dst, cell } of flowsFrom(source)) {
    for (const row of cell.rows) {
      if (!verdicts.has(row.verdict)) continue;
      const missing = row.verdict === 'unknown' ? { missing: missingSentence(src, dst) } : {};
      yield { src: src.id, dst: dst.id, ...row, ...missing };
    }
  }
}

/** Flows source by source, of every verdict; sources and destinations in the order that `compare` gives. */
export function flowsBySource(
  snapshot: Snapshot,
  { ports, level, focus }: Omit<ConnectivityOptions, 'verdicts'>,
  compare?: (a: FlowParty, b: FlowParty) => number,
): Iterable<SourceFlows> {
  const parties = partiesAt(snapshot, level ?? 'workload');
  const sheet = new FlowSheet(snapshot, compare ? parties.sort(compare) : parties, ports);
  return sheet.sources(focus === undefined ? undefined : (party) => isPartOf(party, focus));
}
