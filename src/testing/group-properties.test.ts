// Counts by groups, which come from rows of columns, against counting every pair of workloads.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { diffSnapshots } from '../engine/diff-snapshots.ts';
import { allParties, endpointParty, scopeOf } from '../engine/flow-party.ts';
import { namespaceMatrix } from '../engine/namespace-matrix.ts';
import { pairCells, verdictAreas } from '../engine/pair-cells.ts';
import { drawPicture } from '../engine/picture.ts';
import { isGoverned } from '../engine/picture-parties.ts';
import type { PictureRequest, PortScope } from '../engine/results.ts';
import type { Snapshot } from '../engine/snapshot.ts';
import { wholeRanges } from '../net/connection-set.ts';
import { snapshotPairs, spreadPods } from './generate-snapshot-pair.ts';
import { runs, timeFor } from './property-runs.ts';

const ports = 'declared';

interface Count {
  pairs: number;
  allowed: number;
  unknown: number;
  flows: number;
  opened: number;
  closed: number;
  changed: number;
  isMixed: boolean;
}

type Party = ReturnType<typeof allParties>[number];

/** Every pair of parties, one by one, added up by the nodes that `nodeOf` names. */
function countPairs(
  snapshot: Snapshot,
  scope: PortScope,
  nodeOf: (party: Party) => string,
  isWanted: (src: Party, dst: Party) => boolean = () => true,
): Map<string, Count> {
  const counts = new Map<string, Count>();
  const { table, beyondPorts } = snapshot;
  for (const src of allParties(snapshot)) {
    for (const dst of allParties(snapshot)) {
      if ((src.isOutside && dst.isOutside) || !isWanted(src, dst)) continue;
      const areas = verdictAreas(pairCells(snapshot, src, dst), scopeOf(dst.ports, scope, table, beyondPorts), table);
      if (areas.length === 0) continue;
      const sum = countOf(counts, `${nodeOf(src)}->${nodeOf(dst)}`);
      sum.pairs++;
      if (areas[0]?.verdict === 'allowed') sum.allowed++;
      if (areas[0]?.verdict === 'unknown') sum.unknown++;
      for (const area of areas.filter(({ verdict }) => verdict !== 'denied')) {
        sum.flows += wholeRanges(table.set(area.points)).length;
        if (area.pairs < area.of) sum.isMixed = true;
      }
    }
  }
  return counts;
}

function countOf(counts: Map<string, Count>, key: string): Count {
  const sum = counts.get(key) ?? {
    ...{ pairs: 0, allowed: 0, unknown: 0, flows: 0, opened: 0, closed: 0, changed: 0 },
    isMixed: false,
  };
  counts.set(key, sum);
  return sum;
}

const nodeOfParty = (party: Party): string => party.namespace ?? party.id;
const nodeOfId = (id: string): string => id.replace(/^workload:([^/]*)\/.*$/, 'namespace:$1');

function addFlips(counts: Map<string, Count>, base: Snapshot, head: Snapshot, isHere: ReadonlySet<string>): void {
  for (const { src, dst, flip } of diffSnapshots(base, head, ports).flips) {
    if (!isHere.has(src) || !isHere.has(dst)) continue;
    const sum = countOf(counts, `${nodeOfId(src)}->${nodeOfId(dst)}`);
    sum[flip === 'unknown' ? 'changed' : flip]++;
  }
}

it('the matrix of namespaces counts every pair and every flip', { timeout: timeFor(40) }, () => {
  fc.assert(
    fc.property(snapshotPairs, ([base, head]) => {
      const matrix = namespaceMatrix(head, diffSnapshots(base, head, ports), { ports });
      const counts = countPairs(head, ports, nodeOfParty);
      addFlips(counts, base, head, new Set(allParties(head).map(({ id }) => id)));
      const { ends, flips } = matrix;
      for (const [row, from] of ends.entries()) {
        for (const [column, to] of ends.entries()) {
          const at = row * ends.length + column;
          const { pairs, allowed, unknown, opened, closed, changed } = countOf(counts, `${from}->${to}`);
          const found = [matrix.pairs[at], matrix.allowed[at], matrix.unknown[at] ?? 0];
          const flipped = [flips?.opened[at] ?? 0, flips?.closed[at] ?? 0, flips?.unknown[at] ?? 0];
          expect([from, to, ...found, ...flipped]).toEqual([
            from,
            to,
            pairs,
            allowed,
            unknown,
            opened,
            closed,
            changed,
          ]);
        }
      }
    }),
    runs(60),
  );
});

/** The verdict of each pod of one workload with each pod of another, in order of their names. */
function podVerdicts(snapshot: Snapshot, src: string, dst: string): string[] {
  const { endpoints, workloads } = snapshot.cluster;
  const podsOf = (id: string) =>
    (workloads.find((workload) => workload.id === id)?.endpoints ?? []).flatMap((index) => {
      const endpoint = endpoints[index];
      return endpoint ? [endpointParty(snapshot, index, endpoint)] : [];
    });
  return podsOf(src).flatMap((from) =>
    podsOf(dst).map((to) =>
      pairCells(snapshot, from, to)
        .map(({ verdict }) => `${verdict.allowed}/${verdict.unknown}`)
        .join(),
    ),
  );
}

it('flips are as many as are listed, and are where verdicts of pods differ', { timeout: timeFor(40) }, () => {
  fc.assert(
    fc.property(spreadPods, ([base, head]) => {
      const diff = diffSnapshots(base, head, ports);
      const { opened, closed, unknown } = diff.impact;
      expect(opened + closed + unknown).toBe(diff.flips.length);
      const flipped = new Set(diff.flips.map(({ src, dst }) => `${src}->${dst}`));
      const parties = allParties(head).filter(({ workload }) => workload !== undefined);
      for (const { id: src } of parties) {
        for (const { id: dst } of parties) {
          const differs = podVerdicts(base, src, dst).join() !== podVerdicts(head, src, dst).join();
          expect([src, dst, flipped.has(`${src}->${dst}`)]).toEqual([src, dst, differs]);
        }
      }
    }),
    runs(40),
  );
});

const edgesArbitrary = fc.constantFrom<PictureRequest['edges']>('governed', 'all');

it('the edges of a picture speak of the pairs that are wanted, and of all flips', { timeout: timeFor(40) }, () => {
  fc.assert(
    fc.property(snapshotPairs, edgesArbitrary, fc.boolean(), ([base, head], edges, isOpen) => {
      const expandedNamespaces = isOpen ? head.cluster.namespaces.map(({ name }) => `namespace:${name}`) : [];
      const request = { ports, expandedNamespaces, expandedWorkloads: [], edges, limit: 10_000 } as const;
      const picture = drawPicture(head, diffSnapshots(base, head, ports), request);
      const nodeOf = isOpen ? ({ id }: Party) => id : nodeOfParty;
      const governed = (party: Party, direction: 'egress' | 'ingress') =>
        edges === 'all' || isGoverned(head, party, direction);
      const wanted = countPairs(
        head,
        ports,
        nodeOf,
        (src, dst) => nodeOf(src) !== nodeOf(dst) && (governed(src, 'egress') || governed(dst, 'ingress')),
      );
      const drawn = new Map(picture.edges.map((edge) => [edge.id, edge]));
      for (const [id, { pairs, allowed, flows, isMixed }] of wanted) {
        const edge = drawn.get(id);
        if (flows === 0 && !edge) continue;
        expect([id, edge?.pairs.of, edge?.pairs.allowed, edge?.flows]).toEqual([id, pairs, allowed, flows]);
        const isPartly = allowed > 0 && (isMixed || allowed < pairs);
        if (flows > 0) expect([id, edge?.verdict === 'mixed']).toEqual([id, isPartly]);
      }
      const flips = new Map<string, Count>();
      if (!isOpen) addFlips(flips, base, head, new Set(allParties(head).map(({ id }) => id)));
      for (const [id, { opened, closed, changed }] of flips) {
        expect([id, drawn.get(id)?.impact]).toEqual([id, { opened, closed, unknown: changed }]);
      }
    }),
    runs(40),
  );
});
