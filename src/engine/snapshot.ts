// One complete input and what follows from it. A pure function of texts and options; verdicts are computed when asked for.
import { compareText } from '../base/compare-text.ts';
import { allDialects } from '../dialects/all-dialects.ts';
import type { Diagnostic } from '../documents/diagnostic.ts';
import type { SourceFile } from '../documents/source-file.ts';
import { buildCluster } from '../model/build-cluster.ts';
import type { Cluster } from '../model/cluster.ts';
import type { Policy, Tier } from '../model/policy.ts';
import type { Bitset } from '../net/bitset.ts';
import { ConnectionTable } from '../net/connection-table.ts';
import type { Resource } from '../resources/resource.ts';
import { distinctResources } from './distinct-resources.ts';
import type { EngineOptions } from './engine-options.ts';
import { PeerMatcher } from './peer-match.ts';
import { type FileReading, type ReadingCache, readWorkspace } from './read-workspace.ts';
import { SelectorIndex } from './selector-index.ts';
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
  /** In evaluation order. */
  readonly policies: readonly Policy[];
  readonly universe: Universe;
  /** Classes each policy applies to, by its place in `policies`. */
  readonly subjects: readonly Bitset[];
  readonly peers: PeerMatcher;
  readonly matrix: VerdictMatrix;
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

const allTiers: readonly Tier[] = allDialects
  .flatMap((dialect) => dialect.tiers)
  .sort((a, b) => a.order - b.order || compareText(a.name, b.name));

/** All policies in evaluation order: by tier, then rank, then id. */
function compilePolicies(resources: readonly Resource[]): Policy[] {
  const tierRank = new Map(allTiers.map((tier, rank) => [tier.name, rank]));
  const rank = (policy: Policy): number => tierRank.get(policy.tier) ?? allTiers.length;
  const policies: Policy[] = [];
  for (const resource of resources) {
    for (const kind of allDialects.flatMap((dialect) => dialect.kinds)) {
      const policy = kind.compile(resource);
      if (policy) policies.push(policy);
    }
  }
  return policies.sort((a, b) => rank(a) - rank(b) || a.order - b.order || compareText(a.id, b.id));
}

/** Computes the snapshot of these files. Files may come in any order. Never throws for bad manifests. */
export function createSnapshot(
  files: readonly SourceFile[],
  options: EngineOptions,
  cache: SnapshotCache = createSnapshotCache(),
): Snapshot {
  const readings = readWorkspace(files, cache.readings);
  const { resources, diagnostics } = distinctResources(readings.flatMap((reading) => reading.decoded.resources));
  const cluster = buildCluster(resources);
  const policies = compilePolicies(resources);
  const vocabulary = collectVocabulary(policies);
  const universe = buildUniverse(cluster, vocabulary, options);
  const selectors = new SelectorIndex(cluster, universe, vocabulary.labelKeys);
  const peers = new PeerMatcher(universe, selectors);
  const subjects = policies.map((policy) => selectors.select(policy.subject).andNot(universe.hostNetwork));
  const context = { universe, peers, table: cache.table, tiers: allTiers };
  return {
    options,
    readings,
    diagnostics: [...readings.flatMap((reading) => reading.diagnostics), ...diagnostics],
    cluster,
    tiers: allTiers,
    policies,
    universe,
    subjects,
    peers,
    matrix: new VerdictMatrix(context, policies, subjects),
    table: cache.table,
  };
}
