// What components read off the state.
import { describe, expect, it } from 'vitest';
import type { Problem } from '../engine/results.ts';
import { emptyReport } from '../testing/fake-engine-client.ts';
import { drawInventory } from '../testing/sample-inventory.ts';
import { changedPaths, incompleteDocumentsOf, nodesOf } from './selectors.ts';

const place = (file: string, start: number) => ({
  file,
  start,
  end: start,
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 1,
});

it('knows every node of the inventory', () => {
  const report = { ...emptyReport(1), ...drawInventory('shop: web!*2:80') };
  expect([...nodesOf(report).keys()]).toEqual([
    'internet',
    'namespace:shop',
    'workload:shop/Deployment/web',
    'pod:shop/web-0',
    'pod:shop/web-1',
  ]);
  expect(nodesOf(report)).toBe(nodesOf(report));
});

it('counts documents left out once, however many problems they have', () => {
  const problem = (object: string, gap?: Problem['gap']): Problem => ({
    code: 'c',
    severity: 'error',
    message: 'm',
    location: place('a.yaml', 0),
    object,
    ...(gap && { gap }),
  });
  const problems = [
    problem('P a', 'rejected'),
    problem('P a', 'rejected'),
    problem('P b', 'unreadable'),
    problem('P c'),
  ];
  expect(incompleteDocumentsOf({ ...emptyReport(1), problems })).toBe(2);
});

describe('changedPaths', () => {
  const a = { path: 'a', text: '1' };
  const b = { path: 'b', text: '2' };
  it.each([
    [[a, b], [a, b], []],
    [[{ ...a }], [a], []],
    [[{ path: 'a', text: 'x' }, b], [a, b], ['a']],
    [[a, b], [a], ['b']],
    [[a], [a, b], ['b']],
  ])('%#', (files, baseline, expected) => expect([...changedPaths(files, baseline)]).toEqual(expected));
});
