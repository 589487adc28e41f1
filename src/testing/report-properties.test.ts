// Reports of large clusters, which list less, against reports that list everything; and what stays the same between edits.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PAGE_LIMITS } from '../engine/answer-limits.ts';
import { defaultOptions } from '../engine/engine-options.ts';
import { createReport, ReportWriter } from '../engine/report.ts';
import { createSnapshot, createSnapshotCache } from '../engine/snapshot.ts';
import { calicoClusterArbitrary, calicoFiles } from './generate-calico-cluster.ts';
import { clusterArbitrary, filesOf } from './generate-cluster.ts';
import { optionsOf } from './judged-cluster.ts';
import { runs, timeFor } from './property-runs.ts';
import { countWorkloads } from './sample-inventory.ts';

const inputs = fc.oneof(
  clusterArbitrary.map((generated) => ({ files: filesOf(generated), options: optionsOf(generated) })),
  calicoClusterArbitrary.map((generated) => ({ files: calicoFiles(generated), options: defaultOptions })),
);

it('counts what it does not list', { timeout: timeFor(30) }, () => {
  fc.assert(
    fc.property(inputs, ({ files, options }) => {
      const snapshot = createSnapshot(files, options);
      const whole = createReport(snapshot, 1);
      for (const { workloads, counts } of whole.namespaces) expect(counts).toEqual(countWorkloads(workloads));
      const [first] = whole.namespaces;
      const writer = new ReportWriter({ ...PAGE_LIMITS, workloads: 0, nodes: 1 });
      const part = writer.write(snapshot, 1, new Set(first ? [first.id] : []));
      expect(part.namespaces).toEqual(
        whole.namespaces.map((one) => (one === first ? one : { ...one, workloads: [], isListed: false })),
      );
      expect(part.policies).toEqual(
        whole.policies.map((one) => ({
          ...one,
          appliesTo: one.appliesTo.slice(0, 1),
          appliesToNodes: one.appliesTo.length,
        })),
      );
      expect(part.counts).toEqual(whole.counts);
    }),
    runs(30),
  );
});

it('says after an edit what a report made from nothing says', { timeout: timeFor(30) }, () => {
  fc.assert(
    fc.property(clusterArbitrary, clusterArbitrary, (generated, other) => {
      const options = optionsOf(generated);
      const [cache, writer] = [createSnapshotCache(), new ReportWriter()];
      const states = [generated, { ...generated, policies: other.policies }, other, generated];
      for (const [id, state] of states.entries()) {
        const files = filesOf(state);
        const report = writer.write(createSnapshot(files, options, cache), id);
        expect(report).toEqual(createReport(createSnapshot(files, options), id));
      }
    }),
    runs(20),
  );
});
