// Rows of a cluster that has too many: the first by source, whatever they are then sorted by.
import { expect, it } from 'vitest';
import { cluster, policy } from '../testing/cluster-text.ts';
import { defaultOptions } from './engine-options.ts';
import { flipList, flowList, type RowChoice } from './flow-pages.ts';
import type { FlipRow } from './results.ts';
import { createSnapshot } from './snapshot.ts';

const files = cluster`
  a: web{app=web}:80 db{app=db}:5432
  b: cli{app=cli}:22
`;
const snapshot = createSnapshot(files, defaultOptions);
const bySource: RowChoice = { ports: 'declared', verdicts: ['allowed'], terms: [], sort: 'src', descending: false };
const from = (name: string): RowChoice => ({
  ...bySource,
  terms: [{ on: 'party', end: 'source', patterns: [{ by: 'name', name }], not: false }],
});
const sources = (choice: RowChoice, rows: number) => {
  const list = flowList(snapshot, choice, { rows, lookedAt: 1000 });
  return [list.isPartial, ...new Set(list.rows.map(({ src }) => src.replace('workload:', '')))];
};

it('lists all where there is room for all', () => {
  expect(sources(bySource, 100)).toEqual([false, 'a/Pod/db', 'a/Pod/web', 'b/Pod/cli', 'internet']);
});

it('lists the first sources, or the last ones where sources descend, and says that there are more', () => {
  expect(sources(bySource, 8)).toEqual([true, 'a/Pod/db', 'a/Pod/web']);
  expect(sources({ ...bySource, descending: true }, 8)).toEqual([true, 'internet', 'b/Pod/cli']);
});

it('filters before it counts the room', () => {
  expect(sources(from('cli'), 8)).toEqual([false, 'b/Pod/cli']);
});

it('looks at so many pairs and no more', () => {
  const list = flowList(snapshot, { ...bySource, verdicts: ['unknown'] }, { rows: 100, lookedAt: 3 });
  expect(list).toEqual({ rows: [], isPartial: true });
});

it('goes past sources of which nothing counts', () => {
  const closed = policy('b/closed')`{podSelector: {}, policyTypes: [Egress]}`;
  const choice: RowChoice = { ...bySource, verdicts: ['denied'] };
  const list = flowList(createSnapshot([...files, closed], defaultOptions), choice, { rows: 100, lookedAt: 6 });
  expect([...new Set(list.rows.map(({ src, dst }) => `${src} ${dst}`))]).toEqual([
    'workload:b/Pod/cli workload:a/Pod/db',
    'workload:b/Pod/cli workload:a/Pod/web',
    'workload:b/Pod/cli internet',
  ]);
});

it('takes flips from a list of any length', () => {
  const flip = {
    src: 'internet',
    dst: 'x',
    protocol: 'TCP',
    verdict: 'allowed',
    was: 'denied',
    flip: 'opened',
  } as const;
  function* endless(): Generator<FlipRow> {
    for (let port = 1; ; port++) yield { ...flip, ports: String(port) };
  }
  const isEven = ({ ports }: FlipRow): boolean => Number(ports) % 2 === 0;
  expect(flipList(endless(), isEven, { rows: 2, lookedAt: 100 })).toMatchObject({
    rows: [{ ports: '2' }, { ports: '4' }],
    isPartial: true,
  });
  expect(flipList(endless(), () => false, { rows: 2, lookedAt: 100 })).toEqual({ rows: [], isPartial: true });
});
