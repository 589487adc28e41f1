// Flows source by source as text for the JSON result; what many sources say of one destination is written once.
import type { InProcessClient } from '../client/in-process-client.ts';
import { flowEnding, type WrittenSource } from '../exporters/connectivity-json.ts';
import { nodeName } from '../exporters/node-name.ts';
import { sortedFlows } from './exported-flow.ts';

type SourceFlows = ReturnType<InProcessClient['sources']> extends Iterable<infer Flows> ? Flows : never;
type FlowCell = SourceFlows['cells'][number];

/** The endings of the flows of a cell toward one destination, joined by what `connectivityText` joins them with. */
function endingsOf({ rows }: FlowCell, dst: string, missing: string | undefined): string[] {
  const flows = rows
    .filter(({ verdict }) => verdict !== 'denied')
    .map((row) => ({
      src: '',
      dst,
      ...row,
      ...(row.verdict === 'unknown' && missing !== undefined ? { missing } : {}),
    }));
  return sortedFlows(flows).map(flowEnding);
}

/** What is to be written of each source, in order. */
export function* writeSources(
  client: InProcessClient,
  request: Parameters<InProcessClient['sources']>[0],
): Generator<WrittenSource> {
  const known = new Map<FlowCell, (readonly string[])[]>();
  for (const source of client.sources(request, nodeName)) {
    const endings: string[] = [];
    for (const [index, cell] of source.cells.entries()) {
      const place = source.places[index] ?? 0;
      let own = known.get(cell)?.[place];
      if (!own) {
        const target = source.targets[index];
        const hasUnknown = cell.rows.some(({ verdict }) => verdict === 'unknown');
        own = endingsOf(cell, nodeName(target?.id ?? ''), hasUnknown ? source.missing(index) : undefined);
        // What is missing depends on both ends.
        if (!hasUnknown) {
          const byPlace = known.get(cell) ?? [];
          known.set(cell, byPlace);
          byPlace[place] = own;
        }
      }
      for (const ending of own) endings.push(ending);
    }
    yield { src: nodeName(source.src.id), endings };
  }
}
