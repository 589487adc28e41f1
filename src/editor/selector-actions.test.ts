// What is offered at a selector: what it finds, and the nearest miss as a correction.
import { expect, it } from 'vitest';
import { cluster, policy } from '../testing/cluster-text.ts';
import { lookupOf } from '../testing/lookup-of.ts';
import { selectorActions } from './selector-actions.ts';

const file = policy('shop/web')`
  podSelector: {matchLabels: {app: web}}
  ingress: [{from: [{podSelector: {matchLabels: {app: dbb}}}]}]
`;

async function titlesAt(words: string): Promise<readonly string[]> {
  const { selectors } = await lookupOf([...cluster`shop: web{app=web}*2 db{app=db}`, file], file.path);
  const start = file.text.indexOf(words);
  return selectorActions(selectors, { start, end: start }).map(({ title }) => title);
}

it('shows what a selector finds, or why it finds nothing and what is near', async () => {
  expect(await titlesAt('app: web')).toEqual(['Show what this selector finds: 2 pods']);
  expect(await titlesAt('app: dbb')).toEqual([
    'Write app: db, which is on 1 pod',
    'Show why this selector finds nothing',
  ]);
  expect(await titlesAt('ingress')).toEqual([]);
});
