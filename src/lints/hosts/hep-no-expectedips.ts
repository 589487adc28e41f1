// `hep-no-expectedips`: a rule that means host endpoints, which have no addresses to be matched by.
import type { HostEndpointResource } from '../../resources/calico-resource.ts';
import {
  asksForObjects,
  fitsItself,
  fitsNamespace,
  type LabelledObject,
  labelledObjects,
} from '../labelled-objects.ts';
import type { Finding, Lint } from '../lint.ts';
import type { CalicoPolicy, LintContext, RuleSide } from '../lint-context.ts';
import { quotedList } from '../wording.ts';

/** Host endpoints that say no address, each as rules would see it. */
function hostsWithout({ resources, snapshot }: LintContext): ReadonlyMap<LabelledObject, HostEndpointResource> {
  const labels = new Map(snapshot.cluster.hostEndpoints.map((host) => [host.name, host.labels]));
  return new Map(
    resources.flatMap((one): [LabelledObject, HostEndpointResource][] => {
      if (one.kind !== 'HostEndpoint' || one.expectedIPs.length > 0) return [];
      const own = labels.get(one.meta.name);
      return own ? [[{ type: 'host endpoint', namespace: '', labels: (key) => own.get(key), source: -1 }, one]] : [];
    }),
  );
}

function finding(
  { entity }: RuleSide,
  { namespace, label, resource }: CalicoPolicy,
  hosts: ReadonlyMap<LabelledObject, HostEndpointResource>,
  context: LintContext,
): readonly Finding[] {
  if (!asksForObjects(entity)) return [];
  const fits = (object: LabelledObject): boolean =>
    fitsNamespace(entity, object, namespace) && fitsItself(entity, object);
  const lost = [...hosts].filter(([object]) => fits(object)).map(([, host]) => host);
  // What finds others as well need not be about hosts.
  if (lost.length === 0 || labelledObjects(context).some((one) => one.type !== 'host endpoint' && fits(one))) return [];
  const [first] = lost;
  return [
    {
      message: `This means the host ${lost.length === 1 ? 'endpoint' : 'endpoints'} ${quotedList(lost.map(({ meta }) => meta.name))}, and ${lost.length === 1 ? 'it has' : 'they have'} no \`expectedIPs\`: rules match hosts by these addresses alone, so this does not match ${lost.length === 1 ? 'it' : 'them'}`,
      advice: 'Write the addresses of the node into `expectedIPs` of the host endpoint.',
      range: entity.selector?.range ?? entity.namespaceSelector?.range ?? entity.range ?? resource.nameRange,
      object: label,
      related: first ? [{ message: 'has no expectedIPs', range: first.nameRange }] : [],
    },
  ];
}

const policy = `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: metrics }
spec:
  namespaceSelector: all()
  selector: app == 'exporter'
  types: [Ingress]
  ingress:
    - action: Allow
      source: { selector: role == 'edge' }
---
`;
const host = (more: string): string => `apiVersion: projectcalico.org/v3
kind: HostEndpoint
metadata: { name: edge-1, labels: { role: edge } }
spec: { node: edge-1, interfaceName: eth0, profiles: [projectcalico-default-allow]${more} }
`;

export const hepNoExpectedips: Lint = {
  code: 'hep-no-expectedips',
  severity: 'warning',
  title: 'A rule means host endpoints that have no expected addresses',
  docs: {
    why: 'Rules match by address. A host endpoint has the addresses in `expectedIPs` and no others, so one without them is never what a rule matches, whatever its labels.',
    fix: 'Write the node’s addresses into `expectedIPs`; automatic host endpoints have them already.',
    source: {
      title: 'Calico: HostEndpoint',
      url: 'https://docs.tigera.io/calico/latest/reference/resources/hostendpoint',
    },
    bad: policy + host(''),
    good: policy + host(', expectedIPs: [192.0.2.7]'),
  },
  check(context) {
    if (context.snapshot.cluster.hostEndpoints.length === 0) return [];
    const hosts = hostsWithout(context);
    if (hosts.size === 0) return [];
    return context.calico.flatMap((one) =>
      one.rules.flatMap(({ sides }) => sides.flatMap((side) => finding(side, one, hosts, context))),
    );
  },
};
