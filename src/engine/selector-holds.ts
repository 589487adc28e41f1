// Whether a selector holds for one end of a flow, whatever the classes of the snapshot can tell apart.
import type { AddressSet, Cluster, Endpoint } from '../model/cluster.ts';
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

/** The sets that hold an address outside, or a whole range. */
export function setsHolding({ address, range }: Party & { type: 'address' }, { cluster }: Snapshot): AddressSet[] {
  return cluster.sets.filter(({ cidrs }) =>
    cidrs.some((cidr) => (address ? containsAddress(cidr, address) : range !== undefined && containsCidr(cidr, range))),
  );
}

/** For an address outside, by the labels of the sets that hold it. */
export function partyHolds(selector: Selector, party: Party, snapshot: Snapshot): boolean {
  if (party.type === 'endpoint') return selectsOne(selector, labelled(party.endpoint, snapshot));
  return setsHolding(party, snapshot).some(({ labels }) => selects(selector, (scope) => labels[scope]));
}
