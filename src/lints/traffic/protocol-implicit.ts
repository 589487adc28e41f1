// `protocol-implicit`: a port without its protocol, which is TCP, where something else was likely meant.

import { addEntry, fixOf, safely } from '../../documents/write-edits.ts';
import type { Cluster } from '../../model/cluster.ts';
import type { Rule } from '../../model/policy.ts';
import type {
  ContainerPort,
  NetworkPolicyPort,
  NetworkPolicyResource,
  NetworkPolicyRule,
} from '../../resources/resource.ts';
import type { Finding, Lint } from '../lint.ts';
import { DIRECTIONS, type Direction, type LintContext, type PlacedPolicy } from '../lint-context.ts';
import { labelOf } from '../wording.ts';
import { destinations } from '../written-ports.ts';

/** Ports of services that are asked over UDP. */
const OVER_UDP: ReadonlyMap<number, string> = new Map([
  [53, 'DNS is asked over UDP first'],
  [67, 'DHCP is spoken over UDP'],
  [69, 'TFTP is spoken over UDP'],
  [123, 'NTP is spoken over UDP'],
  [161, 'SNMP is spoken over UDP'],
  [500, 'IKE is spoken over UDP'],
  [514, 'syslog is spoken over UDP'],
  [1812, 'RADIUS is spoken over UDP'],
  [4500, 'IPsec is spoken over UDP'],
  [4789, 'VXLAN is spoken over UDP'],
  [51_820, 'WireGuard is spoken over UDP'],
]);

interface PortOfRule {
  readonly port: NetworkPolicyPort;
  readonly at: number;
  readonly written: NetworkPolicyRule;
  /** All ports of the policy's rules of the direction. */
  readonly beside: readonly NetworkPolicyPort[];
  readonly rule: Rule | undefined;
  readonly direction: Direction;
}

function declaredBy(classes: readonly number[], { snapshot }: LintContext): readonly ContainerPort[] {
  const { universe, cluster } = snapshot;
  return classes.flatMap((id) =>
    (universe.classes[id]?.members ?? []).flatMap((member) => cluster.endpoints[member]?.ports ?? []),
  );
}

const known = new WeakMap<Cluster, ReadonlySet<number>>();

/** Ports that some pod declares with UDP: all others need no closer look. */
function udpPorts({ snapshot: { cluster } }: LintContext): ReadonlySet<number> {
  const found =
    known.get(cluster) ??
    new Set(
      cluster.workloads.flatMap(({ ports }) =>
        ports.flatMap(({ port, protocol }) => (protocol === 'UDP' ? [port] : [])),
      ),
    );
  known.set(cluster, found);
  return found;
}

/** Why UDP is likely meant; undefined: it is not. Other ports beside may say UDP themselves. */
function reason(
  { port: { port, protocol }, beside, rule, direction }: PortOfRule,
  placed: PlacedPolicy,
  context: LintContext,
): string | undefined {
  if (typeof port !== 'number' || protocol !== 'TCP') return undefined;
  if (beside.some((other) => other.protocol === 'UDP' && (other.port === port || other.port === undefined))) {
    return undefined;
  }
  const overUdp = OVER_UDP.get(port);
  if (overUdp === undefined && !udpPorts(context).has(port)) return undefined;
  const classes = [...((rule && destinations(rule, direction, placed, context)) ?? [])];
  const same = declaredBy(classes, context).filter((one) => one.port === port);
  if (same.some((one) => one.protocol === 'TCP')) return undefined;
  return same.length > 0 ? `the pods it means declare ${port} with ${same[0]?.protocol} only` : overUdp;
}

function findings(placed: PlacedPolicy, resource: NetworkPolicyResource, context: LintContext): readonly Finding[] {
  const { manifests } = context;
  const ports = DIRECTIONS.flatMap((direction) => {
    const rules = resource.spec[direction];
    const beside = rules.flatMap((rule) => rule.ports);
    return rules.flatMap((written, number) =>
      written.ports.map((port, at): PortOfRule => {
        return { port, at, written, beside, rule: placed.policy[direction]?.[number], direction };
      }),
    );
  });
  return ports.flatMap((one): Finding[] => {
    const why = reason(one, placed, context);
    if (why === undefined) return [];
    const place = manifests.find(resource.range, ['spec', one.direction, one.written.range, 'ports', one.at]);
    if (
      !place ||
      manifests.find(resource.range, ['spec', one.direction, one.written.range, 'ports', one.at, 'protocol'])
    ) {
      return [];
    }
    const write = (protocol: string) => fixOf(`Write \`protocol: ${protocol}\``, addEntry(place, 'protocol', protocol));
    return [
      {
        message: `Port ${one.port.port} without \`protocol\` is TCP alone, and ${why}`,
        advice: 'Write the protocol; for both, write the port twice.',
        range: one.port.range,
        object: labelOf(resource),
        fixes: [...write('UDP'), ...safely(write('TCP'))],
      },
    ];
  });
}

export const protocolImplicit: Lint = {
  code: 'protocol-implicit',
  severity: 'warning',
  title: 'A port without a protocol is TCP, where UDP was likely meant',
  docs: {
    why: 'In a Kubernetes policy `protocol` is TCP where it is not written. A rule for port 53 without it lets no ordinary DNS query pass, which goes over UDP.',
    fix: 'Write `protocol: UDP`; for DNS write the port twice, once with UDP and once with TCP.',
    source: {
      title: 'Kubernetes API: NetworkPolicyPort',
      url: 'https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/',
    },
    bad: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: allow-dns, namespace: shop }
spec:
  podSelector: {}
  policyTypes: [Egress]
  egress:
    - ports: [{ port: 53 }]
`,
    good: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: allow-dns, namespace: shop }
spec:
  podSelector: {}
  policyTypes: [Egress]
  egress:
    - ports: [{ port: 53 }, { port: 53, protocol: UDP }]
`,
  },
  check: (context) =>
    context.placed.flatMap((placed) =>
      placed.resource?.kind === 'NetworkPolicy' ? findings(placed, placed.resource, context) : [],
    ),
};
