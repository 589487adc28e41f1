// Who may reach whom, whole namespaces at a time or workload by workload: counts of pairs and flips for every two of them.
import type { SnapshotDiff } from './diff-snapshots.ts';
import { FlowFilter } from './flow-filter.ts';
import type { FlowTerms } from './flow-terms.ts';
import { GroupFlips } from './group-flips.ts';
import { GroupTally } from './group-tally.ts';
import { MatrixCounts } from './matrix-counts.ts';
import { type MatrixEnds, matrixEnds } from './matrix-ends.ts';
import type { NodeId, PortScope, SnapshotId } from './results.ts';
import type { Snapshot } from './snapshot.ts';

export interface MatrixRequest {
  readonly ports: PortScope;
  /** Namespaces whose workloads have rows of their own, behind the namespace's. */
  readonly expandedNamespaces?: readonly NodeId[];
  /** Only flows and flips that meet these. */
  readonly terms?: FlowTerms;
}

/**
 * Rows are sources, columns destinations; the cell of row `i` and column
 * `j` is at `i * ends.length + j`. Numbers are of pairs of workloads (or hosts, or nodes outside), as in `PictureEdge.pairs`.
 */
export interface NamespaceMatrix {
  readonly snapshot: SnapshotId;
  /** Namespaces by name, an expanded one with its workloads behind it, then hosts, then what is outside. */
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
  /** The ports that are allowed, unknown, or asked for: a place in `labels`, whose first is empty. */
  readonly ports: Uint16Array;
  readonly labels: readonly string[];
  /** Flips of each cell; undefined where nothing changed at all. */
  readonly flips:
    | { readonly opened: Uint32Array; readonly closed: Uint32Array; readonly unknown: Uint32Array }
    | undefined;
}

/** `none`: no pair. The others are those of a picture's edge. */
export type MatrixVerdicts = readonly ['none', 'denied', 'unknown', 'mixed', 'allowed'];

function flipsOf(
  diff: SnapshotDiff,
  { ids, rowsOfGroup, groupOf }: MatrixEnds,
  filter: FlowFilter,
): NamespaceMatrix['flips'] {
  if (diff.isEmpty) return undefined;
  const size = ids.length;
  const rowsOf = (party: NodeId): readonly number[] => rowsOfGroup[groupOf.get(party) ?? -1] ?? [];
  const flips = new GroupFlips(diff, size, rowsOf, filter);
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
  { ports, expandedNamespaces = [], terms = [] }: MatrixRequest,
): Omit<NamespaceMatrix, 'snapshot'> {
  const filter = new FlowFilter(snapshot, terms);
  const ends = matrixEnds(snapshot, new Set(expandedNamespaces), filter);
  const groups = ends.rowsOfGroup.length;
  const tally = new GroupTally(snapshot, ends.parties, groups, ports, filter);
  const counts = new MatrixCounts(ends.ids.length, ends.rowsOfGroup, snapshot.table);
  for (let group = 0; group < groups; group++) counts.add(group, tally.from(group));
  return {
    ends: ends.ids,
    leftOut: ends.leftOut,
    uncounted: tally.uncounted.length,
    pairs: counts.pairs,
    allowed: counts.allowed,
    unknown: unlessAllZero(counts.unknown),
    verdicts: counts.verdicts(),
    ...counts.labels(),
    flips: flipsOf(diff, ends, filter),
  };
}
