// Connectivity as `sluice/connectivity/v1`: one flow a line, so that long lists can be written while they are computed.
import type { ConnectivityReport, ExportedFlow } from './connectivity-report.ts';
import type { Exporter } from './exporter.ts';
import { problemRecord } from './problem-record.ts';

/** The flows of one source, as `flowEnding` writes them. */
export interface WrittenSource {
  readonly src: string;
  readonly endings: readonly string[];
}

/** A flow as JSON without its source: what comes after `{"src":"…",`. Many sources share one. */
export function flowEnding({ src: _, ...flow }: ExportedFlow): string {
  return JSON.stringify(flow).slice(1);
}

/** The result in pieces. All of `flows` of one source must come together. */
export function* connectivityText(
  { counts, level, assumptions, problems, incomplete }: Omit<ConnectivityReport, 'flows'>,
  sources: Iterable<WrittenSource>,
): Generator<string> {
  const { files, namespaces, workloads, pods, policies } = counts;
  const snapshot = { files, namespaces, workloads, pods, policies };
  const head = { schema: 'sluice/connectivity/v1', snapshot, level };
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "flows": [`;
  let isFirst = true;
  for (const { src, endings } of sources) {
    if (endings.length === 0) continue;
    const start = `\n    {"src":${JSON.stringify(src)},`;
    yield `${isFirst ? '' : ','}${start}${endings.join(`,${start}`)}`;
    isFirst = false;
  }
  const tail = { assumptions, problems: problems.map(problemRecord), incomplete };
  yield `${isFirst ? '' : '\n  '}],\n${JSON.stringify(tail, null, 2).slice(2)}\n`;
}

function* bySource(flows: readonly ExportedFlow[]): Generator<WrittenSource> {
  let own: { src: string; endings: string[] } | undefined;
  for (const flow of flows) {
    if (own?.src !== flow.src) {
      if (own) yield own;
      own = { src: flow.src, endings: [] };
    }
    own.endings.push(flowEnding(flow));
  }
  if (own) yield own;
}

export const connectivityJson: Exporter<ConnectivityReport> = {
  format: 'json',
  export: ({ flows, ...report }) => [...connectivityText(report, bySource(flows))].join(''),
};
