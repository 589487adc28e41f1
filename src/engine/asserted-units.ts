// What one side of an assertion means here: workloads, pods, hosts and addresses, each with the columns that verdicts know it by.
import { nearestName } from '../base/nearest-name.ts';
import type { ClusterService } from '../model/cluster.ts';
import { serviceBackends } from '../model/service-backends.ts';
import { type Cidr, cidrOf } from '../net/cidr.ts';
import { type ConnectionSet, portRange, union } from '../net/connection-set.ts';
import type { AssertedEnd, AssertedSide } from '../resources/asserted-end.ts';
import type { Assertion } from '../resources/assertion.ts';
import type { ServicePort } from '../resources/resource.ts';
import { fittingParties, patternFault } from './asserted-pattern.ts';
import { endpointParty, type FlowParty, workloadParty } from './flow-party.ts';
import type { MemberEnd } from './flow-place.ts';
import { globTest, nearestToGlob } from './glob-match.ts';
import type { Ground } from './ground.ts';
import { partiesOf } from './known-parties.ts';
import { nodeOfParty } from './named-ends.ts';
import { type Party, resolveParty } from './resolve-party.ts';
import type { NodeId } from './results.ts';
import type { Snapshot } from './snapshot.ts';
import { columnOfCidr } from './universe.ts';

export interface AssertedUnit {
  readonly id: NodeId;
  /** What a query calls it by. */
  readonly name: string;
  readonly members: readonly (MemberEnd & { readonly count: number })[];
  readonly ports: FlowParty['ports'];
  /** Addresses outside, of which `range` is one. */
  readonly isOutside: boolean;
  readonly range?: Cidr;
  /** The points asked for, where a service settles them. */
  readonly points?: ConnectionSet;
  readonly family?: 4 | 6;
}

export type Units = readonly AssertedUnit[] | { readonly fault: string };

const nameOf = (id: NodeId): string => id.replace(/^(workload|pod|cidr):/, '');

function unitOf({ id, members, ports, isOutside }: FlowParty, name = nameOf(id)): AssertedUnit {
  return { id, name, members, ports, isOutside };
}

/** All addresses of ranges: those they hold themselves, and those of narrower ranges inside them. */
function rangeMembers({ universe }: Snapshot, cidrs: readonly Cidr[]): AssertedUnit['members'] {
  const { classes, space } = universe;
  const columns = new Set(cidrs.map((cidr) => columnOfCidr(universe, cidr)));
  const within = new Set(cidrs.map(({ text }) => text));
  const prefixes = [...new Set(cidrs.map(({ prefix }) => prefix))];
  for (const [atom, { cidr, empty }] of space.atoms.atoms.entries()) {
    if (empty) continue;
    const isWithin = prefixes.some((prefix) => prefix <= cidr.prefix && within.has(cidrOf(cidr, prefix).text));
    if (isWithin) columns.add(classes.length + (space.columnOf[atom] ?? 0));
  }
  return [...columns].map((column) => ({ column, node: undefined, count: 1 }));
}

function addressUnit(snapshot: Snapshot, text: string, party: Party & { type: 'address' }): AssertedUnit {
  const id = nodeOfParty(text, party, snapshot);
  const known = partiesOf(snapshot).find((one) => one.id === id);
  const base = { id, name: text, ports: [], isOutside: true } as const;
  if (known) return { ...unitOf(known, text), ...(party.range ? { range: party.range } : {}) };
  const set = snapshot.cluster.sets.find((one) => one.id === id);
  if (set) return { ...base, members: rangeMembers(snapshot, set.cidrs) };
  if (party.range) return { ...base, members: rangeMembers(snapshot, [party.range]), range: party.range };
  const place = { column: party.column, node: party.host?.name, isHost: party.host !== undefined, count: 1 };
  return { ...base, members: [place], isOutside: party.host === undefined };
}

function endpointUnit(snapshot: Snapshot, text: string, party: Party & { type: 'endpoint' }): AssertedUnit {
  const { cluster } = snapshot;
  const id = nodeOfParty(text, party, snapshot);
  const workload = id.startsWith('workload:') ? cluster.workloads[party.endpoint.workload] : undefined;
  const own = workload ? workloadParty(snapshot, workload) : endpointParty(snapshot, party.index, party.endpoint);
  const known = party.endpoint.workload < 0 ? partiesOf(snapshot).find((one) => one.id === id) : undefined;
  return { ...unitOf(known ?? own, text), id, ...(party.family ? { family: party.family } : {}) };
}

function namedUnits(snapshot: Snapshot, text: string): Units {
  const party = resolveParty(snapshot, text);
  if (party.type === 'endpoint') return [endpointUnit(snapshot, text, party)];
  if (party.type === 'address') return [addressUnit(snapshot, text, party)];
  const isNamespace = snapshot.cluster.namespaces.some(({ name }) => name === text);
  return {
    fault: isNamespace ? `\`${text}\` is a namespace; write \`${text}/*\` for all of its workloads` : party.error,
  };
}

function ofKind(snapshot: Snapshot, { text, type, glob }: Extract<AssertedEnd, { by: 'kind' }>): Units {
  const fits = globTest(glob);
  const prefix = `${type}:`;
  const ids =
    type === 'host'
      ? snapshot.cluster.endpoints.flatMap(({ id }) => (id.startsWith(prefix) ? [id] : []))
      : snapshot.cluster.sets.flatMap(({ id, shown }) => (shown ? [id] : []));
  const meant = ids.filter((id) => fits(id.slice(prefix.length)));
  if (meant.length > 0) return meant.flatMap((id) => namedUnits(snapshot, id) as readonly AssertedUnit[]);
  const near = nearestToGlob(
    glob,
    ids.map((id) => id.slice(prefix.length)),
  );
  const what = type === 'host' ? 'host endpoint' : 'network set';
  return { fault: `no ${what} fits \`${text}\`${near === undefined ? '' : `; the nearest is \`${prefix}${near}\``}` };
}

/**
 * Every workload, range and set that policies name, and the Internet. Pods on the host network are left out: no policy
 * keeps a node from its own pods, so nothing could be said of them all.
 */
export function everything(snapshot: Snapshot): readonly AssertedUnit[] {
  const { cluster } = snapshot;
  const onHosts = new Set(cluster.workloads.flatMap(({ id, hostNetwork }) => (hostNetwork ? [id] : [])));
  const ranges = new Map(snapshot.namedCIDRs.map((cidr) => [`cidr:${cidr.text}`, cidr]));
  return partiesOf(snapshot).flatMap((party) => {
    if (party.id.startsWith('host:') || onHosts.has(party.id)) return [];
    const range = ranges.get(party.id);
    return [{ ...unitOf(party), ...(range ? { range } : {}) }];
  });
}

const portWords = ({ protocol, port }: ServicePort): string => `${protocol}/${port}`;

function servicePorts(service: ClusterService, ports: Assertion['ports']): readonly ServicePort[] | { fault: string } {
  if (ports === undefined || ports === 'all') return service.ports;
  const found: ServicePort[] = [];
  for (const { protocol, ports: range } of ports) {
    const own = service.ports.filter(
      (one) => one.protocol === protocol && range && one.port >= range.from && one.port <= range.to,
    );
    if (own.length === 0) {
      const has = service.ports.map(portWords).join(', ') || 'none';
      const asked = `${protocol}${range ? `/${range.from}` : ''}`;
      return { fault: `service ${service.namespace}/${service.name} has no port ${asked}; it has ${has}` };
    }
    found.push(...own);
  }
  return found;
}

/** A service is all of its backends, each on the ports behind those that are asked for. */
function serviceUnits(snapshot: Snapshot, name: string, asked: Assertion['ports']): Units {
  const { services } = snapshot.cluster;
  const service = services.find((one) => `${one.namespace}/${one.name}` === name);
  if (!service) {
    const near = nearestName(
      name,
      services.map((one) => `${one.namespace}/${one.name}`),
    );
    return { fault: `no service is called \`${name}\`${near === undefined ? '' : `; did you mean svc:${near}`}` };
  }
  const ports = servicePorts(service, asked);
  if ('fault' in ports) return ports;
  const units = new Map<string, AssertedUnit>();
  for (const port of ports) {
    for (const backend of serviceBackends(snapshot.cluster, service, port)) {
      const found = namedUnits(snapshot, backend.name);
      const [unit] = 'fault' in found ? [] : found;
      if (!unit || backend.port === undefined) continue;
      const points = portRange(port.protocol, backend.port, backend.port);
      const before = units.get(unit.id)?.points;
      units.set(unit.id, { ...unit, points: before ? union(before, points) : points });
    }
  }
  return units.size > 0 ? [...units.values()] : { fault: `service ${name} has no backend for the ports asked for` };
}

function unitsOfEnd(snapshot: Snapshot, end: AssertedEnd): Units {
  switch (end.by) {
    case 'everything':
      return everything(snapshot);
    case 'kind':
      return ofKind(snapshot, end);
    case 'pattern': {
      const units = fittingParties(snapshot, end).map((party) => unitOf(party));
      return units.length > 0 ? units : { fault: patternFault(snapshot, end) };
    }
    case 'name':
      return namedUnits(snapshot, end.text);
  }
}

interface Known {
  readonly sets: Snapshot['namedSets'];
  readonly cidrs: Snapshot['namedCIDRs'];
  readonly ends: Map<string, Units>;
}

const known = new WeakMap<Ground, Known>();

/** What ends mean depends on the ground, and on the ranges and sets that policies name. */
function knownEnds({ ground, namedSets: sets, namedCIDRs: cidrs }: Snapshot): Map<string, Units> {
  const before = known.get(ground);
  if (before && before.sets === sets && before.cidrs === cidrs) return before.ends;
  const ends = new Map<string, Units>();
  known.set(ground, { sets, cidrs, ends });
  return ends;
}

/** The units of one side, each once; a fault where one of its ends means nothing. Not for `others`. */
export function unitsOf(
  snapshot: Snapshot,
  side: AssertedSide,
  asked: { readonly ports: Assertion['ports']; readonly isSource: boolean },
): Units {
  const ends = knownEnds(snapshot);
  const all = new Map<NodeId, AssertedUnit>();
  for (const end of side.ends) {
    const [, service] = /^svc:(.*)$/.exec(end.text) ?? [];
    if (service !== undefined && asked.isSource)
      return { fault: 'a flow comes from a pod, not from a service; name a pod behind it' };
    const units =
      service === undefined
        ? (ends.get(end.text) ?? unitsOfEnd(snapshot, end))
        : serviceUnits(snapshot, service, asked.ports);
    if (service === undefined) ends.set(end.text, units);
    if ('fault' in units) return units;
    for (const unit of units) if (!all.has(unit.id)) all.set(unit.id, unit);
  }
  return [...all.values()];
}

/** A member's own name, where its unit is judged differently in parts: the first of its pods. */
export function memberName(snapshot: Snapshot, unit: AssertedUnit, member: MemberEnd): string {
  if (unit.members.length < 2 || unit.isOutside) return unit.name;
  const { cluster, universe } = snapshot;
  const workload = cluster.workloads.find(({ id }) => id === unit.id);
  const index = workload?.endpoints.find(
    (one) =>
      universe.classOf[one] === member.column &&
      (member.node === undefined || cluster.endpoints[one]?.node === member.node),
  );
  const endpoint = index === undefined ? undefined : cluster.endpoints[index];
  return endpoint ? nameOf(endpoint.id) : unit.name;
}
