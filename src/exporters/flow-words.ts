// How a flow's protocol, ports and verdict read in texts for people.
import type { ExportedFlow } from './connectivity-report.ts';

/** Protocols whose values are ports; those of ICMP are messages, those of the others their numbers. */
const withPorts: readonly string[] = ['TCP', 'UDP', 'SCTP'];
/** What the engine calls protocols without a name of their own. */
const others = 'other protocols';

/** `TCP 80,443`, `UDP all ports`, `ICMP type 8`, `ICMP`, `protocols 47,89`, `other protocols`. */
export function portWords({ protocol, ports }: Pick<ExportedFlow, 'protocol' | 'ports'>): string {
  if (ports === 'all') return withPorts.includes(protocol) ? `${protocol} all ports` : protocol;
  if (protocol !== others) return `${protocol} ${ports}`;
  return `${/[,-]/.test(ports) ? 'protocols' : 'protocol'} ${ports}`;
}

/** `allowed`, `unknown`, `allowed for 2 of 4 pairs of pods`. */
export function verdictWords({ verdict, mixed }: Pick<ExportedFlow, 'verdict' | 'mixed'>): string {
  return mixed === undefined ? verdict : `${verdict} for ${mixed.pairs} of ${mixed.of} pairs of pods`;
}
