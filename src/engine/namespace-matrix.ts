// Who may reach whom, whole namespaces at a time: counts of pairs and flips for every two of them.
import type { SnapshotDiff } from './diff-snapshots.ts';
import type { FlowParty } from './flow-party.ts';
import { GroupFlips } from './group-flips.ts';
import type { GroupedParty } from './group-parties.ts';
import { GroupTally, type OutcomeCounts } from './group-tally.ts';
import { partiesOf } from './known-parties.ts';
import type { NodeId, PortScope, SnapshotId } from './results.ts';
import type { Snapshot } from './snapshot.ts';

export interface MatrixRequest {
  readonly ports: PortScope;
}

/**
 * Who may reach whom, whole namespaces at a time. Rows are sources, columns destinations; the cell of row `i` and column
 * `j` is at `i * ends.length + j`. Numbers are of pairs of workloads (or hosts, or nodes outside), as in `PictureEdge.pairs`.
 */
export interface NamespaceMatrix {
  readonly snapshot: SnapshotId;
  /** Namespaces by name, then hosts, then what is outside. */
  readonly ends: readonly NodeId[];
  /** Hosts and nodes outside that have no row, for there are too many. */
  readonly leftOut: number;
  /** Workloads whose pods differ, and which were too many to be counted; the cells lack them. */
  readonly uncounted: number;
  /** Pairs in all; where there is none, no flow is possible between the two: addresses outside, or one pod and itself. */
  readonly pairs: Uint32Array;
  /** Pairs with some allowed flow, and pairs with none allowed and some unknown. Of length 0, as those of flips, where no cell has any. */
  readonly allowed: Uint32Array;
  readonly unknown: Uint32Array;
  /** Places in `MatrixVerdicts`: as of a picture's edge. */
  readonly verdicts: Uint8Array;
  /** Flips of each cell; undefined where nothing changed at all. */
  readonly flips:
    | { readonly opened: Uint32Array; readonly closed: Uint32Array; readonly unknown: Uint32Array }
    | undefined;
}

/** `none`: no pair. The others are those of a picture's edge. */
export type MatrixVerdicts = readonly ['none', 'denied', 'unknown', 'mixed', 'allowed'];

/** Hosts and nodes outside with a row of their own, each. */
const MAX_SINGLE = 100;

const [NONE, DENIED, UNKNOWN, MIXED, ALLOWED] = [0, 1, 2, 3, 4] as const;

/** The rows of the matrix, and the row each party counts in. */
interface Ends {
  readonly ids: readonly NodeId[];
  readonly parties: readonly GroupedParty[];
  readonly rowOf: ReadonlyMap<NodeId, number>;
  readonly leftOut: number;
}

function endsOf(snapshot: Snapshot): Ends {
  const all = partiesOf(snapshot);
  const single = (isOutside: boolean): FlowParty[] =>
    all.filter((party) => party.namespace === undefined && party.isOutside === isOutside);
  const named = [...single(false).slice(0, MAX_SINGLE), ...single(true).slice(0, MAX_SINGLE)].map(({ id }) => id);
  const ids = [...snapshot.cluster.namespaces.map(({ name }) => `namespace:${name}`), ...named];
  const rows = new Map(ids.map((id, row) => [id, row]));
  const rowOf = new Map<NodeId, number>();
  const parties = all.flatMap((party): GroupedParty[] => {
    const group = rows.get(party.namespace ?? party.id);
    if (group === undefined) return [];
    rowOf.set(party.id, group);
    return [{ party, group, wantsFrom: true, wantsTo: true }];
  });
  return { ids, parties, rowOf, leftOut: all.length - parties.length };
}

type Counts = Pick<NamespaceMatrix, 'pairs' | 'allowed' | 'unknown' | 'verdicts'>;

/** Lays the counts of one row into the matrix. */
function fillRow(counts: Counts, start: number, size: number, rows: readonly OutcomeCounts[]): void {
  const mixed = new Uint8Array(size);
  for (const { outcome, pairs } of rows) {
    const own = outcome.best === 'allowed' ? counts.allowed : outcome.best === 'unknown' ? counts.unknown : undefined;
    for (let column = 0; column < size; column++) {
      const count = pairs[column] ?? 0;
      if (count === 0) continue;
      const at = start + column;
      counts.pairs[at] = (counts.pairs[at] ?? 0) + count;
      if (own) own[at] = (own[at] ?? 0) + count;
      if (outcome.isMixed) mixed[column] = 1;
    }
  }
  for (let column = 0; column < size; column++) {
    const at = start + column;
    const [pairs = 0, allowed = 0, unknown = 0] = [counts.pairs[at], counts.allowed[at], counts.unknown[at]];
    const isMixed = allowed > 0 && (allowed < pairs || mixed[column] === 1);
    counts.verdicts[at] = isMixed ? MIXED : allowed > 0 ? ALLOWED : unknown > 0 ? UNKNOWN : pairs > 0 ? DENIED : NONE;
  }
}

function flipsOf(diff: SnapshotDiff, { ids, rowOf }: Ends): NamespaceMatrix['flips'] {
  if (diff.isEmpty) return undefined;
  const size = ids.length;
  const flips = new GroupFlips(diff, size, (party) => {
    const row = rowOf.get(party);
    return row === undefined ? [] : [row];
  });
  if (flips.sources.size === 0) return undefined;
  const [opened, closed, unknown] = [
    new Uint32Array(size ** 2),
    new Uint32Array(size ** 2),
    new Uint32Array(size ** 2),
  ];
  for (const row of flips.sources) {
    const counts = flips.from(row);
    opened.set(counts.opened, row * size);
    closed.set(counts.closed, row * size);
    unknown.set(counts.unknown, row * size);
  }
  return { opened: unlessAllZero(opened), closed: unlessAllZero(closed), unknown: unlessAllZero(unknown) };
}

/** Four bytes for each of a million cells are worth leaving out: a matrix is answered for every pause in typing. */
function unlessAllZero(counts: Uint32Array): Uint32Array {
  for (let at = 0; at < counts.length; at++) if (counts[at] !== 0) return counts;
  return new Uint32Array(0);
}

/** The matrix of a snapshot, with what the diff says. */
export function namespaceMatrix(
  snapshot: Snapshot,
  diff: SnapshotDiff,
  { ports }: MatrixRequest,
): Omit<NamespaceMatrix, 'snapshot'> {
  const ends = endsOf(snapshot);
  const size = ends.ids.length;
  const tally = new GroupTally(snapshot, ends.parties, size, ports);
  const counts = {
    pairs: new Uint32Array(size ** 2),
    allowed: new Uint32Array(size ** 2),
    unknown: new Uint32Array(size ** 2),
    verdicts: new Uint8Array(size ** 2),
  };
  for (const row of ends.ids.keys()) fillRow(counts, row * size, size, tally.from(row));
  const { leftOut } = ends;
  const unknown = unlessAllZero(counts.unknown);
  return { ends: ends.ids, leftOut, uncounted: tally.uncounted.length, ...counts, unknown, flips: flipsOf(diff, ends) };
}
