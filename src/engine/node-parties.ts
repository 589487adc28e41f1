// A node of the picture as ends of flows that can be asked for their labels: its pods one by one, or the addresses it stands for.
import { type Party, resolveParty } from './resolve-party.ts';
import type { NodeId } from './results.ts';
import type { Snapshot } from './snapshot.ts';

function endpointsOf({ cluster }: Snapshot, id: NodeId): readonly number[] | undefined {
  if (id.startsWith('namespace:')) {
    return cluster.workloads.flatMap(({ namespace, endpoints }) =>
      `namespace:${namespace}` === id ? [...endpoints] : [],
    );
  }
  if (id.startsWith('workload:')) return cluster.workloads.find((workload) => workload.id === id)?.endpoints;
  const place = cluster.endpoints.findIndex((endpoint) => endpoint.id === id);
  return place < 0 ? undefined : [place];
}

/** Empty where the snapshot has no such node, or it holds nothing. */
export function nodeParties(snapshot: Snapshot, id: NodeId): readonly Party[] {
  const endpoints = endpointsOf(snapshot, id);
  if (!endpoints) {
    const party = resolveParty(snapshot, id);
    return party.type === 'unknown' ? [] : [party];
  }
  return endpoints.flatMap((index): Party[] => {
    const [endpoint, column] = [snapshot.cluster.endpoints[index], snapshot.universe.classOf[index]];
    return endpoint && column !== undefined ? [{ type: 'endpoint', index, endpoint, column }] : [];
  });
}
