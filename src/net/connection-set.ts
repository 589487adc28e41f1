// Sets of connections as sorted ranges on one line: each protocol owns a lane, of ports or of ICMP types and codes.

/** Protocols with ports, in lane order. */
export const PROTOCOLS = ['TCP', 'UDP', 'SCTP'] as const;
export type TransportProtocol = (typeof PROTOCOLS)[number];

/**
 * Lanes in order. Points of a lane are destination ports; for ICMP `type * 256 + code`; in the last lane
 * the numbers of all other protocols (IANA), which have neither.
 */
export const LANES = [...PROTOCOLS, 'ICMP', 'ICMPv6', 'other'] as const;
export type Lane = (typeof LANES)[number];

/** Wider than any lane's points (0 to 65,535), so that ranges of two lanes never touch. */
const LANE = 2 ** 17;
const MIN_PORT = 1;
export const MAX_PORT = 65535;
const MAX_ICMP = 65535;
const MAX_PROTOCOL = 255;
/** 1 is ICMP's. */
const FIRST_OTHER = 2;

/** IANA numbers of the protocols that have a lane of their own. */
const NUMBERS: ReadonlyMap<number, Lane> = new Map([
  [6, 'TCP'],
  [17, 'UDP'],
  [132, 'SCTP'],
  [1, 'ICMP'],
  [58, 'ICMPv6'],
]);

/**
 * Boundaries `[start, end, start, end, …]`, ascending, half-open, neither touching nor overlapping.
 * A point is `lane * 2^17 + value`.
 */
export type ConnectionSet = readonly number[];

export interface PortRange {
  readonly protocol: Lane;
  /** Inclusive on both ends; in the lane's own values. */
  readonly from: number;
  readonly to: number;
}

export const NO_CONNECTIONS: ConnectionSet = [];

const startOf = (lane: Lane): number => LANES.indexOf(lane) * LANE;

/** Values `from`–`to` of a lane, inclusive. */
function laneRange(lane: Lane, from: number, to: number): ConnectionSet {
  return from > to ? NO_CONNECTIONS : [startOf(lane) + from, startOf(lane) + to + 1];
}

/** One protocol's ports `from`–`to`, inclusive. */
export function portRange(protocol: TransportProtocol, from: number, to: number): ConnectionSet {
  return laneRange(protocol, from, to);
}

/** Every port of a protocol. */
export function allPorts(protocol: TransportProtocol): ConnectionSet {
  return portRange(protocol, MIN_PORT, MAX_PORT);
}

/** ICMP messages: all, of one type, or of one type and code. */
export function icmpMessages(lane: 'ICMP' | 'ICMPv6', type?: number, code?: number): ConnectionSet {
  if (type === undefined) return laneRange(lane, 0, MAX_ICMP);
  return code === undefined
    ? laneRange(lane, type * 256, type * 256 + 255)
    : laneRange(lane, type * 256 + code, type * 256 + code);
}

/** All of the protocol with an IANA number (1–255). */
export function wholeProtocol(number: number): ConnectionSet {
  const lane = NUMBERS.get(number);
  if (lane === 'ICMP' || lane === 'ICMPv6') return icmpMessages(lane);
  return lane === undefined || lane === 'other' ? laneRange('other', number, number) : allPorts(lane);
}

/** The point of one protocol and port, for `contains`. */
export function pointOf(protocol: TransportProtocol, port: number): number {
  return startOf(protocol) + port;
}

/** The point of one ICMP message. */
export function icmpPoint(lane: 'ICMP' | 'ICMPv6', type: number, code: number): number {
  return startOf(lane) + type * 256 + code;
}

/** The point of a protocol without ports, by its IANA number. */
export function protocolPoint(number: number): number {
  return startOf('other') + number;
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

/** All points of any of these sets. Takes time in proportion to their sizes, however many they are. */
export function unionOfAll(sets: readonly ConnectionSet[]): ConnectionSet {
  const [first = NO_CONNECTIONS, ...rest] = sets;
  if (rest.length === 0) return first;
  const ranges: [number, number][] = [];
  for (const set of sets) for (let i = 0; i + 1 < set.length; i += 2) ranges.push([set[i] ?? 0, set[i + 1] ?? 0]);
  ranges.sort((a, b) => a[0] - b[0]);
  const result: number[] = [];
  for (const [start, end] of ranges) {
    const last = result.length - 1;
    if (last < 0 || start > (result[last] ?? 0)) result.push(start, end);
    else if (end > (result[last] ?? 0)) result[last] = end;
  }
  return result;
}

/** Every port of every protocol that has ports. */
export const ALL_PORTS: ConnectionSet = unionOfAll(PROTOCOLS.map(allPorts));

/** Everything that a rule can match. */
export const ALL_CONNECTIONS: ConnectionSet = unionOfAll(
  Array.from({ length: MAX_PROTOCOL }, (_, index) => wholeProtocol(index + 1)),
);

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
    const protocol = LANES[Math.floor(start / LANE)];
    if (protocol) ranges.push({ protocol, from: start % LANE, to: (end - 1) % LANE });
  }
  return ranges;
}

/** Numbers of the last lane that no range holds, because their protocols have a lane of their own. */
const isElsewhere = (from: number, to: number): boolean => {
  for (let number = from; number <= to; number++) if (!NUMBERS.has(number)) return false;
  return true;
};

/** As `rangesOf`, but ranges of the last lane go on over the numbers that belong to other lanes: all of it is one range. */
export function wholeRanges(set: ConnectionSet): PortRange[] {
  const ranges: PortRange[] = [];
  for (const range of rangesOf(set)) {
    const last = ranges.at(-1);
    const goesOn = range.protocol === 'other' && last?.protocol === 'other' && isElsewhere(last.to + 1, range.from - 1);
    if (last && goesOn) ranges[ranges.length - 1] = { ...last, to: range.to };
    else ranges.push(range);
  }
  return ranges;
}

const span = (from: number, to: number): string => (from === to ? String(from) : `${from}-${to}`);

function formatMessages({ from, to }: Pick<PortRange, 'from' | 'to'>): string {
  if (from === 0 && to === MAX_ICMP) return 'all';
  const [firstType, lastType] = [from >> 8, to >> 8];
  if ((from & 255) === 0 && (to & 255) === 255) return `type ${span(firstType, lastType)}`;
  if (firstType === lastType) return `type ${firstType} code ${span(from & 255, to & 255)}`;
  return `type ${firstType} code ${from & 255} to type ${lastType} code ${to & 255}`;
}

/** `80`, `8000-8080`, `type 8`, or `all` for a whole protocol; in the last lane the protocols' numbers. */
export function formatPorts(range: PortRange): string {
  if (range.protocol === 'ICMP' || range.protocol === 'ICMPv6') return formatMessages(range);
  if (range.from === MIN_PORT && range.to === MAX_PORT) return 'all';
  if (range.protocol === 'other' && range.from === FIRST_OTHER && range.to === MAX_PROTOCOL) return 'all';
  return span(range.from, range.to);
}
