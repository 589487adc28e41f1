// Flips as a person reads them.
import { expect, it } from 'vitest';
import { drawnDiff, flip } from '../testing/draw-diff.ts';
import { hostileNames } from '../testing/hostile-names.ts';
import { diffText } from './diff-text.ts';

it('begins with the sentence and tells flips by risk, those with one cause together', () => {
  const pair = flip('a/Pod/x -> internet TCP all allowed', 'denied', 'internet');
  expect(
    diffText.export(
      drawnDiff([
        pair,
        flip('a/Pod/x -> internet UDP all allowed', 'denied', 'internet'),
        flip('a/Pod/x -> a/Pod/y TCP 80 allowed', 'denied', 'none', 'p.yaml:1: adds A', 'q.yaml:2: adds B'),
        flip('b/Pod/z -> a/Pod/y TCP 80 denied', 'allowed', 'none'),
      ]),
    ),
  ).toBe(`This change opens 3 flows (2 with addresses outside the cluster) and closes 1 flow.

Opened, with addresses outside the cluster (2):
  + a/Pod/x  → internet  TCP all ports · UDP all ports
      p.yaml:7: changes order of NetworkPolicy a/p from 1 to 2

Opened (1):
  + a/Pod/x  → a/Pod/y  TCP 80
      takes all of these:
      p.yaml:1: adds A
      q.yaml:2: adds B

Closed (1):
  - b/Pod/z  → a/Pod/y  TCP 80
      p.yaml:7: changes order of NetworkPolicy a/p from 1 to 2
`);
});

it('says when nothing flips, and which changes that are', () => {
  const hunk = {
    id: 'x',
    change: 'changed',
    ...{ sentence: 'changes image of Deployment a/x', head: { file: 'x.yaml', line: 3 } },
    flips: { opened: 0, closed: 0, unknown: 0 },
  } as const;
  const changes = [{ change: 'changed', kind: 'Deployment', namespace: 'a', name: 'x', hunks: [hunk] }] as const;
  expect(diffText.export(drawnDiff([], { changes }))).toBe(`This change opens and closes nothing.

Flips nothing (1):
  x.yaml:3: changes image of Deployment a/x
`);
});

it('tells three hundred flips of one cause in a few lines', () => {
  const flips = Array.from({ length: 300 }, (_, at) =>
    flip(`a/Pod/x${at} -> a/Pod/y TCP 80 allowed`, 'denied', 'none'),
  );
  const text = diffText.export(drawnDiff(flips));
  expect(text.split('\n').length).toBeLessThan(20);
  expect(text).toContain('… and 292 more by the same change');
});

it('says where causes were not sought, and where none was found', () => {
  const one = flip('a/Pod/x -> a/Pod/y TCP 80 allowed', 'denied', 'none');
  const text = diffText.export(
    drawnDiff([
      { ...one, causes: [] },
      { ...one, causes: [], unsought: true },
    ]),
  );
  expect(text).toContain('causes were not sought');
  expect(text).toContain('no change of an object makes it');
});

it.each(hostileNames)('keeps a line a line with %j', (name) => {
  const one = flip('a -> b TCP 80 allowed', 'denied', 'none');
  const causes = [{ file: name, line: 1, change: name, id: name }];
  const text = diffText.export(drawnDiff([{ ...one, src: name, causes }]));
  expect(text.split('\n')).toHaveLength(6);
  expect(text).not.toContain('\u001b');
});
