// `others`: everything but what other assertions of the same file allow to the other side, pair by pair and port by port.
import { type Cidr, containsCidr } from '../net/cidr.ts';
import {
  ALL_PORTS,
  type ConnectionSet,
  icmpPoint,
  NO_CONNECTIONS,
  portRange,
  unionOfAll,
} from '../net/connection-set.ts';
import type { AssertedPort } from '../resources/asserted-port.ts';
import type { Assertion } from '../resources/assertion.ts';
import { type AssertedUnit, everything, type Units, unitsOf } from './asserted-units.ts';
import { endpointParty } from './flow-party.ts';
import type { NodeId } from './results.ts';
import type { Snapshot } from './snapshot.ts';

/** What one side of an allowing assertion names. */
class NamedUnits {
  readonly #byId: ReadonlyMap<NodeId, AssertedUnit>;
  readonly #ranges: readonly Cidr[];
  readonly #hasInternet: boolean;

  constructor(units: readonly AssertedUnit[]) {
    this.#byId = new Map(units.map((unit) => [unit.id, unit]));
    this.#ranges = units.flatMap(({ range }) => range ?? []);
    this.#hasInternet = this.#byId.has('internet');
  }

  /** By its id, or as a range within one that is named; ranges are parts of the Internet. */
  of(unit: AssertedUnit): AssertedUnit | undefined {
    const own = this.#byId.get(unit.id);
    if (own || !unit.range) return own;
    const { range } = unit;
    return this.#hasInternet || this.#ranges.some((one) => containsCidr(one, range)) ? unit : undefined;
  }

  get ids(): Iterable<NodeId> {
    return this.#byId.keys();
  }
}

interface Allowing {
  readonly from: NamedUnits;
  readonly to: NamedUnits;
  readonly ports: Assertion['ports'];
}

export function portsSet(ports: readonly AssertedPort[]): ConnectionSet {
  return unionOfAll(
    ports.map(({ protocol, ports: range }) => {
      if (protocol === 'ICMP' || protocol === 'ICMPv6') {
        const point = icmpPoint(protocol, protocol === 'ICMP' ? 8 : 128, 0);
        return [point, point + 1];
      }
      return range ? portRange(protocol, range.from, range.to) : NO_CONNECTIONS;
    }),
  );
}

/** The points that an assertion speaks of toward a destination: of a service, what its ports lead to. */
export function askedPoints(ports: Assertion['ports'], { points, ports: declared }: AssertedUnit): ConnectionSet {
  if (points) return points;
  if (ports === 'all' || (ports === undefined && declared.length === 0)) return ALL_PORTS;
  if (ports) return portsSet(ports);
  return unionOfAll(declared.map(({ protocol, port }) => portRange(protocol, port, port)));
}

/** What the other assertions of a file allow, as the side that is not `others` sees it. */
export class AllowedFlows {
  readonly #allowing: readonly Allowing[];

  constructor(snapshot: Snapshot, assertions: readonly Assertion[]) {
    this.#allowing = assertions.flatMap(({ from, to, ports, expect }) => {
      if (expect !== 'allowed' || from.isOthers || to.isOthers) return [];
      const src = unitsOf(snapshot, from, { ports, isSource: true });
      const dst = unitsOf(snapshot, to, { ports, isSource: false });
      if ('fault' in src || 'fault' in dst) return [];
      return [{ from: new NamedUnits(src), to: new NamedUnits(dst), ports }];
    });
  }

  /** Which of them name a unit, so that units alike in this can be judged together. */
  signature(unit: AssertedUnit, side: 'from' | 'to'): string {
    return this.#allowing.flatMap((one, at) => (one[side].of(unit) ? [at] : [])).join();
  }

  /** The points that must be allowed between the two, so that nothing is said of them here. */
  between(src: AssertedUnit, dst: AssertedUnit): ConnectionSet {
    return unionOfAll(
      this.#allowing.flatMap(({ from, to, ports }) => {
        const named = to.of(dst);
        return named && from.of(src) ? [askedPoints(ports, named)] : [];
      }),
    );
  }

  /** Everything; of workloads some of whose pods are named by themselves, the pods. */
  others(snapshot: Snapshot, side: 'from' | 'to'): Units {
    const pods = new Set(this.#allowing.flatMap((one) => [...one[side].ids].filter((id) => id.startsWith('pod:'))));
    const { endpoints, workloads } = snapshot.cluster;
    const parted = new Set(endpoints.flatMap(({ id, workload }) => (pods.has(id) ? [workloads[workload]?.id] : [])));
    return everything(snapshot).flatMap((unit) => {
      const workload = parted.has(unit.id) ? workloads.find(({ id }) => id === unit.id) : undefined;
      if (!workload) return [unit];
      return workload.endpoints.flatMap((index) => {
        const endpoint = endpoints[index];
        if (!endpoint) return [];
        const { id, members, ports, isOutside } = endpointParty(snapshot, index, endpoint);
        return [{ id, name: id.replace(/^(workload|pod):/, ''), members, ports, isOutside }];
      });
    });
  }
}
