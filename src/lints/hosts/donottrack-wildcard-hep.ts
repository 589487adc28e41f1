// `donottrack-wildcard-hep`: an untracked policy for host endpoints of every interface, to which Calico does not apply it.
import type { Finding, Lint } from '../lint.ts';
import { selectedHosts } from '../selected-hosts.ts';
import { quotedList } from '../wording.ts';

const policy = `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: untracked-web }
spec:
  selector: role == 'edge'
  doNotTrack: true
  applyOnForward: true
  types: [Ingress, Egress]
  ingress:
    - { action: Allow, protocol: TCP, destination: { ports: [80] } }
  egress:
    - { action: Allow, protocol: TCP, source: { ports: [80] } }
---
`;
const host = (interfaceName: string): string => `apiVersion: projectcalico.org/v3
kind: HostEndpoint
metadata: { name: edge-1, labels: { role: edge } }
spec: { node: edge-1, interfaceName: ${interfaceName}, profiles: [projectcalico-default-allow] }
`;

export const donottrackWildcardHep: Lint = {
  code: 'donottrack-wildcard-hep',
  severity: 'warning',
  title: 'An untracked policy for host endpoints of every interface',
  docs: {
    why: 'Calico applies policies with `doNotTrack` to host endpoints of one interface only. A host endpoint with `interfaceName: "*"`, as the automatic ones have, never sees them.',
    fix: 'Declare a HostEndpoint for the interface that the traffic arrives on, or write the policy without `doNotTrack`.',
    source: {
      title: 'Calico: HostEndpoint',
      url: 'https://docs.tigera.io/calico/latest/reference/resources/hostendpoint',
    },
    bad: policy + host('"*"'),
    good: policy + host('eth0'),
  },
  check: (context) =>
    context.calico.flatMap((one): Finding[] => {
      if (!one.spec.doNotTrack) return [];
      const hosts = selectedHosts(one, context);
      const every = hosts.filter(({ interfaces }) => interfaces === 'every').map(({ name }) => name);
      if (every.length === 0) return [];
      const names = quotedList(every);
      const effect = every.length === hosts.length ? 'so it does nothing' : 'so it acts on the others only';
      return [
        {
          message: `Calico does not apply untracked policies to host endpoints of every interface (\`*\`), as ${names} ${every.length === 1 ? 'is' : 'are'}, ${effect}`,
          advice: 'Declare host endpoints for the interface that the traffic arrives on.',
          range:
            context.manifests.rangeOf(one.resource.range, ['spec', 'doNotTrack'], 'name') ?? one.resource.nameRange,
          object: one.label,
        },
      ];
    }),
};
