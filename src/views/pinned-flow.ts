// A row of flows as a pin of it: what a file is to say, and the pin that says it already.
import type { AssertionResult } from '../engine/assertion-report.ts';
import type { FlowRow, SnapshotReport } from '../engine/results.ts';
import type { NewPin } from '../state/pin-flow.ts';
import { flowQueryOf } from './flow-query.ts';
import { shortName } from './short-name.ts';

type Row = Pick<FlowRow, 'src' | 'dst' | 'protocol' | 'ports' | 'verdict' | 'mixed'>;

/** `TCP/8080`: what an explanation of the row is about; undefined for what no pin can name. */
function pinnedPort(row: Row): string | undefined {
  const { protocol, port, icmpType } = flowQueryOf(row);
  if (protocol === 'ICMP' || protocol === 'ICMPv6') return icmpType === undefined ? protocol : undefined;
  return port === undefined ? undefined : `${protocol}/${port}`;
}

/** Undefined where the row has no one verdict that could be kept. */
export function pinOfRow(report: SnapshotReport | undefined, row: Row): NewPin | undefined {
  const port = pinnedPort(row);
  if (row.verdict === 'unknown' || row.mixed || port === undefined) return undefined;
  return { from: shortName(report, row.src), to: shortName(report, row.dst), port, expect: row.verdict };
}

/** The pin of a flow on a port; `to`: a service, by its name, for `dst`. */
export function findPin(
  results: readonly AssertionResult[],
  { src, dst, to }: Pick<FlowRow, 'src' | 'dst'> & { readonly to?: string | undefined },
  port: string | undefined,
): AssertionResult | undefined {
  return results.find(
    (one) =>
      one.src === src &&
      (to === undefined ? one.dst === dst : one.to === to) &&
      (one.port === undefined || one.port === port),
  );
}

export const pinOn = (results: readonly AssertionResult[], row: Row): AssertionResult | undefined =>
  findPin(results, row, pinnedPort(row));
