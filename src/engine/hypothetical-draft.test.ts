// What would be is judged as if it were so, and the draft stays as it is.
import { describe, expect, it } from 'vitest';
import { cluster, policy } from '../testing/cluster-text.ts';
import { defaultOptions } from './engine-options.ts';
import { EngineSession } from './engine-session.ts';

const shop = cluster`shop: web{app=web}:80 db{app=db}:3306 cli`;
const deny = policy('shop/deny')`{podSelector: {matchLabels: {app: web}}}`;
const denyAll = { path: deny.path, text: deny.text.replace('{matchLabels: {app: web}}', '{}') };

function opened() {
  const session = new EngineSession(() => 0);
  session.load([...shop, deny], defaultOptions);
  return session;
}

describe('a hypothetical draft', () => {
  it.each([
    ['another text', [denyAll]],
    ['no such file', [{ path: deny.path, text: null }]],
    ['a new file', [{ path: 'a-first.yaml', text: denyAll.text.replace('deny', 'first') }]],
    ['a file that was not there is not there', [{ path: 'gone.yaml', text: null }]],
  ])('flips what the edit would flip: %s', (_, changes) => {
    const session = opened();
    const told = session.hypotheticalDiff(changes, 'all').impact;
    const edited = opened();
    edited.edit(changes);
    expect(told).toEqual(edited.diff('all').impact);
    expect(session.hypothetical(changes).policies.map(({ id }) => id)).toEqual(
      edited.draft.snapshot.policies.map(({ id }) => id),
    );
  });

  it('leaves the draft, its flips and its next edit as they were', () => {
    const session = opened();
    const { draft } = session;
    session.hypotheticalDiff([denyAll], 'all');
    expect(session.draft).toBe(draft);
    const other = { path: 'other.yaml', text: '' };
    expect(session.edit([other]).impact).toEqual({ opened: 0, closed: 0, unknown: 0 });
    const [before] = draft.snapshot.policies;
    expect(session.draft.snapshot.policies[0]).toBe(before);
  });

  it('judges under the options of the draft', () => {
    const session = opened();
    session.setOptions({ ...defaultOptions, semantics: 'kubernetes' });
    expect(session.hypothetical([denyAll]).options.semantics).toBe('kubernetes');
  });
});
