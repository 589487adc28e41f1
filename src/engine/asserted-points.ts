// The points of asserted flows in words, and one of them as somebody would ask for it.
import { ALL_PORTS, type ConnectionSet, contains, formatPorts, pointOf, rangesOf } from '../net/connection-set.ts';
import type { FlowQuery } from './explanation.ts';

/** Ranges named; the others are counted. */
const MOST = 6;

/** `TCP/9090, UDP/53`, `every port`. */
export function pointWords(points: ConnectionSet): string {
  if (points.length === ALL_PORTS.length && points.every((one, at) => one === ALL_PORTS[at])) return 'every port';
  const words = rangesOf(points).map((range) => {
    const ports = formatPorts(range);
    if (ports === 'all') return range.protocol;
    if (range.protocol.startsWith('ICMP')) return ports === 'type 8 code 0' ? 'ICMP' : `${range.protocol} ${ports}`;
    return `${range.protocol}/${ports}`;
  });
  const rest = words.length - MOST;
  return `${words.slice(0, MOST).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** Ports that people know, asked for where they are among many. */
const USUAL = [80, 443];

/** A point of the set as a query. Of none: TCP 80. */
export function samplePoint(points: ConnectionSet): Pick<FlowQuery, 'protocol' | 'port' | 'icmpType' | 'icmpCode'> {
  const usual = USUAL.find((port) => contains(points, pointOf('TCP', port)));
  const [first] = rangesOf(points);
  if (!first || usual !== undefined) return { protocol: 'TCP', port: usual ?? 80 };
  if (first.protocol === 'other') return { protocol: String(first.from) };
  if (first.protocol !== 'ICMP' && first.protocol !== 'ICMPv6') return { protocol: first.protocol, port: first.from };
  const usualType = first.protocol === 'ICMP' ? 8 : 128;
  const [type, code] = [first.from >> 8, first.from & 255];
  return type === usualType && code === 0
    ? { protocol: first.protocol }
    : { protocol: first.protocol, icmpType: type, icmpCode: code };
}
