// The facts of a node as terms and values.
import type { KnownNode } from '../../state/selectors.ts';

export interface NodeFact {
  readonly term: string;
  readonly values: readonly string[];
}

/** Facts with at least one value, in the order they are shown. */
export function factsOf(node: KnownNode): readonly NodeFact[] {
  return allFacts(node).filter(({ values }) => values.length > 0);
}

function allFacts(node: KnownNode): readonly NodeFact[] {
  switch (node.type) {
    case 'namespace':
      return [
        { term: 'Labels', values: labelTexts(node.namespace.labels) },
        { term: 'Workloads', values: node.namespace.workloads.slice(0, 12).map(({ name }) => name) },
        { term: 'Manifest', values: node.namespace.declared ? [] : ['none given'] },
      ];
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
      return [{ term: 'Addresses', values: [node.external.cidr ?? 'everything that no other node covers'] }];
  }
}

function labelTexts(labels: readonly (readonly [key: string, value: string])[]): readonly string[] {
  return labels.map(([key, value]) => `${key}=${value}`);
}
