// Flips as a person reads them.
import { expect, it } from 'vitest';
import { drawnDiff, flip } from '../testing/draw-diff.ts';
import { diffText } from './diff-text.ts';

it('begins with the sentence and gives each flip its cause', () =>
  expect(
    diffText.export(
      drawnDiff({
        opened: [
          flip('a/Pod/x -> internet TCP all allowed', 'denied', 'internet'),
          flip('a/Pod/x -> a/Pod/y TCP 80 allowed', 'denied', 'namespace'),
        ],
        closed: [flip('b/Pod/z -> a/Pod/y TCP 80 denied', 'allowed', 'cross-namespace')],
      }),
    ),
  ).toBe(`This change opens 2 flows (1 with addresses outside the cluster, 1 within a namespace) and closes 1 flow (1 between namespaces).

Opened:
  + a/Pod/x  → internet  TCP all ports  denied → allowed  internet
      p.yaml:7: changed NetworkPolicy a/p
  + a/Pod/x  → a/Pod/y   TCP 80         denied → allowed  namespace
      p.yaml:7: changed NetworkPolicy a/p

Closed:
  - b/Pod/z  → a/Pod/y  TCP 80  allowed → denied  cross-namespace
      p.yaml:7: changed NetworkPolicy a/p
`));

it('says when nothing flips', () =>
  expect(diffText.export(drawnDiff({}))).toBe('This change opens and closes nothing.\n'));
