// Rows of the engine as the exporters write them: ids become names, in an order that no order of files changes.
import { compareText } from '../base/compare-text.ts';
import type { FlowRow } from '../engine/results.ts';
import type { ExportedFlow } from '../exporters/connectivity-report.ts';
import { nodeName } from '../exporters/node-name.ts';

export function exportedFlow({ src, dst, protocol, ports, verdict, mixed, missing }: FlowRow): ExportedFlow {
  return {
    src: nodeName(src),
    dst: nodeName(dst),
    protocol,
    ports,
    verdict,
    ...(mixed === undefined ? {} : { mixed }),
    ...(missing === undefined ? {} : { missing }),
  };
}

/** By source, destination, protocol, first port, verdict. */
export function sortedFlows<Flow extends ExportedFlow>(flows: readonly Flow[]): Flow[] {
  return flows.toSorted(
    (a, b) =>
      compareText(a.src, b.src) ||
      compareText(a.dst, b.dst) ||
      compareText(a.protocol, b.protocol) ||
      (Number.parseInt(a.ports, 10) || 0) - (Number.parseInt(b.ports, 10) || 0) ||
      compareText(a.ports, b.ports) ||
      compareText(a.verdict, b.verdict),
  );
}
