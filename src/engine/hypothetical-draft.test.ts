// What would be is judged as if it were so, and the draft stays as it is.
import { describe, expect, it } from 'vitest';
import { cluster, policy } from '../testing/cluster-text.ts';
import { compareSnapshots } from './diff-snapshots.ts';
import { defaultOptions } from './engine-options.ts';
import { EngineSession } from './engine-session.ts';
import { hypotheticalDraft } from './hypothetical-draft.ts';
import { NO_IMPACT } from './impact.ts';
import { createSnapshot, createSnapshotCache } from './snapshot.ts';

const shop = cluster`shop: web{app=web}:80 db{app=db}:3306 cli`;
const deny = policy('shop/deny')`{podSelector: {matchLabels: {app: web}}}`;
const denyAll = { path: deny.path, text: deny.text.replace('{matchLabels: {app: web}}', '{}') };

const files = [...shop, deny];

const cache = createSnapshotCache();
const draft = createSnapshot(files, defaultOptions, cache);

describe('a hypothetical draft', () => {
  it.each([
    ['another text', [denyAll]],
    ['no such file', [{ path: deny.path, text: null }]],
    ['a new file', [{ path: 'a-first.yaml', text: denyAll.text.replace('deny', 'first') }]],
    ['a file that was not there is not there', [{ path: 'gone.yaml', text: null }]],
  ])('flips what the edit would flip: %s', (_, changes) => {
    const told = hypotheticalDraft(draft, changes, cache);
    const session = new EngineSession(() => 0);
    session.load(files, defaultOptions);
    session.edit(changes);
    expect(compareSnapshots(draft, told, cache, 'all').impact).toEqual(session.diff('all').impact);
    expect(told.policies.map(({ id }) => id)).toEqual(session.draft.snapshot.policies.map(({ id }) => id));
  });

  it('leaves the draft and what is known of its files as they were', () => {
    hypotheticalDraft(draft, [denyAll], cache);
    const again = createSnapshot(files, defaultOptions, cache);
    expect(again.policies[0]).toBe(draft.policies[0]);
    expect(compareSnapshots(draft, again, cache, 'all').impact).toEqual(NO_IMPACT);
  });

  it('judges under the options of the draft', () => {
    const strict = createSnapshot(files, { ...defaultOptions, semantics: 'kubernetes' }, cache);
    expect(hypotheticalDraft(strict, [denyAll], cache).options.semantics).toBe('kubernetes');
  });
});
