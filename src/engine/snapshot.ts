// One complete input and what follows from it. A pure function of texts and options; verdicts are computed when asked for.
import type { Diagnostic } from '../documents/diagnostic.ts';
import type { SourceFile } from '../documents/source-file.ts';
import type { AddressSet, Cluster, LabelView } from '../model/cluster.ts';
import type { Policy, Tier } from '../model/policy.ts';
import { Bitset } from '../net/bitset.ts';
import type { Cidr } from '../net/cidr.ts';
import { ConnectionTable } from '../net/connection-table.ts';
import { assemble } from './assemble.ts';
import { distinctResources } from './distinct-resources.ts';
import type { EngineOptions } from './engine-options.ts';
import { governAll } from './governing.ts';
import { Ground } from './ground.ts';
import { type InactivePolicy, rejectedPolicies } from './inactive-policies.ts';
import { type FileReading, type ReadingCache, readWorkspace } from './read-workspace.ts';
import { SelectorIndex } from './selector-index.ts';
import { type TransitGates, transitGates } from './transit-gates.ts';
import { buildUniverse, type Universe } from './universe.ts';
import { VerdictMatrix } from './verdict-matrix.ts';
import { collectVocabulary } from './vocabulary.ts';

export interface Snapshot {
  readonly options: EngineOptions;
  readonly readings: readonly FileReading[];
  /** Of all files and of the whole: what readers, decoders and assembly had to say. */
  readonly diagnostics: readonly Diagnostic[];
  readonly cluster: Cluster;
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
}

/** What snapshots of one session share to be computed faster. */
export interface SnapshotCache {
  readonly readings: ReadingCache;
  /** Snapshots to be compared must share a table, so that equal sets are equal numbers. */
  readonly table: ConnectionTable;
}

export function createSnapshotCache(): SnapshotCache {
  return { readings: new Map(), table: new ConnectionTable() };
}

/** Computes the snapshot of these files. Files may come in any order. Never throws for bad manifests. */
export function createSnapshot(
  files: readonly SourceFile[],
  options: EngineOptions,
  cache: SnapshotCache = createSnapshotCache(),
): Snapshot {
  const readings = readWorkspace(files, cache.readings);
  const distinct = distinctResources(readings.flatMap((reading) => reading.decoded.resources));
  const assembled = assemble(distinct.resources, options);
  const { cluster, policies, tiers, labelOf } = assembled;
  const vocabulary = collectVocabulary(policies);
  const universe = buildUniverse(cluster, vocabulary, options, labelOf);
  const selectors = new SelectorIndex(cluster, universe, vocabulary.questions, labelOf);
  const subjects = policies.map((policy) => {
    const selected = selectors.select(policy.subject);
    return policy.perhapsOnHosts ? selected : selected.andNot(universe.hostNetwork);
  });
  const ground = new Ground(universe, selectors, cache.table, tiers);
  const placed = policies.map((policy, index) => ({ policy, subject: subjects[index] ?? new Bitset(universe.size) }));
  const matrix = new VerdictMatrix(ground, governAll(ground.lists, placed, universe.classes.length), policies);
  return {
    options,
    readings,
    diagnostics: [
      ...readings.flatMap((reading) => reading.diagnostics),
      ...distinct.diagnostics,
      ...assembled.diagnostics,
    ],
    cluster,
    labelOf,
    inactive: [...rejectedPolicies(readings), ...assembled.inactive],
    tiers,
    policies,
    namedCIDRs: assembled.namedCIDRs,
    namedSets: assembled.namedSets,
    beyondPorts: vocabulary.beyondPorts,
    universe,
    subjects,
    selectors,
    matrix,
    transit: transitGates(cluster, universe, matrix),
    table: cache.table,
  };
}
