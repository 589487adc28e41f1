// How a flow's protocol, ports and verdict read in texts for people.
import type { ExportedFlow } from './connectivity-report.ts';

/** `TCP 80,443`, `UDP all ports`, `all`. */
export function portWords({ protocol, ports }: Pick<ExportedFlow, 'protocol' | 'ports'>): string {
  if (ports !== 'all') return `${protocol} ${ports}`;
  return protocol === 'all' || protocol === '' ? 'all ports' : `${protocol} all ports`;
}

/** `allowed`, `unknown`, `allowed for 2 of 4 pairs of pods`. */
export function verdictWords({ verdict, mixed }: Pick<ExportedFlow, 'verdict' | 'mixed'>): string {
  return mixed === undefined ? verdict : `${verdict} for ${mixed.pairs} of ${mixed.of} pairs of pods`;
}
