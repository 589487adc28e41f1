// What is assumed about rules that ask for more than the manifests of a cluster can tell.
import { compareText } from '../../base/compare-text.ts';
import type { ClusterAssumption } from '../../model/cluster.ts';
import type { Semantics } from '../../model/semantics.ts';
import type { CalicoRule } from '../../resources/calico-resource.ts';
import type { Resource } from '../../resources/resource.ts';
import { SOURCE_PORT, usesSourcePorts } from './source-ports.ts';

/** Names of objects of which a rule fits, sorted. */
function objectsWith(resources: readonly Resource[], fits: (rule: CalicoRule) => boolean): readonly string[] {
  return resources
    .filter((resource) => {
      if (resource.kind === 'Profile') return [...resource.ingress, ...resource.egress].some(fits);
      if (!('spec' in resource) || !('doNotTrack' in resource.spec)) return false;
      return [...resource.spec.ingress, ...resource.spec.egress].some(fits);
    })
    .map(({ kind, meta }) => `${kind} ${meta.namespace === '' ? '' : `${meta.namespace}/`}${meta.name}`)
    .sort(compareText);
}

/** Source ports, HTTP clauses and policies that act before translation; none under the reading of Kubernetes. */
export function ruleAssumptions(resources: readonly Resource[], semantics: Semantics): readonly ClusterAssumption[] {
  if (semantics === 'kubernetes') return [];
  const byPort = objectsWith(resources, (rule) => usesSourcePorts(rule.source));
  const byRequest = objectsWith(resources, (rule) => rule.http);
  const beforeDnat = resources.filter((resource) => resource.kind === 'GlobalNetworkPolicy' && resource.spec.preDNAT);
  const assumptions: ClusterAssumption[] = [
    {
      code: 'source-port',
      message: `Rules ask for source ports, which clients choose anew for each connection: ${SOURCE_PORT} is assumed`,
      subjects: byPort,
    },
    {
      code: 'http-ignored',
      message:
        'Rules ask for HTTP methods or paths, which only application-layer policy looks at: they are taken to match every request',
      subjects: byRequest,
    },
    {
      code: 'pre-dnat',
      message:
        'Policies act before the addresses of services are translated: they are asked about the address that a flow names',
      subjects: beforeDnat.map(({ kind, meta }) => `${kind} ${meta.name}`).sort(compareText),
    },
  ];
  return assumptions.filter((assumption) => assumption.subjects.length > 0);
}
