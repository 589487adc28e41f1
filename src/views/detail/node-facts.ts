// The facts of a node as terms and values.
import type { ExternalSummary, HostSummary } from '../../engine/results.ts';
import type { KnownNode } from '../../state/selectors.ts';

export interface NodeFact {
  readonly term: string;
  readonly values: readonly string[];
}

/** Ranges listed of a set. */
const MOST_RANGES = 12;

/** Facts with at least one value, in the order they are shown. */
export function factsOf(node: KnownNode): readonly NodeFact[] {
  return allFacts(node).filter(({ values }) => values.length > 0);
}

function allFacts(node: KnownNode): readonly NodeFact[] {
  switch (node.type) {
    case 'namespace':
      return [{ term: 'Workloads', values: node.namespace.workloads.slice(0, 12).map(({ name }) => name) }];
    case 'workload':
    case 'pod': {
      const { labels, declaredPorts, services, hostNetwork } = node.workload;
      return [
        { term: 'Ports', values: declaredPorts.length > 0 ? declaredPorts : ['none declared, all count'] },
        { term: 'Services', values: services },
        { term: 'Labels', values: labelTexts(labels) },
        { term: 'Network', values: hostNetwork ? ['the host’s: policy does not apply'] : [] },
      ];
    }
    case 'external':
      return externalFacts(node.external);
    case 'host':
      return hostFacts(node.host);
  }
}

function externalFacts({ cidr, set }: ExternalSummary): readonly NodeFact[] {
  if (!set) return [{ term: 'Addresses', values: [cidr ?? 'everything that no other node covers'] }];
  const shown = set.ranges.slice(0, MOST_RANGES);
  const rest = set.rangeCount - shown.length;
  return [
    { term: 'Ranges', values: rest > 0 ? [...shown, `and ${rest.toLocaleString('en-US')} more`] : shown },
    { term: 'Not known', values: set.more === undefined ? [] : [set.more] },
    { term: 'Labels', values: labelTexts(set.labels.filter(([key]) => !isInherited(key))) },
    { term: 'Scope', values: [set.namespace === '' ? 'every namespace' : `namespace ${set.namespace}`] },
  ];
}

/** Labels that a set has from its namespace are that namespace's to show. */
const isInherited = (key: string): boolean => key.startsWith('pcns.');

function hostFacts({ node, interfaceName, addresses, declaredPorts, labels }: HostSummary): readonly NodeFact[] {
  return [
    { term: 'Node', values: [node] },
    { term: 'Interface', values: [interfaceName === '*' ? 'every one' : (interfaceName ?? 'found by its addresses')] },
    { term: 'Addresses', values: addresses.length > 0 ? addresses : ['not in the manifests'] },
    { term: 'Ports', values: declaredPorts },
    { term: 'Labels', values: labelTexts(labels) },
  ];
}

function labelTexts(labels: readonly (readonly [key: string, value: string])[]): readonly string[] {
  return labels.map(([key, value]) => `${key}=${value}`);
}
