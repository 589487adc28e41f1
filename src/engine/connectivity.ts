// All possible flows of a snapshot, party by party.
import { allParties, endpointParty, externalParties, type FlowParty, scopeOf } from './flow-party.ts';
import { flowRows, pairCells, verdictAreas } from './pair-cells.ts';
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

function partiesAt(snapshot: Snapshot, level: 'workload' | 'pod'): FlowParty[] {
  if (level === 'workload') return allParties(snapshot);
  const pods = snapshot.cluster.endpoints.map((endpoint, index) => endpointParty(snapshot, index, endpoint));
  return [...pods, ...externalParties(snapshot)];
}

/** Every flow with one of the wanted verdicts, ordered by source, destination, protocol and port. */
export function connectivity(snapshot: Snapshot, options: ConnectivityOptions): FlowRow[] {
  const parties = partiesAt(snapshot, options.level ?? 'workload');
  const verdicts = new Set(options.verdicts);
  const { table } = snapshot;
  const { focus } = options;
  const rows: FlowRow[] = [];
  for (const src of parties) {
    for (const dst of parties) {
      // What addresses outside say to one another is not the cluster's business.
      if (src.isOutside && dst.isOutside) continue;
      if (focus !== undefined && !isPartOf(src, focus) && !isPartOf(dst, focus)) continue;
      const areas = verdictAreas(
        pairCells(snapshot, src, dst),
        scopeOf(dst.ports, options.ports, snapshot.table, snapshot.beyondPorts),
        table,
      );
      rows.push(...flowRows(src, dst, areas, verdicts, table));
    }
  }
  return rows;
}
