// Whether a selector holds for one end of a flow, whatever the classes of the snapshot can tell apart.
import type { Cluster, Endpoint } from '../model/cluster.ts';
import { fitsText, type Selector, selects } from '../model/selector.ts';
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

/** For an endpoint, by its labels as selectors see them. */
export function endpointHolds(
  selector: Selector,
  endpoint: Endpoint,
  snapshot: Pick<Snapshot, 'cluster' | 'labelOf'>,
): boolean {
  const labelValue = (scope: 'endpoint' | 'namespace', key: string): string | undefined =>
    scope === 'endpoint'
      ? snapshot.labelOf(endpoint, key)
      : labelsOfNamespace(snapshot.cluster, endpoint.namespace)?.get(key);
  switch (selector.op) {
    case 'all':
      return true;
    case 'type':
      return selector.types.includes(endpoint.type);
    case 'has':
      return labelValue(selector.scope, selector.key) !== undefined;
    case 'in': {
      const value = labelValue(selector.scope, selector.key);
      return value !== undefined && selector.values.includes(value);
    }
    case 'contains':
    case 'starts-with':
    case 'ends-with': {
      const value = labelValue(selector.scope, selector.key);
      return value !== undefined && fitsText(selector.op, value, selector.text);
    }
    case 'and':
      return selector.terms.every((term) => endpointHolds(term, endpoint, snapshot));
    case 'or':
      return selector.terms.some((term) => endpointHolds(term, endpoint, snapshot));
    case 'not':
      return !endpointHolds(selector.term, endpoint, snapshot);
  }
}

/** For an address outside, by the labels of the sets that hold it. */
export function partyHolds(selector: Selector, party: Party, snapshot: Snapshot): boolean {
  if (party.type === 'endpoint') return endpointHolds(selector, party.endpoint, snapshot);
  const { address, range } = party;
  return snapshot.cluster.sets.some(
    ({ cidrs, labels }) =>
      cidrs.some((cidr) =>
        address ? containsAddress(cidr, address) : range !== undefined && containsCidr(cidr, range),
      ) && selects(selector, (scope) => labels[scope]),
  );
}
