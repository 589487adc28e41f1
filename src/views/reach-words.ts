// The reach of a node as a sentence: "A breach of shop/web reaches 14 workloads in 2 hops, 3 of them in other namespaces, and the Internet."

import { counted } from '../base/counted.ts';
import type { HopCounts, Reach } from '../engine/reach.ts';

/** Over all hops. */
export function sumOf(counts: readonly HopCounts[]): HopCounts {
  const sum = { workloads: 0, elsewhere: 0, hosts: 0, ranges: 0, internet: false, unknown: 0 };
  for (const one of counts) {
    sum.workloads += one.workloads;
    sum.elsewhere += one.elsewhere;
    sum.hosts += one.hosts;
    sum.ranges += one.ranges;
    sum.internet ||= one.internet;
    sum.unknown += one.unknown;
  }
  return sum;
}

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

/** What it comes to, without the name: "14 workloads in 2 hops, 3 of them in other namespaces, and the Internet". */
export function reachWords({ counts, hops }: Pick<Reach, 'counts' | 'hops'>): string {
  const { workloads, elsewhere, hosts, ranges, internet } = sumOf(counts);
  const within = `in ${counted(hops, 'hop')}`;
  const others = [
    ...(hosts > 0 ? [counted(hosts, 'host endpoint')] : []),
    ...(ranges > 0 ? [counted(ranges, 'address range')] : []),
    ...(internet ? ['the Internet'] : []),
  ];
  if (workloads === 0) return others.length === 0 ? `nothing ${within}` : `${listed(others)} ${within}`;
  const abroad = elsewhere === 0 ? '' : `, ${elsewhere === workloads ? 'all' : elsewhere} of them in other namespaces`;
  const beside = others.length === 0 ? '' : `${abroad === '' ? '' : ','} and ${listed(others)}`;
  return `${counted(workloads, 'workload')} ${within}${abroad}${beside}`;
}

/** "2 more and 1 fewer than the baseline"; empty where nothing differs. */
export function reachChangeWords({ gained, lost }: Pick<Reach, 'gained' | 'lost'>): string {
  const parts = [...(gained.length > 0 ? [`+${gained.length}`] : []), ...(lost.length > 0 ? [`−${lost.length}`] : [])];
  return parts.length === 0 ? '' : `${parts.join(' ')} against the baseline`;
}
