// One complete input and what follows from it. A pure function of texts and options; verdicts are computed when asked for.
import type { Diagnostic } from '../documents/diagnostic.ts';
import type { AddressSet, Cluster, ClusterAssumption, LabelView } from '../model/cluster.ts';
import type { Policy, Tier } from '../model/policy.ts';
import type { Bitset } from '../net/bitset.ts';
import type { Cidr } from '../net/cidr.ts';
import { ConnectionTable } from '../net/connection-table.ts';
import { Assembler } from './assemble.ts';
import type { EngineOptions } from './engine-options.ts';
import type { Ground } from './ground.ts';
import { GroundStore } from './ground-store.ts';
import type { InactivePolicy } from './inactive-policies.ts';
import { type FileReading, type LoadedFile, type ReadingCache, readWorkspace } from './read-workspace.ts';
import type { SelectorIndex } from './selector-index.ts';
import { type TransitGates, transitGates } from './transit-gates.ts';
import type { Universe } from './universe.ts';
import { VerdictMatrix } from './verdict-matrix.ts';
import { collectVocabulary } from './vocabulary.ts';

export interface Snapshot {
  readonly options: EngineOptions;
  readonly readings: readonly FileReading[];
  /** Of all files and of the whole: what readers, decoders and assembly had to say. */
  readonly diagnostics: readonly Diagnostic[];
  readonly cluster: Cluster;
  readonly assumptions: readonly ClusterAssumption[];
  readonly tiers: readonly Tier[];
  /** The labels that selectors see. */
  readonly labelOf: LabelView;
  /** Policies that are in the manifests and take no part, in path order. */
  readonly inactive: readonly InactivePolicy[];
  /** In evaluation order. */
  readonly policies: readonly Policy[];
  readonly universe: Universe;
  /** CIDRs that policies name themselves, beside those of the sets they select. */
  readonly namedCIDRs: readonly Cidr[];
  /** Address sets that some rule selects, sorted. */
  readonly namedSets: readonly AddressSet[];
  /** True where policies tell apart traffic without ports, so that it counts among all traffic. */
  readonly beyondPorts: boolean;
  /** Classes each policy applies to, by its place in `policies`. */
  readonly subjects: readonly Bitset[];
  readonly selectors: SelectorIndex;
  readonly matrix: VerdictMatrix;
  /** Hosts whose policy judges what they forward. */
  readonly transit: TransitGates;
  readonly table: ConnectionTable;
  /** What it shares with other snapshots: those on one ground compare column by column. */
  readonly ground: Ground;
}

/** What snapshots of one session share to be computed faster. A cache changes how fast an answer comes, never the answer. */
export interface SnapshotCache {
  readonly readings: ReadingCache;
  /** Snapshots to be compared must share a table, so that equal sets are equal numbers. */
  readonly table: ConnectionTable;
  readonly assembler: Assembler;
  readonly grounds: GroundStore;
}

export function createSnapshotCache(readings: ReadingCache = new Map()): SnapshotCache {
  const table = new ConnectionTable();
  return { readings, table, assembler: new Assembler(), grounds: new GroundStore(table) };
}

/** Computes the snapshot of these files. Files may come in any order. Never throws for bad manifests. */
export function createSnapshot(
  files: readonly LoadedFile[],
  options: EngineOptions,
  cache: SnapshotCache = createSnapshotCache(),
): Snapshot {
  return evaluateReadings(readWorkspace(files, cache.readings), options, cache);
}

/** Computes the snapshot of files that were read already; `readings` in path order. */
export function evaluateReadings(
  readings: readonly FileReading[],
  options: EngineOptions,
  cache: SnapshotCache = createSnapshotCache(),
): Snapshot {
  const assembled = cache.assembler.assemble(readings, options);
  const { cluster, policies, tiers, labelOf } = assembled;
  const { ground, subjects, governs, beyondPorts } = cache.grounds.place(assembled, options);
  const { universe, selectors } = ground;
  const matrix = new VerdictMatrix(ground, governs, policies);
  const hasGates = cluster.hostEndpoints.length > 0;
  return {
    options,
    readings,
    diagnostics: assembled.diagnostics,
    cluster,
    assumptions: assembled.assumptions,
    labelOf,
    inactive: assembled.inactive,
    tiers,
    policies,
    namedCIDRs: assembled.namedCIDRs,
    namedSets: assembled.namedSets,
    beyondPorts,
    universe,
    subjects,
    selectors,
    matrix,
    transit: hasGates ? transitGates(cluster, universe, matrix) : new Map(),
    table: cache.table,
    ground,
  };
}

/**
 * Two snapshots of one cluster on one ground, so that they compare column by column; the given ones where that would
 * change what they say. Their answers stay the same: only more is told apart than each of them needs.
 */
export function onOneGround(base: Snapshot, head: Snapshot, cache: SnapshotCache): readonly [Snapshot, Snapshot] {
  const isAlike =
    base.cluster === head.cluster &&
    base.tiers === head.tiers &&
    base.universe.families.join() === head.universe.families.join() &&
    base.options.podCIDRs.join() === head.options.podCIDRs.join();
  if (base.ground === head.ground || !isAlike) return [base, head];
  const policies = [...new Set([...base.policies, ...head.policies])];
  const { cidrs } = collectVocabulary(policies);
  const { cluster, tiers, labelOf, options } = head;
  const { ground } = cache.grounds.place({ cluster, tiers, labelOf, cidrs, policies }, options);
  const moved = (snapshot: Snapshot): Snapshot => {
    const placed = cache.grounds.placeOn(ground, snapshot.policies);
    const { universe, selectors } = ground;
    const matrix = new VerdictMatrix(ground, placed.governs, snapshot.policies);
    const transit = snapshot.cluster.hostEndpoints.length > 0 ? transitGates(cluster, universe, matrix) : new Map();
    return { ...snapshot, ground, universe, selectors, matrix, transit, subjects: placed.subjects };
  };
  return [moved(base), moved(head)];
}
