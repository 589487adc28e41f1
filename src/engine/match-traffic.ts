// The traffic that a rule means at a destination, where ports have names.
import type { Endpoint } from '../model/cluster.ts';
import type { RuleMatch, TrafficTerm } from '../model/policy.ts';
import { portRange, unionOfAll } from '../net/connection-set.ts';
import type { ConnectionId, ConnectionTable } from '../net/connection-table.ts';
import type { ContainerPort } from '../resources/resource.ts';
import type { SelectorIndex } from './selector-index.ts';
import type { Universe } from './universe.ts';

export interface TrafficContext {
  readonly universe: Universe;
  readonly selectors: SelectorIndex;
  readonly table: ConnectionTable;
}

/**
 * Ports a name can mean at a destination. A pod on the host network is its node's address, and addresses have no names
 * but those that a host endpoint gives them.
 */
export function namedPortsAt(destination: Endpoint | undefined): readonly ContainerPort[] {
  return (destination?.hostNetwork ? destination.addressPorts : destination?.ports) ?? [];
}

/** Whether the traffic of a match depends on the ports that the destination declares. */
export function usesNames({ traffic, except }: RuleMatch): boolean {
  return traffic.some((term) => term.type === 'named') || (except?.some((term) => term.type === 'named') ?? false);
}

type NamedTerm = Extract<TrafficTerm, { readonly type: 'named' }>;

/** What a port name means at the destination in a column. */
function termTraffic(term: NamedTerm, column: number, { universe, selectors, table }: TrafficContext): ConnectionId {
  const ports = namedPortsAt(universe.classes[column]?.sample).filter((port) => port.name === term.name);
  if (ports.length === 0 || (term.among && !selectors.select(term.among).has(column))) return table.none;
  const meant = unionOfAll(ports.map((port) => portRange(port.protocol, port.port, port.port)));
  return table.intersection(table.intern(meant), table.intern(term.within));
}

/** All traffic of a match toward the destination in a column. */
export function matchTraffic(match: RuleMatch, destination: number, context: TrafficContext): ConnectionId {
  const { table } = context;
  const join = (terms: readonly TrafficTerm[]): ConnectionId => {
    // A rule may list thousands of ports.
    const points = terms.flatMap((term) => (term.type === 'points' ? [term.points] : []));
    const named = terms.filter((term) => term.type === 'named');
    return named
      .map((term) => termTraffic(term, destination, context))
      .reduce((a, b) => table.union(a, b), table.intern(unionOfAll(points)));
  };
  const wanted = match.traffic.length === 0 ? table.all : join(match.traffic);
  return match.except ? table.difference(wanted, join(match.except)) : wanted;
}
