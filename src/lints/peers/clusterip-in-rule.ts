// `clusterip-in-rule`: the address of a Service in a rule, which never sees it.
import type { SourceRange } from '../../documents/source-file.ts';
import { fixOf, renameEntry, replaceValue } from '../../documents/write-edits.ts';
import type { ClusterService } from '../../model/cluster.ts';
import { type Cidr, cidrOfAddress, containsCidr, parseAddress, parseCidr } from '../../net/cidr.ts';
import type { CalicoEntity } from '../../resources/calico-resource.ts';
import type { Finding, Lint } from '../lint.ts';
import { type CalicoPolicy, DIRECTIONS, type LintContext, type RuleSide } from '../lint-context.ts';
import { labelOf } from '../wording.ts';

interface ServiceAddresses {
  readonly byAddress: ReadonlyMap<string, ClusterService>;
  readonly ranges: readonly Cidr[];
}

function serviceAddresses({ snapshot: { cluster, options } }: LintContext): ServiceAddresses {
  const byAddress = new Map<string, ClusterService>();
  for (const service of cluster.services) {
    for (const text of service.clusterIPs) {
      const address = parseAddress(text);
      if (address) byAddress.set(cidrOfAddress(address).text, service);
    }
  }
  return { byAddress, ranges: options.serviceCIDRs.flatMap((text) => parseCidr(text)?.cidr ?? []) };
}

/** What an address block is to services; undefined for others. */
function meaning(net: Cidr, { byAddress, ranges }: ServiceAddresses): { service?: ClusterService } | undefined {
  const service = byAddress.get(net.text);
  if (service) return { service };
  return ranges.some((range) => containsCidr(range, net)) ? {} : undefined;
}

const nameOf = ({ namespace, name }: ClusterService): string => `${namespace}/${name}`;

function finding(net: Cidr, service: ClusterService | undefined, range: SourceRange, object: string): Finding {
  const whose = service ? `the cluster IP of the service ${nameOf(service)}` : 'in the range of cluster IPs';
  return {
    message: `${net.text} is ${whose}, which policy never sees: it is asked about the pod behind the service and its target port`,
    advice: service
      ? 'Select the pods behind the service and their target port; Calico can also name it: `services: {name, namespace}`.'
      : 'Select the pods behind the services and their target ports.',
    range,
    object,
  };
}

/** A service stands for its addresses and ports, so that nothing else may be beside it. */
function isAlone({
  nets,
  notNets,
  selector,
  notSelector,
  namespaceSelector,
  serviceAccounts,
  ports,
  notPorts,
}: CalicoEntity): boolean {
  const lists = notNets.length + ports.length + notPorts.length;
  return nets.length === 1 && lists === 0 && !(selector ?? notSelector ?? namespaceSelector ?? serviceAccounts);
}

function inSide(
  policy: CalicoPolicy,
  { entity, path }: RuleSide,
  services: ServiceAddresses,
  { manifests }: LintContext,
) {
  const object = policy.resource.range;
  return entity.nets.flatMap((net, index): Finding[] => {
    const found = meaning(net, services);
    if (!found) return [];
    const range = manifests.rangeOf(object, [...path, 'nets', index]) ?? entity.range ?? policy.resource.nameRange;
    const place = manifests.find(object, [...path, 'nets']);
    const { service } = found;
    const instead = service && isAlone(entity) ? { name: service.name, namespace: service.namespace } : undefined;
    const fixes = instead
      ? fixOf('Name the service', renameEntry(place, 'services'), replaceValue(place, instead))
      : [];
    return [{ ...finding(net, service, range, policy.label), fixes }];
  });
}

function inCalicoPolicy(policy: CalicoPolicy, services: ServiceAddresses, context: LintContext): readonly Finding[] {
  // Before addresses are translated, they are those of the services.
  if (policy.spec.preDNAT) return [];
  const peers = policy.rules.flatMap(({ sides }) => sides.filter(({ end }) => end === 'peer'));
  return peers.flatMap((side) => inSide(policy, side, services, context));
}

const service = `---
apiVersion: v1
kind: Service
metadata: { name: db, namespace: shop }
spec: { clusterIP: 10.96.0.77, selector: { app: db }, ports: [{ port: 5432 }] }
---
{ apiVersion: v1, kind: Pod, metadata: { name: db, namespace: shop, labels: { app: db } } }
`;

export const clusteripInRule: Lint = {
  code: 'clusterip-in-rule',
  severity: 'warning',
  title: 'The address of a Service in a rule',
  docs: {
    why: 'Connections to a Service are sent on to a pod before policy is asked, so a rule sees the pod’s address and port, never the cluster IP.',
    fix: 'Select the pods behind the Service by their labels and name the port that they listen on; a Calico egress rule can also name the Service: `services: {name, namespace}`.',
    source: {
      title: 'Calico: service rules in policy',
      url: 'https://docs.tigera.io/calico/latest/network-policy/policy-rules/service-policy',
    },
    bad: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  selector: app == 'web'
  types: [Egress]
  egress:
    - action: Allow
      destination: { nets: [10.96.0.77/32] }
${service}`,
    good: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  selector: app == 'web'
  types: [Egress]
  egress:
    - action: Allow
      destination: { services: { name: db, namespace: shop } }
${service}`,
  },
  check(context) {
    const services = serviceAddresses(context);
    if (services.byAddress.size === 0 && services.ranges.length === 0) return [];
    const inKubernetes = context.resources.flatMap((resource) => {
      if (resource.kind !== 'NetworkPolicy') return [];
      const peers = DIRECTIONS.flatMap((direction) => resource.spec[direction].flatMap((rule) => rule.peers));
      return peers.flatMap((peer): Finding[] => {
        const found = peer.type === 'ipBlock' ? meaning(peer.cidr, services) : undefined;
        return peer.type === 'ipBlock' && found
          ? [finding(peer.cidr, found.service, peer.range, labelOf(resource))]
          : [];
      });
    });
    return [...context.calico.flatMap((policy) => inCalicoPolicy(policy, services, context)), ...inKubernetes];
  },
};
