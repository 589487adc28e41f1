// `host-flags-no-hep`: a policy for the traffic of hosts that applies to no host.
import type { Lint } from '../lint.ts';
import type { CalicoPolicy, LintContext } from '../lint-context.ts';
import { selectedHosts } from '../selected-hosts.ts';
import { quotedList } from '../wording.ts';

/** Untracked policies do not act on host endpoints of every interface, which another lint says. */
function hasHosts(policy: CalicoPolicy, context: LintContext): boolean {
  const { universe } = context.snapshot;
  return (
    policy.placed.some(({ subjects }) => [...subjects].some((id) => universe.classes[id]?.sample.type !== 'pod')) ||
    selectedHosts(policy, context).length > 0
  );
}

export const hostFlagsNoHep: Lint = {
  code: 'host-flags-no-hep',
  severity: 'info',
  title: 'A policy for the traffic of hosts applies to no host',
  docs: {
    why: '`preDNAT`, `doNotTrack` and `applyOnForward` speak of traffic through host endpoints. A policy with the first two does nothing to pods, and the third changes nothing for them.',
    fix: 'Add HostEndpoints with labels that the policy selects, or take the flag out, if the policy is for pods.',
    source: {
      title: 'Calico: HostEndpoint',
      url: 'https://docs.tigera.io/calico/latest/reference/resources/hostendpoint',
    },
    bad: `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: node-ports }
spec:
  selector: role == 'edge'
  preDNAT: true
  applyOnForward: true
  types: [Ingress]
  ingress:
    - action: Deny
`,
    good: `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: node-ports }
spec:
  selector: role == 'edge'
  preDNAT: true
  applyOnForward: true
  types: [Ingress]
  ingress:
    - action: Deny
---
apiVersion: projectcalico.org/v3
kind: HostEndpoint
metadata: { name: edge-1, labels: { role: edge } }
spec: { node: edge-1, interfaceName: eth0, profiles: [projectcalico-default-allow] }
`,
  },
  check: (context) =>
    context.calico.flatMap((policy) => {
      const { spec, resource, label, placed } = policy;
      const flags = (['doNotTrack', 'preDNAT', 'applyOnForward'] as const).filter((flag) => spec[flag]);
      const [first] = flags;
      if (!first || placed.length === 0 || hasHosts(policy, context)) return [];
      const isIdle = spec.doNotTrack || spec.preDNAT;
      return [
        {
          message: `It selects no host endpoint of the manifests, and ${quotedList(flags)} ${flags.length === 1 ? 'speaks' : 'speak'} of their traffic only: ${isIdle ? 'the policy does nothing' : 'it is an ordinary policy for pods'}`,
          advice: 'Add the host endpoints, or correct the selector.',
          range: context.manifests.rangeOf(resource.range, ['spec', first], 'name') ?? resource.nameRange,
          object: label,
        },
      ];
    }),
};
