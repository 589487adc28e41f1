// The published schema.
import { expect, it } from 'vitest';
import { drawnDiff, flip } from '../testing/draw-diff.ts';
import { diffJson } from './diff-json.ts';

it('has the fields of sluice/diff/v1', () => {
  const unknown = flip('a/Pod/x -> internet TCP all unknown', 'denied', 'internet');
  const two = flip('a/Pod/x -> a/Pod/y TCP 80 denied', 'allowed', 'none', 'p.yaml:1: adds A', 'q.yaml:2: adds B');
  expect(JSON.parse(diffJson.export(drawnDiff([unknown, two])))).toMatchObject({
    schema: 'sluice/diff/v1',
    opened: [],
    closed: [
      { risk: 'none', risks: [], certainty: 'each', causes: [{ change: 'adds A' }, { file: 'q.yaml', line: 2 }] },
    ],
    unknown: [
      {
        src: 'a/Pod/x',
        dst: 'internet',
        was: 'denied',
        risk: 'internet',
        causes: [{ file: 'p.yaml', line: 7, change: 'changes order of NetworkPolicy a/p from 1 to 2' }],
      },
    ],
    summary: {
      ...{ opened: 0, closed: 1, unknown: 1, openedToInternet: 0 },
      byRisk: [
        { risk: 'internet', opened: 0, closed: 0, unknown: 1 },
        { risk: 'none', opened: 0, closed: 1, unknown: 0 },
      ],
    },
    changes: [],
  });
});

it('says how many flips it lists where that is not all', () => {
  const report = drawnDiff([], { isPartial: true, impact: { opened: 9, closed: 0, unknown: 0 } });
  expect(JSON.parse(diffJson.export(report)).summary).toMatchObject({ opened: 9, listed: 0 });
});
