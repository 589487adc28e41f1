// Graph, matrix and table are three views of one state: whatever is asked, at every expansion, they state the same facts.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { diffSnapshots } from '../engine/diff-snapshots.ts';
import { FlowFilter } from '../engine/flow-filter.ts';
import { flowList } from '../engine/flow-pages.ts';
import type { FlowTerm, FlowTerms, PartyPattern } from '../engine/flow-terms.ts';
import { partiesOf } from '../engine/known-parties.ts';
import { namespaceMatrix } from '../engine/namespace-matrix.ts';
import { drawPicture } from '../engine/picture.ts';
import type { FlipRow, FlowRow, NodeId, PictureEdge, Verdict } from '../engine/results.ts';
import type { Snapshot } from '../engine/snapshot.ts';
import { snapshotPairs } from './generate-snapshot-pair.ts';
import { runs, timeFor } from './property-runs.ts';

const everything = { rows: Number.POSITIVE_INFINITY, lookedAt: Number.POSITIVE_INFINITY };
const verdicts: readonly Verdict[] = ['allowed', 'denied', 'unknown'];

const pattern: fc.Arbitrary<PartyPattern> = fc.oneof(
  fc.record({ by: fc.constant('namespace' as const), name: fc.constantFrom('x', 'y*', '*') }),
  fc.record({ by: fc.constant('part' as const), text: fc.constantFrom('a', 'x/', 'b') }),
  fc.record({
    by: fc.constant('name' as const),
    namespace: fc.constantFrom('x', '*'),
    name: fc.constantFrom('a*', '*'),
  }),
  fc.record({ by: fc.constant('label' as const), key: fc.constantFrom('app', 'role') }),
  fc.record({ by: fc.constant('address' as const), text: fc.constantFrom('10.0.0.0/8', '10.0.0.1', '0.0.0.0/0') }),
  fc.record({ by: fc.constant('policy' as const), name: fc.constantFrom('p*', '*1', 'closed') }),
  fc.constant({ by: 'internet' as const }),
);
const term: fc.Arbitrary<FlowTerm> = fc.oneof(
  fc.record({
    on: fc.constant('party' as const),
    end: fc.constantFrom('source' as const, 'destination' as const, 'either' as const),
    patterns: fc.array(pattern, { minLength: 1, maxLength: 2 }),
    not: fc.boolean(),
  }),
  fc.record({ on: fc.constant('ports' as const), ranges: fc.constant([[80, 443]] as const), not: fc.boolean() }),
  fc.record({ on: fc.constant('protocol' as const), protocols: fc.constant(['TCP'] as const), not: fc.boolean() }),
  fc.record({
    on: fc.constant('verdict' as const),
    verdicts: fc.subarray([...verdicts], { minLength: 1 }),
    not: fc.boolean(),
  }),
  fc.record({
    on: fc.constant('flip' as const),
    flips: fc.constant(['opened', 'unknown'] as const),
    not: fc.boolean(),
  }),
);
const question = fc.record({
  terms: fc.array(term, { maxLength: 3 }),
  ports: fc.constantFrom('declared' as const, 'all' as const),
  open: fc.infiniteStream(fc.boolean()),
});

interface Facts {
  pairs: number;
  allowed: number;
  unknown: number;
  flows: number;
  isMixed: boolean;
  opened: number;
  closed: number;
  changed: number;
}

type FactsByCell = Map<string, Facts>;

function factsAt(facts: FactsByCell, source: NodeId, target: NodeId): Facts {
  const key = `${source}->${target}`;
  const none = { pairs: 0, allowed: 0, unknown: 0, flows: 0, isMixed: false, opened: 0, closed: 0, changed: 0 };
  const own = facts.get(key) ?? none;
  facts.set(key, own);
  return own;
}

/** What the table's rows come to between the nodes that stand for their ends. */
function factsOfTable(
  rows: readonly FlowRow[],
  flips: readonly FlipRow[],
  nodesOf: (id: NodeId) => readonly NodeId[],
  hasVerdicts: boolean,
): FactsByCell {
  const facts: FactsByCell = new Map();
  const best = new Map<string, Verdict>();
  const eachCell = ({ src, dst }: FlowRow, add: (cell: Facts) => void): void => {
    for (const source of nodesOf(src)) for (const target of nodesOf(dst)) add(factsAt(facts, source, target));
  };
  // Rows of one pair stand together.
  for (const row of rows) {
    const pair = `${row.src}->${row.dst}`;
    const before = best.get(pair);
    const isDrawn = hasVerdicts || row.verdict !== 'denied';
    eachCell(row, (cell) => {
      if (!before) cell.pairs++;
      if (before === 'unknown' && row.verdict === 'allowed') cell.unknown--;
      if (before !== 'allowed' && row.verdict === 'allowed') cell.allowed++;
      if ((before ?? 'denied') === 'denied' && row.verdict === 'unknown') cell.unknown++;
      if (isDrawn) cell.flows += row.ports.split(',').length;
      if (isDrawn && row.mixed) cell.isMixed = true;
    });
    const order: readonly (Verdict | undefined)[] = ['allowed', 'unknown', 'denied', undefined];
    if (order.indexOf(row.verdict) < order.indexOf(before)) best.set(pair, row.verdict);
  }
  for (const flip of flips) {
    eachCell(flip, (cell) => {
      cell[flip.flip === 'unknown' ? 'changed' : flip.flip]++;
    });
  }
  return facts;
}

function wordOf({ pairs, allowed, unknown, isMixed }: Facts): string {
  if (allowed > 0) return allowed < pairs || isMixed ? 'mixed' : 'allowed';
  return unknown > 0 ? 'unknown' : pairs > 0 ? 'denied' : 'none';
}

const words = ['none', 'denied', 'unknown', 'mixed', 'allowed'];

/** Facts as lines, so that a whole view is compared at once, and a failure shows the lines that differ. */
const lineOf = (source: string, target: string, facts: readonly unknown[]): string =>
  `${source} -> ${target}: ${facts.join(' ')}`;

function matrixLines(base: Snapshot, head: Snapshot, request: Parameters<typeof namespaceMatrix>[2]): string[] {
  const { ends, flips, ...cells } = namespaceMatrix(head, diffSnapshots(base, head, request.ports), request);
  return ends.flatMap((from, row) =>
    ends.map((to, column) => {
      const at = row * ends.length + column;
      const flipped = [flips?.opened[at] ?? 0, flips?.closed[at] ?? 0, flips?.unknown[at] ?? 0];
      const hasPorts = cells.labels[cells.ports[at] ?? 0] !== '';
      const word = words[cells.verdicts[at] ?? 0];
      return lineOf(from, to, [cells.pairs[at], cells.allowed[at], cells.unknown[at] ?? 0, word, hasPorts, ...flipped]);
    }),
  );
}

function tableLines(ends: readonly NodeId[], table: FactsByCell): string[] {
  return ends.flatMap((from) =>
    ends.map((to) => {
      const facts = factsAt(table, from, to);
      const { pairs, allowed, unknown, flows, opened, closed, changed } = facts;
      return lineOf(from, to, [pairs, allowed, unknown, wordOf(facts), flows > 0, opened, closed, changed]);
    }),
  );
}

/** What flows inside a closed group is the group's own affair, in the graph. */
const isEdge = ({ source, target }: Pick<PictureEdge, 'source' | 'target'>): boolean => source !== target;

function edgeLines(edges: readonly PictureEdge[]): string[] {
  return edges.filter(isEdge).map(({ source, target, pairs, flows, verdict, impact }) => {
    const { opened, closed, unknown } = impact;
    return lineOf(source, target, [pairs.of, pairs.allowed, flows, verdict, opened, closed, unknown]);
  });
}

function tableEdgeLines(table: FactsByCell): string[] {
  return [...table].flatMap(([id, facts]) => {
    const [source = '', target = ''] = id.split('->');
    const { pairs, allowed, flows, opened, closed, changed } = facts;
    if (!isEdge({ source, target }) || flows + opened + closed + changed === 0) return [];
    const word = wordOf(facts) === 'none' ? 'denied' : wordOf(facts);
    return [lineOf(source, target, [pairs, allowed, flows, word, opened, closed, changed])];
  });
}

it('graph, matrix and table state the same facts', { timeout: timeFor(180) }, () => {
  fc.assert(
    fc.property(snapshotPairs, question, ([base, head], { terms, ports, open }) => {
      const diff = diffSnapshots(base, head, ports);
      const list = { ports, verdicts, terms, sort: 'src', descending: false } as const;
      const { rows } = flowList(head, list, everything);
      const here = new Set(partiesOf(head).map(({ id }) => id));
      const filter = new FlowFilter(head, terms);
      const flips = [...diff.rows(diff.isEmpty ? undefined : diff.choose(filter))].filter(
        ({ src, dst }) => here.has(src) && here.has(dst),
      );
      const namespaces = head.cluster.namespaces.map(({ name }) => `namespace:${name}`);
      const expandedNamespaces = namespaces.filter(() => open.next().value);
      const expanded = new Set(expandedNamespaces);
      const namespaceOf = (id: NodeId): NodeId | undefined =>
        id.startsWith('workload:') ? id.replace(/^workload:([^/]*)\/.*$/, 'namespace:$1') : undefined;
      const isDrawnAlone = (id: NodeId): boolean => expanded.has(namespaceOf(id) ?? '');
      const drawnFrom = (nodesOf: (id: NodeId) => readonly NodeId[]): FactsByCell =>
        factsOfTable(rows, flips, nodesOf, filter.verdicts !== undefined);

      const inMatrix = drawnFrom((id) =>
        [namespaceOf(id) ?? [], isDrawnAlone(id) || !namespaceOf(id) ? id : []].flat(),
      );
      const asked = { ports, terms, expandedNamespaces };
      const { ends } = namespaceMatrix(head, diff, asked);
      expect(matrixLines(base, head, asked)).toEqual(tableLines(ends, inMatrix));

      const request = { ports, terms, expandedNamespaces, expandedWorkloads: [], edges: 'all', limit: 10_000 } as const;
      const { edges, meets } = drawPicture(head, diff, request);
      const inGraph = drawnFrom((id) => [isDrawnAlone(id) ? id : (namespaceOf(id) ?? id)]);
      expect(edgeLines(edges).sort()).toEqual(tableEdgeLines(inGraph).sort());
      expectMeets(meets, terms, inGraph);
    }),
    runs(120),
  );
});

/** The nodes that a filter leaves are those that some row of the table is about. */
function expectMeets(meets: readonly NodeId[] | undefined, terms: FlowTerms, table: FactsByCell) {
  const ends = [...table]
    .filter(([, { flows, opened, closed, changed }]) => flows + opened + closed + changed > 0)
    .flatMap(([id]) => id.split('->'));
  expect(meets?.toSorted()).toEqual(terms.length === 0 ? undefined : [...new Set(ends)].toSorted());
}
