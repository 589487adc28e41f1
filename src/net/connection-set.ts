// Sets of (protocol, destination port) as sorted ranges on one line: each protocol owns a lane of 65,536 points.

/** Protocols with ports, in lane order. */
export const PROTOCOLS = ['TCP', 'UDP', 'SCTP'] as const;
export type TransportProtocol = (typeof PROTOCOLS)[number];

const LANE = 65536;
export const MIN_PORT = 1;
export const MAX_PORT = 65535;

/**
 * Boundaries `[start, end, start, end, …]`, ascending, half-open, neither touching nor overlapping.
 * A point is `lane * 65536 + port`. Ports run from 1 to 65535, so ranges of two lanes never touch.
 */
export type ConnectionSet = readonly number[];

export interface PortRange {
  readonly protocol: TransportProtocol;
  /** Inclusive on both ends. */
  readonly from: number;
  readonly to: number;
}

export const NO_CONNECTIONS: ConnectionSet = [];

/** One protocol's ports `from`–`to`, inclusive. */
export function portRange(protocol: TransportProtocol, from: number, to: number): ConnectionSet {
  const lane = PROTOCOLS.indexOf(protocol) * LANE;
  return from > to ? NO_CONNECTIONS : [lane + from, lane + to + 1];
}

/** Every port of a protocol. */
export function allPorts(protocol: TransportProtocol): ConnectionSet {
  return portRange(protocol, MIN_PORT, MAX_PORT);
}

/** The point of one protocol and port, for `contains`. */
export function pointOf(protocol: TransportProtocol, port: number): number {
  return PROTOCOLS.indexOf(protocol) * LANE + port;
}

/**
 * Merges two boundary lists. Walking the boundaries in order, `inA` and `inB` say whether the points
 * from here on lie in each set; a boundary of the result stands wherever `keep(inA, inB)` changes.
 */
function combine(a: ConnectionSet, b: ConnectionSet, keep: (inA: boolean, inB: boolean) => boolean): ConnectionSet {
  const result: number[] = [];
  let i = 0;
  let j = 0;
  let inside = false;
  while (i < a.length || j < b.length) {
    const nextA = a[i] ?? Number.POSITIVE_INFINITY;
    const nextB = b[j] ?? Number.POSITIVE_INFINITY;
    const at = Math.min(nextA, nextB);
    if (nextA === at) i++;
    if (nextB === at) j++;
    const now = keep((i & 1) === 1, (j & 1) === 1);
    if (now !== inside) {
      result.push(at);
      inside = now;
    }
  }
  return result;
}

export function union(a: ConnectionSet, b: ConnectionSet): ConnectionSet {
  return combine(a, b, (inA, inB) => inA || inB);
}

export function intersection(a: ConnectionSet, b: ConnectionSet): ConnectionSet {
  return combine(a, b, (inA, inB) => inA && inB);
}

/** The points of `a` that are not in `b`. */
export function difference(a: ConnectionSet, b: ConnectionSet): ConnectionSet {
  return combine(a, b, (inA, inB) => inA && !inB);
}

export const ALL_CONNECTIONS: ConnectionSet = PROTOCOLS.map(allPorts).reduce(union, NO_CONNECTIONS);

export function contains(set: ConnectionSet, point: number): boolean {
  let index = 0;
  while (index < set.length && (set[index] ?? 0) <= point) index++;
  return (index & 1) === 1;
}

/** The ranges of a set, protocol by protocol in lane order, ports ascending. */
export function rangesOf(set: ConnectionSet): PortRange[] {
  const ranges: PortRange[] = [];
  for (let i = 0; i + 1 < set.length; i += 2) {
    const start = set[i] ?? 0;
    const end = set[i + 1] ?? 0;
    const protocol = PROTOCOLS[Math.floor(start / LANE)];
    if (protocol) ranges.push({ protocol, from: start % LANE, to: (end - 1) % LANE });
  }
  return ranges;
}

/** `80`, `8000-8080`, or `all` for every port. */
export function formatPorts(range: Pick<PortRange, 'from' | 'to'>): string {
  if (range.from === MIN_PORT && range.to === MAX_PORT) return 'all';
  return range.from === range.to ? String(range.from) : `${range.from}-${range.to}`;
}
