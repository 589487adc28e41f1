// The ports of an edge in few words.
import { ALL_PORTS, formatPorts, LANES, type Lane, wholeRanges } from '../net/connection-set.ts';
import type { ConnectionId, ConnectionTable } from '../net/connection-table.ts';

/** Ranges named of one protocol; the others are counted. */
const RANGES_NAMED = 3;

/** `TCP 80, 443`, `TCP 22, 179, 2379-2380 +4`, `ICMP`, `other protocols`. */
function laneLabel(lane: Lane, ranges: readonly string[]): string {
  const isWhole = ranges[0] === 'all';
  if (lane === 'other') return isWhole ? 'other protocols' : `protocol ${listed(ranges)}`;
  if (isWhole && lane.startsWith('ICMP')) return lane;
  return `${lane} ${listed(ranges)}`;
}

function listed(ranges: readonly string[]): string {
  const rest = ranges.length - RANGES_NAMED;
  return `${ranges.slice(0, RANGES_NAMED).join(', ')}${rest > 0 ? ` +${rest}` : ''}`;
}

/** `80`, `TCP 80 · UDP 53`, `all ports`, `all traffic` (ICMP and other protocols too). TCP alone goes without its name. */
export function portLabel(points: ConnectionId, table: ConnectionTable): string {
  if (points === table.all) return 'all traffic';
  if (points === table.intern(ALL_PORTS)) return 'all ports';
  const ranges = wholeRanges(table.set(points));
  const parts = LANES.flatMap((lane) => {
    const own = ranges.filter((range) => range.protocol === lane);
    if (own.length === 0) return [];
    return [laneLabel(lane, own.map(formatPorts))];
  });
  const isOnlyTcp = parts.length === 1 && parts[0]?.startsWith('TCP ') && !parts[0].endsWith('all');
  return isOnlyTcp ? (parts[0] ?? '').slice(4) : parts.join(' · ');
}
