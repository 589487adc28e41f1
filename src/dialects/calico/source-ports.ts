// Source ports of a Calico rule. A client's port is ephemeral, so rules are judged as of one fixed port.
import type { Cluster, Endpoint } from '../../model/cluster.ts';
import type { Peer } from '../../model/policy.ts';
import { allOf, type Selector } from '../../model/selector.ts';
import type { TransportProtocol } from '../../net/connection-set.ts';
import type { CalicoEntity, CalicoPort, CalicoRule } from '../../resources/calico-resource.ts';
import { ENDPOINT_KEY } from './label-names.ts';
import { transportsOf } from './protocol-names.ts';

/** The port that new connections are taken to come from. */
export const SOURCE_PORT = 41234;

/** Flows of one protocol, from some sources. */
export interface SourceGate {
  readonly protocol: TransportProtocol;
  /** Undefined: from any source. */
  readonly source: Peer | undefined;
}

const covers = (ports: readonly CalicoPort[]): boolean =>
  ports.some((port) => 'from' in port && port.from <= SOURCE_PORT && SOURCE_PORT <= port.to);

/** Endpoints that give the source port one of the names in `ports`, in a protocol. */
function holders(ports: readonly CalicoPort[], protocol: TransportProtocol, cluster: Cluster): readonly Endpoint[] {
  const names = new Set(ports.flatMap((port) => ('name' in port ? [port.name] : [])));
  if (names.size === 0) return [];
  return cluster.endpoints.filter(
    (endpoint) =>
      !endpoint.hostNetwork &&
      endpoint.ports.some(
        (port) =>
          port.protocol === protocol && port.port === SOURCE_PORT && port.name !== undefined && names.has(port.name),
      ),
  );
}

function oneOf(endpoints: readonly Endpoint[], among: Selector | undefined): Peer {
  const values = endpoints.map((endpoint) => endpoint.id);
  return {
    op: 'endpoints',
    selector: allOf([{ op: 'in', scope: 'endpoint', key: ENDPOINT_KEY, values }, ...(among ? [among] : [])]),
  };
}

/** Whether the source side names ports at all. */
export function usesSourcePorts({ ports, notPorts }: CalicoEntity): boolean {
  return ports.length > 0 || notPorts.length > 0;
}

/**
 * The flows that the source ports of a rule let through, by protocol; undefined where it has none.
 * Calico reference, "Ports": numbers and names of a list are alternatives; `notPorts` must all miss. Names mean ports of
 * the endpoints that the positive selector of the source selects (`among`).
 */
export function sourceGates(
  rule: CalicoRule,
  among: Selector | undefined,
  cluster: Cluster,
): readonly SourceGate[] | undefined {
  const { ports, notPorts } = rule.source;
  if (!usesSourcePorts(rule.source)) return undefined;
  if (covers(notPorts)) return [];
  const protocols = transportsOf(rule.protocol);
  const isOpen = ports.length === 0 && protocols.every((protocol) => holders(notPorts, protocol, cluster).length === 0);
  if (isOpen) return undefined;
  return protocols.flatMap((protocol): SourceGate[] => {
    const wanted = ports.length === 0 || covers(ports) ? undefined : holders(ports, protocol, cluster);
    const barred = holders(notPorts, protocol, cluster);
    if (wanted?.length === 0) return [];
    const terms: Peer[] = wanted ? [oneOf(wanted, among)] : [];
    if (barred.length > 0) terms.push({ op: 'not', term: oneOf(barred, among) });
    const [first] = terms;
    return [{ protocol, source: terms.length > 1 ? { op: 'and', terms } : first }];
  });
}
