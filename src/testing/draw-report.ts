// Reports for the exporters' tests, drawn from short lines.

import type { Verdict } from '../engine/results.ts';
import type { ConnectivityReport, ExportedFlow } from '../exporters/connectivity-report.ts';

/** `flow('a/Pod/x -> b/Pod/y TCP 80 allowed')`. */
export function flow(line: string): ExportedFlow {
  const match = /^(.*) -> (.*) (\S+) (\S+) (allowed|denied|unknown)$/s.exec(line);
  if (match === null) throw new Error(`not a flow: ${line}`);
  const [, src = '', dst = '', protocol = '', ports = '', verdict] = match;
  return { src, dst, protocol, ports, verdict: verdict as Verdict };
}

/** A report at workload level with these flows and nothing else to tell. */
export function connectivity(
  flows: readonly ExportedFlow[],
  rest: Partial<ConnectivityReport> = {},
): ConnectivityReport {
  const counts = { files: 1, namespaces: 2, workloads: 3, pods: 4, policies: 1 };
  return { level: 'workload', counts, flows, assumptions: [], problems: [], incomplete: false, ...rest };
}
