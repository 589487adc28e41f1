// A session's state is its texts, not its history: any way to the same texts ends in the same answers.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EngineClient, FileChange } from '../client/engine-client.ts';
import { createInProcessClient } from '../client/in-process-client.ts';
import type { SourceFile } from '../documents/source-file.ts';
import { applyEdits } from '../documents/text-edit.ts';
import type { FlipRequest, FlowRequest } from '../engine/flow-request.ts';

import { clusterArbitrary, filesOf, type GeneratedCluster } from './generate-cluster.ts';
import { textEditsArbitrary } from './generate-text-edit.ts';
import { optionsOf } from './judged-cluster.ts';
import { runs, timeFor } from './property-runs.ts';

const wholePage = { ports: 'all', sort: 'src', descending: false, offset: 0, limit: 100_000 } as const;
const allFlows: FlowRequest = { ...wholePage, verdicts: ['allowed', 'denied', 'unknown'] };
const allFlips: FlipRequest = { ...wholePage, kinds: ['opened', 'closed', 'unknown'] };

/** Everything the page would show, without the numbers of snapshots and the time. */
async function answersOf(client: EngineClient, changes: readonly FileChange[]) {
  const analysis = await client.edit(changes);
  if ('superseded' in analysis) throw new Error('nothing was waiting, so nothing can overtake');
  const { report, impact, flipsByNode } = analysis;
  const flows = await client.flows(allFlows);
  const flips = await client.flips(allFlips);
  return { report: { ...report, snapshot: 0 }, impact, flipsByNode, flows: flows.rows, flips: flips.rows };
}

async function loadedClient(generated: GeneratedCluster, baseline?: readonly SourceFile[]): Promise<EngineClient> {
  const client = createInProcessClient(() => 0);
  await client.load(filesOf(generated), optionsOf(generated), baseline);
  return client;
}

interface Scenario {
  readonly generated: GeneratedCluster;
  /** Each file once, at the end of its history. */
  readonly final: readonly FileChange[];
  /** Changes before the final ones, which those overwrite. */
  readonly detours: readonly FileChange[];
  readonly shuffled: readonly FileChange[];
}

/** Edits of every file: random text edits, removal, or text of another cluster. */
const scenarioArbitrary: fc.Arbitrary<Scenario> = fc
  .tuple(clusterArbitrary, clusterArbitrary)
  .chain(([generated, other]) => {
    const files = filesOf(generated);
    const otherTexts = filesOf(other).map(({ text }) => text);
    const changeOf = ({ path, text }: SourceFile): fc.Arbitrary<FileChange> =>
      fc
        .oneof(
          { arbitrary: textEditsArbitrary(path, text).map((edits) => applyEdits(text, edits)), weight: 4 },
          fc.constantFrom(...otherTexts),
          fc.constant(null),
        )
        .map((changed) => ({ path, text: changed }));
    return fc.tuple(...files.map(changeOf)).chain((final) =>
      fc.record({
        generated: fc.constant(generated),
        final: fc.constant(final),
        detours: fc.array(fc.constantFrom(...files).chain(changeOf), { maxLength: 4 }),
        shuffled: fc.shuffledSubarray(final, { minLength: final.length }),
      }),
    );
  });

describe('a session', () => {
  it('ends in the same answers whatever order and detours the edits took', { timeout: timeFor(30) }, async () => {
    await fc.assert(
      fc.asyncProperty(scenarioArbitrary, async ({ generated, final, detours, shuffled }) => {
        const straight = await answersOf(await loadedClient(generated), final);
        const wandering = await loadedClient(generated);
        for (const change of [...detours, ...shuffled]) await wandering.edit([change]);
        expect(await answersOf(wandering, [])).toEqual(straight);
      }),
      runs(20),
    );
  });

  it('answers an edit as it answers a fresh load of the edited files', { timeout: timeFor(30) }, async () => {
    await fc.assert(
      fc.asyncProperty(scenarioArbitrary, async ({ generated, final }) => {
        const edited = await answersOf(await loadedClient(generated), final);
        const files = final.flatMap(({ path, text }) => (text === null ? [] : [{ path, text }]));
        const fresh = createInProcessClient(() => 0);
        await fresh.load(files, optionsOf(generated), filesOf(generated));
        expect(await answersOf(fresh, [])).toEqual(edited);
      }),
      runs(20),
    );
  });

  it('gives answers that can cross to another thread, and finds no flips when the edits are taken back', {
    timeout: timeFor(30),
  }, async () => {
    await fc.assert(
      fc.asyncProperty(scenarioArbitrary, async ({ generated, final }) => {
        const client = await loadedClient(generated);
        const edited = await answersOf(client, final);
        expect(structuredClone(edited)).toEqual(edited);
        const back = await answersOf(client, filesOf(generated));
        expect(back.flips).toEqual([]);
        expect(back.impact).toEqual({ opened: 0, closed: 0, unknown: 0 });
      }),
      runs(20),
    );
  });
});
