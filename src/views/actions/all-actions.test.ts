// The list of actions: no two have one id or one key.
import { expect, it } from 'vitest';
import { allActions } from './all-actions.ts';

it('names each action once', () => {
  const ids = allActions.map(({ id }) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});

it('gives each key to one action', () => {
  const keys = allActions.flatMap((action) => action.keys ?? []);
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});
