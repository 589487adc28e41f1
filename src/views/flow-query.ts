// From a row of flows to the one connection that explains it.
import type { FlowQuery } from '../engine/explanation.ts';
import type { FlowRow, SnapshotReport } from '../engine/results.ts';

/** Where every port has the verdict, any one of them serves; this one means nothing in particular. */
const anyPort = 80;

/** The first port of the row stands for it. */
export function flowQueryOf(row: Pick<FlowRow, 'src' | 'dst' | 'protocol' | 'ports'>): FlowQuery {
  const first = Number.parseInt(row.ports, 10);
  return {
    from: row.src,
    to: row.dst,
    protocol: row.protocol === 'all' || row.protocol === '' ? 'TCP' : row.protocol,
    port: Number.isInteger(first) ? first : anyPort,
  };
}

/** A first question about what is loaded: from one workload to the next, on a port the second declares. */
export function firstQuery(report: SnapshotReport | undefined): FlowQuery {
  const workloads = (report?.namespaces ?? [])
    .filter((namespace) => !namespace.system)
    .flatMap((namespace) => namespace.workloads);
  const to = workloads.find((workload) => workload.declaredPorts.length > 0) ?? workloads[0];
  const from = workloads.find((workload) => workload !== to) ?? to;
  const [protocol = 'TCP', port = String(anyPort)] = to?.declaredPorts[0]?.split(' ') ?? [];
  return { from: from?.id ?? 'internet', to: to?.id ?? 'internet', protocol, port: Number(port) };
}
