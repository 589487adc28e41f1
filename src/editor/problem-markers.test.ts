// Problems become markers of their own file.
import { expect, it } from 'vitest';
import { reportOf } from '../testing/report-of.ts';
import { problemMarkers } from './problem-markers.ts';

it('says message, advice, code and place, in the order of the text', async () => {
  const text =
    'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p}\nspec:\n  podselector: {}\n  egres: []\n';
  const { problems } = await reportOf([
    { path: 'p.yaml', text },
    { path: 'q.yaml', text: '{' },
  ]);
  const markers = problemMarkers(problems, 'p.yaml').filter(({ severity }) => severity === 8);
  expect(
    markers.map(({ code, startLineNumber, startColumn, endColumn }) => [code, startLineNumber, startColumn, endColumn]),
  ).toEqual([
    ['unknown-field', 5, 3, 14],
    ['unknown-field', 6, 3, 8],
  ]);
  expect(markers[0]?.message).toMatch(/podselector.*\n.*podSelector/);
});
