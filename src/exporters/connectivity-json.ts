// Connectivity as `sluice/connectivity/v1`.
import type { ConnectivityReport } from './connectivity-report.ts';
import type { Exporter } from './exporter.ts';
import { problemRecord } from './problem-record.ts';

export const connectivityJson: Exporter<ConnectivityReport> = {
  format: 'json',
  export: ({ counts, level, flows, assumptions, problems, incomplete }) => {
    const { files, namespaces, workloads, pods, policies } = counts;
    const result = {
      schema: 'sluice/connectivity/v1',
      snapshot: { files, namespaces, workloads, pods, policies },
      level,
      flows,
      assumptions,
      problems: problems.map(problemRecord),
      incomplete,
    };
    return `${JSON.stringify(result, null, 2)}\n`;
  },
};
