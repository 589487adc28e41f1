// What host endpoints make of a packet, for the naive evaluator of Calico: failsafe ports, stages, forwarding (Calico spec, 9).
import { containsAddress } from '../net/cidr.ts';
import type { CalicoDirection, FailsafePort, FelixConfigurationResource } from '../resources/calico-resource.ts';
import type { NaiveEndpoint } from './naive-calico-cluster.ts';
import { type NaivePacket, protocolNumbers } from './naive-calico-rule.ts';
import { allowedByProfiles, applying, type NaiveSetting, walk } from './naive-calico-walk.ts';

const ports = (protocol: FailsafePort['protocol'], ...numbers: number[]): FailsafePort[] =>
  numbers.map((port) => ({ protocol, port, net: undefined }));
const everywhere = ports('TCP', 179, 2379, 2380, 5473, 6443, 6666, 6667);
const builtInFailsafes = {
  Ingress: [...ports('TCP', 22), ...ports('UDP', 68), ...everywhere],
  Egress: [...ports('UDP', 53, 67), ...everywhere],
};

function felixOf({ cluster }: NaiveSetting): FelixConfigurationResource | undefined {
  return cluster.resources.find(
    (r): r is FelixConfigurationResource => r.kind === 'FelixConfiguration' && r.meta.name === 'default',
  );
}

/** Spec 9: before policies, for what starts or ends at the host; may be limited to where the other end is. */
function isFailsafe(direction: CalicoDirection, packet: NaivePacket, setting: NaiveSetting): boolean {
  const felix = felixOf(setting);
  const configured = direction === 'Ingress' ? felix?.failsafeInbound : felix?.failsafeOutbound;
  const other = direction === 'Ingress' ? packet.source : packet.destination;
  return (configured ?? builtInFailsafes[direction]).some(
    ({ protocol, port, net }) =>
      protocolNumbers[protocol] === packet.protocol &&
      port === packet.destinationPort &&
      (net === undefined || containsAddress(net, other)),
  );
}

/** Policies before connection tracking and before NAT: "no end-of-tier drop"; the first has no hold on `*`. */
function earlyDecision(
  endpoint: NaiveEndpoint,
  direction: CalicoDirection,
  packet: NaivePacket,
  setting: NaiveSetting,
) {
  const isWildcard = endpoint.host?.interfaceName === '*';
  const untracked = isWildcard ? [] : applying(endpoint, direction, ['doNotTrack'], setting);
  const preDNAT = direction === 'Ingress' ? applying(endpoint, direction, ['preDNAT'], setting) : [];
  return walk(untracked, direction, packet, 'nothing', setting) ?? walk(preDNAT, direction, packet, 'nothing', setting);
}

/** Spec 15, `decideHost`: what starts or ends at a process of the host. */
export function hostAllows(
  endpoint: NaiveEndpoint,
  direction: CalicoDirection,
  packet: NaivePacket,
  setting: NaiveSetting,
) {
  if (isFailsafe(direction, packet, setting)) return true;
  const normal = applying(endpoint, direction, ['normal', 'forward'], setting);
  const decision =
    earlyDecision(endpoint, direction, packet, setting) ?? walk(normal, direction, packet, 'defaultAction', setting);
  if (decision) return decision === 'Allow';
  return allowedByProfiles(endpoint.host?.profiles ?? [], direction, packet, setting);
}

/**
 * Spec 6 and 9: what a pod sends to its own node passes `defaultEndpointToHostAction` and no normal policy of the host,
 * but preDNAT policy of a host endpoint for every interface, after the failsafe ports. Accept where nothing says otherwise (spec 16).
 */
export function ownHostAllows(
  endpoint: NaiveEndpoint | undefined,
  packet: NaivePacket,
  setting: NaiveSetting,
): boolean {
  if (endpoint?.host?.interfaceName === '*' && !isFailsafe('Ingress', packet, setting)) {
    const tiers = applying(endpoint, 'Ingress', ['preDNAT'], setting);
    if (walk(tiers, 'Ingress', packet, 'nothing', setting) === 'Deny') return false;
  }
  return felixOf(setting)?.defaultEndpointToHostAction !== 'Drop';
}

/**
 * "Forwarded traffic (through the host, incl. to/from local pods): only `applyOnForward: true` policies, no profiles, no
 * failsafe; if no such policy applies for the endpoint+direction ⇒ allowed; if some apply ⇒ tier default action at end."
 */
export function forwards(
  endpoint: NaiveEndpoint,
  direction: CalicoDirection,
  packet: NaivePacket,
  setting: NaiveSetting,
) {
  const policies = applying(endpoint, direction, ['forward'], setting);
  const decision =
    earlyDecision(endpoint, direction, packet, setting) ?? walk(policies, direction, packet, 'defaultAction', setting);
  return decision !== 'Deny';
}
