// Whether a selector holds for one end of a flow, whatever the classes of the snapshot can tell apart.
import type { Cluster, Endpoint } from '../model/cluster.ts';
import { type Labelled, type Selector, selects, selectsOne } from '../model/selector.ts';
import { containsAddress, containsCidr } from '../net/cidr.ts';
import type { Labels } from '../resources/resource.ts';
import type { Party } from './resolve-party.ts';
import type { Snapshot } from './snapshot.ts';

const namespaceLabels = new WeakMap<Cluster, ReadonlyMap<string, Labels>>();

function labelsOfNamespace(cluster: Cluster, name: string): Labels | undefined {
  const known = namespaceLabels.get(cluster) ?? new Map(cluster.namespaces.map((one) => [one.name, one.labels]));
  namespaceLabels.set(cluster, known);
  return known.get(name);
}

/** An endpoint as selectors see it. */
export function labelled(endpoint: Endpoint, { cluster, labelOf }: Pick<Snapshot, 'cluster' | 'labelOf'>): Labelled {
  return {
    type: endpoint.type,
    labelOf: (scope, key) =>
      scope === 'endpoint' ? labelOf(endpoint, key) : labelsOfNamespace(cluster, endpoint.namespace)?.get(key),
  };
}

/** For an address outside, by the labels of the sets that hold it. */
export function partyHolds(selector: Selector, party: Party, snapshot: Snapshot): boolean {
  if (party.type === 'endpoint') return selectsOne(selector, labelled(party.endpoint, snapshot));
  const { address, range } = party;
  return snapshot.cluster.sets.some(
    ({ cidrs, labels }) =>
      cidrs.some((cidr) =>
        address ? containsAddress(cidr, address) : range !== undefined && containsCidr(cidr, range),
      ) && selects(selector, (scope) => labels[scope]),
  );
}
