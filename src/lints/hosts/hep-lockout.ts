// `hep-lockout`: a host endpoint that nothing allows anything.

import { addEntry, fixOf, setEntry } from '../../documents/write-edits.ts';
import type { HostEndpointResource } from '../../resources/calico-resource.ts';
import type { Finding, Lint } from '../lint.ts';
import { DIRECTIONS, type Direction, type LintContext } from '../lint-context.ts';
import { labelOf, listed, policyName, quotedList } from '../wording.ts';

const PROFILE = 'projectcalico-default-allow';

/** The class of the host's own processes. */
function classOf({ meta }: HostEndpointResource, { snapshot }: LintContext): number | undefined {
  const { endpoints } = snapshot.cluster;
  const at = endpoints.findIndex(
    ({ hostEndpoint, type }) => hostEndpoint === meta.name && (type === 'host' || type === 'every-host'),
  );
  return snapshot.universe.classOf[at];
}

const policiesOf = (id: number, direction: Direction, { snapshot }: LintContext) =>
  snapshot.matrix
    .governing(direction, id)
    .flatMap((index) => snapshot.policies[index] ?? [])
    .filter(({ implied }) => !implied);

function isShut(id: number, direction: Direction, context: LintContext): boolean {
  return !policiesOf(id, direction, context).some((policy) =>
    (policy[direction] ?? []).some(({ action }) => action === 'allow'),
  );
}

function finding(host: HostEndpointResource, context: LintContext): readonly Finding[] {
  const id = host.profiles.length === 0 ? classOf(host, context) : undefined;
  if (id === undefined) return [];
  const shut = DIRECTIONS.filter((direction) => isShut(id, direction, context));
  if (shut.length === 0) return [];
  const policies = [...new Set(shut.flatMap((direction) => policiesOf(id, direction, context).map(policyName)))];
  const why =
    policies.length === 0
      ? 'no policy applies to it'
      : `${quotedList(policies)} allow${policies.length === 1 ? 's' : ''} nothing`;
  const root = context.manifests.find(host.range, []);
  const spec = context.manifests.find(host.range, ['spec']);
  const profiles = spec ? setEntry(spec, 'profiles', [PROFILE]) : addEntry(root, 'spec', { profiles: [PROFILE] });
  return [
    {
      message: `This shuts the node ${host.node} off: ${why}, and it has no profile, so all its ${listed(shut)} but the failsafe ports (SSH, DHCP, DNS, etcd, BGP and the API server, as Felix is configured) is denied`,
      advice: `Give it the profile \`${PROFILE}\`, or create the policies that allow what it needs first.`,
      range: host.nameRange,
      object: labelOf(host),
      fixes: fixOf(`Write \`profiles: [${PROFILE}]\``, profiles),
    },
  ];
}

export const hepLockout: Lint = {
  code: 'hep-lockout',
  severity: 'error',
  title: 'A host endpoint shuts its node off',
  docs: {
    why: 'As soon as a HostEndpoint exists, everything is denied that no policy and no profile allows, except the failsafe ports: kubelet, DNS and the node’s own programs are cut off.',
    fix: 'Before the HostEndpoint is applied, allow what the node needs in policies that select it, or give it the profile `projectcalico-default-allow`, which allows what no policy decides.',
    source: {
      title: 'Calico: protect hosts',
      url: 'https://docs.tigera.io/calico/latest/network-policy/hosts/protect-hosts',
    },
    bad: `apiVersion: projectcalico.org/v3
kind: HostEndpoint
metadata: { name: worker-1 }
spec:
  node: worker-1
  interfaceName: "*"
`,
    good: `apiVersion: projectcalico.org/v3
kind: HostEndpoint
metadata: { name: worker-1 }
spec:
  node: worker-1
  interfaceName: "*"
  profiles: [${PROFILE}]
`,
  },
  check: (context) =>
    context.snapshot.options.semantics === 'kubernetes'
      ? []
      : context.resources.flatMap((one) => (one.kind === 'HostEndpoint' ? finding(one, context) : [])),
};
