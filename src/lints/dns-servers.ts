// The DNS pods of a cluster, and the ports on which they answer.
import type { Endpoint } from '../model/cluster.ts';
import { type ConnectionSet, pointOf, portRange, type TransportProtocol, union } from '../net/connection-set.ts';
import type { LintContext } from './lint-context.ts';

/** Labels that the DNS pods of common distributions carry, in their namespace. */
const DNS_LABELS = [
  { namespace: 'kube-system', key: 'k8s-app', value: 'kube-dns' },
  { namespace: 'openshift-dns', key: 'dns.operator.openshift.io/daemonset-dns', value: 'default' },
] as const;

export interface DnsServers {
  readonly label: (typeof DNS_LABELS)[number];
  /** Classes of their endpoints. */
  readonly classes: readonly number[];
  /** Ports that pods listen on behind port 53 of the service. */
  readonly ports: Readonly<Record<'UDP' | 'TCP', number>>;
  /** Both of them. */
  readonly traffic: ConnectionSet;
  /** Their points. */
  readonly points: Readonly<Record<'UDP' | 'TCP', number>>;
}

function targetPort(protocol: TransportProtocol, endpoint: Endpoint, { snapshot }: LintContext): number {
  for (const { namespace, selector, ports } of snapshot.cluster.services) {
    if (namespace !== endpoint.namespace || !selector || selector.size === 0) continue;
    if (![...selector].every(([key, value]) => endpoint.labels.get(key) === value)) continue;
    const target = ports.find((port) => port.port === 53 && port.protocol === protocol)?.targetPort;
    if (typeof target === 'number') return target;
    const named = endpoint.ports.find((port) => port.name === target && port.protocol === protocol);
    if (named) return named.port;
  }
  return 53;
}

/** Undefined where none are in the manifests, or only on the host network, where policy does not see them. */
export function dnsServers(context: LintContext): DnsServers | undefined {
  const found = known.get(context) ?? { servers: find(context) };
  known.set(context, found);
  return found.servers;
}

const known = new WeakMap<LintContext, { readonly servers: DnsServers | undefined }>();

function find(context: LintContext): DnsServers | undefined {
  const { universe } = context.snapshot;
  for (const label of DNS_LABELS) {
    const found = universe.classes.flatMap(({ members }, id) => {
      if (universe.onHosts.has(id)) return [];
      const servers = members.flatMap((member) => context.snapshot.cluster.endpoints[member] ?? []);
      const server = servers.find(
        (one) => one.namespace === label.namespace && one.labels.get(label.key) === label.value,
      );
      return server ? [{ id, server }] : [];
    });
    const [first] = found;
    if (!first) continue;
    const UDP = targetPort('UDP', first.server, context);
    const TCP = targetPort('TCP', first.server, context);
    return {
      label,
      classes: found.map(({ id }) => id),
      ports: { UDP, TCP },
      traffic: union(portRange('UDP', UDP, UDP), portRange('TCP', TCP, TCP)),
      points: { UDP: pointOf('UDP', UDP), TCP: pointOf('TCP', TCP) },
    };
  }
  return undefined;
}
