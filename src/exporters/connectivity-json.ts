// Connectivity as `sluice/connectivity/v1`: one flow a line, so that long lists can be written while they are computed.
import type { ConnectivityReport, ExportedFlow } from './connectivity-report.ts';
import type { Exporter } from './exporter.ts';
import { problemRecord } from './problem-record.ts';

/** What stands before and after the flows. */
export function jsonFrame({ counts, level, assumptions, problems, incomplete }: Omit<ConnectivityReport, 'flows'>): {
  readonly head: string;
  tail(hasFlows: boolean): string;
} {
  const { files, namespaces, workloads, pods, policies } = counts;
  const snapshot = { files, namespaces, workloads, pods, policies };
  const head = { schema: 'sluice/connectivity/v1', snapshot, level };
  const tail = { assumptions, problems: problems.map(problemRecord), incomplete };
  return {
    head: `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "flows": [`,
    tail: (hasFlows) => `${hasFlows ? '\n  ' : ''}],\n${JSON.stringify(tail, null, 2).slice(2)}\n`,
  };
}

/** Before the source's name. Every flow begins with a comma; that of the first is left out. */
export const FLOW_START = ',\n    {"src":"';

/** From behind the source's name to the end of the flow. */
export function flowEnding({ src: _, ...flow }: ExportedFlow): string {
  return `",${JSON.stringify(flow).slice(1)}`;
}

export const connectivityJson: Exporter<ConnectivityReport> = {
  format: 'json',
  export: ({ flows, ...report }) => {
    const { head, tail } = jsonFrame(report);
    const written = flows.map((flow) => `${FLOW_START}${JSON.stringify(flow.src).slice(1, -1)}${flowEnding(flow)}`);
    return `${head}${written.join('').slice(1)}${tail(flows.length > 0)}`;
  },
};
