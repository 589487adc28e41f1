// `service-port-in-rule`: the port of a Service in a rule, where its pods listen on another one.

import { counted } from '../../base/counted.ts';
import { fixOf, replaceValue } from '../../documents/write-edits.ts';
import type { ClusterService, Endpoint } from '../../model/cluster.ts';
import type { Protocol } from '../../resources/resource.ts';
import type { Finding, Lint } from '../lint.ts';
import { DIRECTIONS, type Direction, type LintContext, type PlacedPolicy } from '../lint-context.ts';
import { labelOf } from '../wording.ts';
import { destinations, type WrittenPort, writtenPorts } from '../written-ports.ts';

/** More endpoints than this behind one rule are not looked at one by one. */
const MAX_ENDPOINTS = 2000;

interface Behind {
  readonly service: ClusterService;
  readonly target: number;
}

function selects({ selector }: ClusterService, { labels }: Endpoint): boolean {
  return (
    selector !== undefined && selector.size > 0 && [...selector].every(([key, value]) => labels.get(key) === value)
  );
}

class ServicePorts {
  readonly #byNamespace = new Map<string, ClusterService[]>();
  readonly #misleading = new Set<string>();

  constructor({ snapshot }: LintContext) {
    for (const service of snapshot.cluster.services) {
      const known = this.#byNamespace.get(service.namespace) ?? [];
      this.#byNamespace.set(service.namespace, known);
      known.push(service);
      for (const { port, protocol, targetPort } of service.ports) {
        if (targetPort !== port) this.#misleading.add(`${protocol} ${port}`);
      }
    }
  }

  /** Whether some service has this port, and sends what comes there to another. */
  mayMislead({ port, protocol }: WrittenPort): boolean {
    return this.#misleading.has(`${protocol} ${port}`);
  }

  /** What services send from a port of theirs to a pod. */
  behind(endpoint: Endpoint, port: number, protocol: Protocol): readonly Behind[] {
    const services = (this.#byNamespace.get(endpoint.namespace) ?? []).filter((service) => selects(service, endpoint));
    return services.flatMap((service) =>
      service.ports
        .filter((one) => one.port === port && one.protocol === protocol)
        .flatMap(({ targetPort }): Behind[] => {
          const named = endpoint.ports.find((one) => one.name === targetPort && one.protocol === protocol)?.port;
          const target = typeof targetPort === 'number' ? targetPort : named;
          return target === undefined ? [] : [{ service, target }];
        }),
    );
  }
}

/** The service that everybody at the destination is behind with another port; undefined where the port may be right. */
function mistaken(
  endpoints: readonly Endpoint[],
  { port, protocol }: WrittenPort,
  services: ServicePorts,
): Behind | undefined {
  let first: Behind | undefined;
  for (const endpoint of endpoints) {
    if (typeof port !== 'number' || !protocol) return undefined;
    if (endpoint.ports.some((one) => one.port === port && one.protocol === protocol)) return undefined;
    const behind = services.behind(endpoint, port, protocol);
    if (behind.length === 0 || behind.some(({ target }) => target === port)) return undefined;
    first ??= behind[0];
  }
  return first;
}

function inPolicy(
  policy: PlacedPolicy,
  direction: Direction,
  services: ServicePorts,
  context: LintContext,
): readonly Finding[] {
  const { universe, cluster } = context.snapshot;
  const { resource } = policy;
  return (policy.policy[direction] ?? []).flatMap((rule, index) => {
    const ports = writtenPorts(resource, direction, index).filter((port) => services.mayMislead(port));
    const classes = ports.length > 0 ? destinations(rule, direction, policy, context) : undefined;
    if (!classes || !resource) return [];
    const members = [...classes].flatMap((id) => universe.classes[id]?.members ?? []);
    const endpoints = members.slice(0, MAX_ENDPOINTS + 1).flatMap((member) => cluster.endpoints[member] ?? []);
    if (endpoints.length > MAX_ENDPOINTS) return [];
    return ports.flatMap((port): Finding[] => {
      const found = mistaken(endpoints, port, services);
      if (!found) return [];
      const { service, target } = found;
      const pods = endpoints.reduce((sum, { count }) => sum + count, 0);
      const place = context.manifests.find(resource.range, port.path);
      return [
        {
          message: `${port.port} is the port of the service ${service.namespace}/${service.name}, and ${counted(pods, 'pod')} behind it listen${pods === 1 ? 's' : ''} on ${target}: policy is asked about ${target}, so this opens nothing`,
          advice: `Write the target port, ${target}.`,
          range: context.manifests.rangeOf(resource.range, port.path) ?? rule.range,
          object: labelOf(resource),
          fixes: fixOf(`Write \`${target}\``, replaceValue(place, target)),
        },
      ];
    });
  });
}

const objects = `---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ port: 80, targetPort: 8080 }] }
---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web } } }
`;

export const servicePortInRule: Lint = {
  code: 'service-port-in-rule',
  severity: 'warning',
  title: 'The port of a Service in a rule, where its pods listen on another',
  docs: {
    why: 'A connection to a Service goes to the target port of a pod before policy is asked. A rule with the Service’s own port matches nothing.',
    fix: 'Write the target port, which is the port that the pods listen on.',
    source: { title: 'Kubernetes: Service', url: 'https://kubernetes.io/docs/concepts/services-networking/service/' },
    bad: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  selector: app == 'web'
  types: [Ingress]
  ingress:
    - action: Allow
      protocol: TCP
      destination: { ports: [80] }
${objects}`,
    good: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  selector: app == 'web'
  types: [Ingress]
  ingress:
    - action: Allow
      protocol: TCP
      destination: { ports: [8080] }
${objects}`,
  },
  check(context) {
    const services = new ServicePorts(context);
    return context.placed.flatMap((policy) =>
      DIRECTIONS.flatMap((direction) => inPolicy(policy, direction, services, context)),
    );
  },
};
