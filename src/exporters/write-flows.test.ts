// Bytes that share what sources share against the plain way: one object a flow.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareText } from '../base/compare-text.ts';
import { connectivity, flowsBySource } from '../engine/connectivity.ts';
import { missingSentence } from '../engine/pair-cells.ts';
import { clusterArbitrary } from '../testing/generate-cluster.ts';
import { snapshotOf } from '../testing/judged-cluster.ts';
import { runs, timeFor } from '../testing/property-runs.ts';
import { nodeName } from './node-name.ts';
import { FlowWriter } from './write-flows.ts';

test('writes the flows that connectivity lists, by source and destination', { timeout: timeFor(30) }, () => {
  fc.assert(
    fc.property(clusterArbitrary, fc.constantFrom<('workload' | 'pod')[]>('workload', 'pod'), (generated, level) => {
      const snapshot = snapshotOf(generated);
      const ports = 'all';
      const byName = (a: { id: string }, b: { id: string }): number => compareText(nodeName(a.id), nodeName(b.id));
      const writer = new FlowWriter((flows) => flows, missingSentence);
      const pieces = writer.write(flowsBySource(snapshot, { ports, level }, byName));
      const text = Array.from(pieces, (piece) => new TextDecoder().decode(piece)).join('');
      const rows = connectivity(snapshot, { ports, level, verdicts: ['allowed', 'unknown'] });
      const expected = rows.map((row) => ({ ...row, src: nodeName(row.src), dst: nodeName(row.dst) }));
      expect(JSON.parse(`[${text.slice(1)}]`)).toEqual(
        expected.sort((a, b) => compareText(a.src, b.src) || compareText(a.dst, b.dst)),
      );
    }),
    runs(40),
  );
});
