// Settings of Felix, Calico's agent on every node, that verdicts depend on.
import { compareText } from '../../base/compare-text.ts';
import type { ClusterAssumption, ToOwnHost } from '../../model/cluster.ts';
import type { FelixConfigurationResource } from '../../resources/calico-resource.ts';
import type { Resource } from '../../resources/resource.ts';

const isFelix = (resource: Resource): resource is FelixConfigurationResource => resource.kind === 'FelixConfiguration';

/** The settings of all nodes. Those of a single node (`node.NAME`) are not looked at. */
export function felixConfiguration(resources: readonly Resource[]): FelixConfigurationResource | undefined {
  return resources.filter(isFelix).find((felix) => felix.meta.name === 'default');
}

/** Calico reference, `defaultEndpointToHostAction`: what becomes of a pod's traffic to its own host after its policy. */
export function toOwnHost(resources: readonly Resource[]): ToOwnHost {
  switch (felixConfiguration(resources)?.defaultEndpointToHostAction) {
    case 'Drop':
      return {
        verdict: 'denied',
        reason: 'Calico drops traffic from a pod to its own host (`defaultEndpointToHostAction: Drop`)',
      };
    case 'Return':
      return {
        verdict: 'unknown',
        reason:
          'Calico leaves traffic from a pod to its own host to the host’s own rules (`defaultEndpointToHostAction: Return`)',
        fact: {
          code: 'host-rules-unknown',
          message: 'What the host’s own packet filter says of traffic from its pods is not in the manifests',
          remedy: 'Look at the INPUT chain of the host’s filter table.',
        },
      };
    case 'Accept':
      return {
        verdict: 'allowed',
        reason: 'Calico accepts traffic from a pod to its own host (`defaultEndpointToHostAction: Accept`)',
      };
    case undefined:
      return {
        verdict: 'allowed',
        reason: 'Calico accepts traffic from a pod to its own host, as its manifests and operator set it up',
      };
  }
}

/** What is taken for granted about settings that the manifests leave out. */
export function felixAssumptions(resources: readonly Resource[]): readonly ClusterAssumption[] {
  const assumptions: ClusterAssumption[] = [];
  const felix = felixConfiguration(resources);
  if (felix && felix.defaultEndpointToHostAction === undefined) {
    assumptions.push({
      code: 'to-own-host',
      message:
        'The FelixConfiguration does not say what becomes of traffic from pods to their own host: Accept is assumed, as Calico’s manifests and operator set it',
      remedy: 'Write spec.defaultEndpointToHostAction; Felix on its own takes Drop',
      subjects: [`FelixConfiguration ${felix.meta.name}`],
    });
  }
  const single = resources.filter(isFelix).filter((one) => one.meta.name.startsWith('node.'));
  if (single.length > 0) {
    assumptions.push({
      code: 'node-settings',
      message:
        'Settings of single nodes are not looked at: every node is taken to have those of the FelixConfiguration default',
      subjects: single.map((one) => `FelixConfiguration ${one.meta.name}`).sort(compareText),
    });
  }
  return assumptions;
}
