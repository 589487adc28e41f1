// Failsafe ports: what a host endpoint's processes may always do, whatever the policies say.
import type { SourceRange } from '../../documents/source-file.ts';
import type { Policy, Rule } from '../../model/policy.ts';
import { portRange } from '../../net/connection-set.ts';
import type { FailsafePort } from '../../resources/calico-resource.ts';
import type { Resource } from '../../resources/resource.ts';
import { felixConfiguration } from './felix-configuration.ts';
import { type DeclaredHost, groupHosts, type HostGroup } from './host-endpoints.ts';
import { processesOf } from './profiles.ts';
import { FAILSAFE_TIER } from './stages.ts';

const tcp = (port: number): FailsafePort => ({ protocol: 'TCP', port, net: undefined });
const udp = (port: number): FailsafePort => ({ protocol: 'UDP', port, net: undefined });
/** BGP, etcd, Typha, the Kubernetes API and etcd's self-hosted ports. */
const CLUSTER_PORTS = [179, 2379, 2380, 5473, 6443, 6666, 6667].map(tcp);

/** Calico reference, "Failsafe rules": SSH and DHCP inbound, DNS and DHCP outbound. */
const BUILT_IN = {
  ingress: [tcp(22), udp(68), ...CLUSTER_PORTS],
  egress: [udp(53), udp(67), ...CLUSTER_PORTS],
} as const;

function failsafeRules(ports: readonly FailsafePort[], range: SourceRange): readonly Rule[] {
  return ports.map(({ protocol, port, net }, index) => ({
    number: index + 1,
    action: 'allow',
    matches: [
      {
        peer: net ? { op: 'addresses', include: [net], exclude: [] } : { op: 'any' },
        traffic: [{ type: 'points', points: portRange(protocol, port, port), text: `${protocol} ${port}` }],
      },
    ],
    range,
  }));
}

/** Failsafe ports as policies: one for each declared host endpoint, so that the built-in ports have a place in a text. */
export function failsafePolicies(hosts: readonly DeclaredHost[], resources: readonly Resource[]): readonly Policy[] {
  const felix = felixConfiguration(resources);
  const place = (given: boolean, group: HostGroup): SourceRange => (felix && given ? felix.range : group.range);
  return groupHosts(hosts).map((group) => {
    const { failsafeInbound, failsafeOutbound } = felix ?? {};
    return {
      id: `FailsafePorts//${group.label}`,
      kind: 'FailsafePorts',
      namespace: '',
      name: 'failsafe-ports',
      tier: FAILSAFE_TIER,
      order: 0,
      tieBreak: group.label,
      subject: processesOf(group.names),
      ingress: failsafeRules(failsafeInbound ?? BUILT_IN.ingress, place(failsafeInbound !== undefined, group)),
      egress: failsafeRules(failsafeOutbound ?? BUILT_IN.egress, place(failsafeOutbound !== undefined, group)),
      range: place(failsafeInbound !== undefined || failsafeOutbound !== undefined, group),
    };
  });
}
