// A review that gives way to the next edit.
import { expect, it } from 'vitest';
import { defaultOptions } from '../engine/engine-options.ts';
import { EngineSession } from '../engine/engine-session.ts';
import { dbPolicy, shopPods } from '../testing/shop-manifests.ts';
import { findReview } from './find-review.ts';

const files = (from: string | undefined) => [
  { path: 'pods.yaml', text: shopPods },
  { path: 'db.yaml', text: dbPolicy(from) },
];

function loaded(): EngineSession {
  const session = new EngineSession(() => 0);
  session.load(files(undefined), defaultOptions, files('web'));
  return session;
}

it('is of the draft against its baseline, and plain data', async () => {
  const session = loaded();
  const review = await findReview(session, { ports: 'declared' });
  expect(review.snapshot).toBe(session.draft.id);
  expect(review.flips.map(({ src, flip, causes }) => [src, flip, causes.length])).toEqual([
    ['workload:shop/Pod/web', 'closed', 1],
  ]);
  expect(structuredClone(review)).toEqual(review);
});

it('is empty once another draft has taken its place', async () => {
  const session = loaded();
  const asked = findReview(session, { ports: 'declared' });
  session.edit([{ path: 'db.yaml', text: dbPolicy('db') }]);
  expect((await asked).changes).toEqual([]);
});
