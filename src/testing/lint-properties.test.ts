// Lints over any cluster: they never throw, point into the text, and what they offer leaves manifests that can be applied.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyEdits } from '../documents/text-edit.ts';
import { defaultOptions } from '../engine/engine-options.ts';
import { createSnapshot } from '../engine/snapshot.ts';
import { allLints } from '../lints/all-lints.ts';
import { calicoClusterArbitrary, calicoFiles } from './generate-calico-cluster.ts';
import { lintContext } from './lint-manifests.ts';
import { runs, timeFor } from './property-runs.ts';

it('find places of the text, and leave it right', { timeout: timeFor(120) }, () => {
  fc.assert(
    fc.property(calicoClusterArbitrary, (generated) => {
      const files = calicoFiles(generated);
      const gapsOf = (changed: typeof files) =>
        createSnapshot(changed, defaultOptions).diagnostics.filter(({ gap }) => gap !== undefined).length;
      const before = gapsOf(files);
      const context = lintContext(files);
      const findings = allLints.flatMap((lint) => lint.check(context));
      for (const { range, fixes } of findings) {
        const text = files.find(({ path }) => path === range.file)?.text ?? '';
        expect(text.slice(range.start, range.end).trim()).not.toBe('');
        for (const { edits } of fixes ?? []) {
          const changed = files.map((file) => ({
            path: file.path,
            text: applyEdits(
              file.text,
              edits.filter((edit) => edit.file === file.path),
            ),
          }));
          expect(gapsOf(changed)).toBeLessThanOrEqual(before);
        }
      }
    }),
    runs(60),
  );
});
