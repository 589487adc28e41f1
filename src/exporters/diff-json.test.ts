// The published schema.
import { expect, it } from 'vitest';
import { drawnDiff, flip } from '../testing/draw-diff.ts';
import { diffJson } from './diff-json.ts';

it('has the fields of sluice/diff/v1', () => {
  const unknown = [flip('a/Pod/x -> internet TCP all unknown', 'denied', 'internet')];
  expect(JSON.parse(diffJson.export(drawnDiff({ unknown })))).toMatchObject({
    schema: 'sluice/diff/v1',
    opened: [],
    closed: [],
    unknown: [
      {
        src: 'a/Pod/x',
        dst: 'internet',
        was: 'denied',
        risk: 'internet',
        causes: [{ file: 'p.yaml', line: 7, change: 'changed NetworkPolicy a/p' }],
      },
    ],
    summary: { opened: 0, closed: 0, unknown: 1, sentence: 'This change turns 1 flow to or from unknown.' },
  });
});
