// From a row of flows to the one connection that explains it.
import type { FlowQuery } from '../engine/explanation.ts';
import type { FlowRow, SnapshotReport } from '../engine/results.ts';

/** Where every port has the verdict, any one of them serves; this one means nothing in particular. */
const anyPort = 80;
/** The same among protocols without a name of their own: GRE. */
const anyOther = '47';

type Traffic = Omit<FlowQuery, 'from' | 'to'>;

/** The first port, message or protocol of the row stands for it. */
export function flowQueryOf(row: Pick<FlowRow, 'src' | 'dst' | 'protocol' | 'ports'>): FlowQuery {
  return { from: row.src, to: row.dst, ...trafficOf(row) };
}

function trafficOf({ protocol, ports }: Pick<FlowRow, 'protocol' | 'ports'>): Traffic {
  const first = Number.parseInt(ports, 10);
  if (protocol === 'ICMP' || protocol === 'ICMPv6') return { protocol, ...messageOf(ports) };
  if (protocol === 'other protocols') return { protocol: Number.isInteger(first) ? String(first) : anyOther };
  return {
    protocol: protocol === 'all' || protocol === '' ? 'TCP' : protocol,
    port: Number.isInteger(first) ? first : anyPort,
  };
}

/** `type 8`, `type 3 code 1-4`; of all messages the one that the engine takes by itself. */
function messageOf(ports: string): Pick<FlowQuery, 'icmpType' | 'icmpCode'> {
  const [, type, code] = /^type (\d+)(?:-\d+)?(?: code (\d+))?/.exec(ports) ?? [];
  return {
    ...(type === undefined ? {} : { icmpType: Number(type) }),
    ...(code === undefined ? {} : { icmpCode: Number(code) }),
  };
}

export function isSameQuery(a: FlowQuery, b: FlowQuery): boolean {
  const key = ({ from, to, protocol, port, icmpType, icmpCode }: FlowQuery) =>
    JSON.stringify([from, to, protocol, port, icmpType, icmpCode]);
  return key(a) === key(b);
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

/** What the label of an edge names first: where nothing is allowed there is no row. */
export function flowOfLabel(label: string | undefined): Parameters<typeof flowQueryOf>[0] {
  const [, protocol = 'TCP', ports = ''] = /^(?:(TCP|UDP|SCTP|ICMPv6|ICMP)\b ?)?(.*)/.exec(label ?? '') ?? [];
  return { src: '', dst: '', protocol, ports };
}
