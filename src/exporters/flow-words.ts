// How a flow's protocol, ports and verdict read in texts for people.
import type { ExportedFlow } from './connectivity-report.ts';

/** `TCP 80,443`, `UDP all ports`. */
export function portWords({ protocol, ports }: Pick<ExportedFlow, 'protocol' | 'ports'>): string {
  return `${protocol} ${ports === 'all' ? 'all ports' : ports}`;
}

/** `allowed`, `unknown`, `allowed for 2 of 4 pairs of pods`. */
export function verdictWords({ verdict, mixed }: Pick<ExportedFlow, 'verdict' | 'mixed'>): string {
  return mixed === undefined ? verdict : `${verdict} for ${mixed.pairs} of ${mixed.of} pairs of pods`;
}
