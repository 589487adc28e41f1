// Flows of one pair and one verdict in one line, for outputs that people look at.
import { groupBy } from '../base/group-by.ts';
import type { ExportedFlow } from './connectivity-report.ts';
import { portWords } from './flow-words.ts';

export interface FoldedFlow<Flow extends ExportedFlow = ExportedFlow>
  extends Pick<ExportedFlow, 'src' | 'dst' | 'verdict' | 'mixed' | 'missing'> {
  /** One of those it stands for: of TCP, which everybody knows, where one is. */
  readonly first: Flow;
  /** How many flows it stands for. */
  readonly count: number;
  /** `TCP 80,443 · UDP 53`, `all ports`, `all ports · ICMP type 8`, `all traffic`. */
  readonly ports: string;
}

const withPorts: readonly string[] = ['TCP', 'UDP', 'SCTP'];
const without: readonly string[] = ['ICMP', 'ICMPv6', 'other protocols'];

/** In the order of the first flow of each line. */
export function foldFlows<Flow extends ExportedFlow>(flows: readonly Flow[]): FoldedFlow<Flow>[] {
  const groups = groupBy(flows, ({ src, dst, verdict, mixed, missing }) =>
    JSON.stringify([src, dst, verdict, mixed, missing]),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined
      ? []
      : [
          {
            ...first,
            first: group.find(({ protocol }) => protocol === 'TCP') ?? first,
            count: group.length,
            ports: joinedPorts(group),
          },
        ];
  });
}

function joinedPorts(group: readonly ExportedFlow[]): string {
  const isWhole = (name: string) => group.some(({ protocol, ports }) => protocol === name && ports === 'all');
  if (!withPorts.every(isWhole)) return group.map(portWords).join(' · ');
  if (without.every(isWhole)) return 'all traffic';
  const rest = group.filter(({ protocol }) => !withPorts.includes(protocol));
  return ['all ports', ...rest.map(portWords)].join(' · ');
}
