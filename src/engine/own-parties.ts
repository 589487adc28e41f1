// The parties that a node of the picture stands for: a namespace for its workloads, a pod for itself.
import { isPartOf } from './connectivity.ts';
import { endpointParty, type FlowParty } from './flow-party.ts';
import { partiesOf } from './known-parties.ts';
import type { NodeId } from './results.ts';
import type { Snapshot } from './snapshot.ts';

/** Empty where the snapshot has no such node, or a namespace has no workloads. */
export function ownParties(snapshot: Snapshot, id: NodeId): FlowParty[] {
  if (id.startsWith('pod:')) {
    return snapshot.cluster.endpoints.flatMap((endpoint, index) =>
      endpoint.id === id ? [endpointParty(snapshot, index, endpoint)] : [],
    );
  }
  return partiesOf(snapshot).filter((party) => isPartOf(party, id));
}
