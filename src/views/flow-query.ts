// From a row of flows to the one connection that explains it.
import type { FlowQuery, FlowRow } from '../engine/results.ts';

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
