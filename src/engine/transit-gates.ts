// Hosts whose policy also judges what they forward: traffic of their pods with other hosts passes these gates.
import type { Cluster } from '../model/cluster.ts';
import type { Universe } from './universe.ts';
import type { VerdictMatrix } from './verdict-matrix.ts';

export interface TransitGate {
  /** Column of the host endpoint's forwarding side. */
  readonly column: number;
  /** True where all forwarded traffic passes it; a gate on one interface is passed by whatever uses that interface. */
  readonly everyInterface: boolean;
}

/** Gates that some policy governs, by node. */
export type TransitGates = ReadonlyMap<string, readonly TransitGate[]>;

export function transitGates(cluster: Cluster, universe: Universe, matrix: VerdictMatrix): TransitGates {
  const gates = new Map<string, TransitGate[]>();
  for (const [index, endpoint] of cluster.endpoints.entries()) {
    if (endpoint.type !== 'transit' && endpoint.type !== 'every-transit') continue;
    const column = universe.classOf[index];
    if (column === undefined || endpoint.node === undefined) continue;
    const isGoverned = (['egress', 'ingress'] as const).some((direction) => matrix.isGoverned(direction, column));
    if (!isGoverned) continue;
    const own = gates.get(endpoint.node) ?? [];
    gates.set(endpoint.node, own);
    own.push({ column, everyInterface: endpoint.type === 'every-transit' });
  }
  return gates;
}
