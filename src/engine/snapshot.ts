// One complete input and what follows from it. A pure function of texts and options; verdicts are computed when asked for.
import { compareText } from '../base/compare-text.ts';
import { allDialects } from '../dialects/all-dialects.ts';
import type { PolicyKind } from '../dialects/dialect.ts';
import type { Diagnostic } from '../documents/diagnostic.ts';
import type { SourceFile } from '../documents/source-file.ts';
import { buildCluster } from '../model/build-cluster.ts';
import type { Cluster } from '../model/cluster.ts';
import type { Policy, Tier } from '../model/policy.ts';
import type { Bitset } from '../net/bitset.ts';
import { ConnectionTable } from '../net/connection-table.ts';
import type { Resource } from '../resources/resource.ts';
import { distinctResources, nameObject } from './distinct-resources.ts';
import type { EngineOptions } from './engine-options.ts';
import { type FileReading, type ReadingCache, readWorkspace } from './read-workspace.ts';
import { resolveHosts } from './resolve-hosts.ts';
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

const allKinds: ReadonlyMap<string, PolicyKind> = new Map(
  allDialects.flatMap((dialect) => dialect.kinds).map((kind) => [kind.kind, kind]),
);

/** A policy that the chosen implementation does not read has no effect, and says so. */
function ignoredPolicy(resource: Resource, kind: PolicyKind, options: EngineOptions): Diagnostic {
  return {
    code: 'policy-ignored',
    severity: 'warning',
    message: `\`${nameObject(resource)}\` has no effect under the semantics ${options.semantics}, which do not include ${resource.kind}`,
    advice: `Choose another implementation's reading, one of: ${kind.semantics?.join(', ')}.`,
    range: resource.nameRange,
    object: nameObject(resource),
  };
}

/** All policies in evaluation order: by tier, then rank, then id. */
function compilePolicies(
  resources: readonly Resource[],
  cluster: Cluster,
  options: EngineOptions,
): { policies: Policy[]; diagnostics: Diagnostic[] } {
  const tierRank = new Map(allTiers.map((tier, rank) => [tier.name, rank]));
  const rank = (policy: Policy): number => tierRank.get(policy.tier) ?? allTiers.length;
  const policies: Policy[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const resource of resources) {
    const kind = allKinds.get(resource.kind);
    if (!kind) continue;
    if (kind.semantics && !kind.semantics.includes(options.semantics)) {
      diagnostics.push(ignoredPolicy(resource, kind, options));
      continue;
    }
    const policy = kind.compile(resource);
    if (policy) policies.push(resolveHosts(policy, cluster.hosts));
  }
  policies.sort((a, b) => rank(a) - rank(b) || a.order - b.order || compareText(a.id, b.id));
  return { policies, diagnostics };
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
  const { policies, diagnostics: ignored } = compilePolicies(resources, cluster, options);
  const vocabulary = collectVocabulary(policies);
  const universe = buildUniverse(cluster, vocabulary, options);
  const selectors = new SelectorIndex(cluster, universe, vocabulary.labelKeys);
  const subjects = policies.map((policy) => selectors.select(policy.subject).andNot(universe.hostNetwork));
  return {
    options,
    readings,
    diagnostics: [...readings.flatMap((reading) => reading.diagnostics), ...diagnostics, ...ignored],
    cluster,
    tiers: allTiers,
    policies,
    universe,
    subjects,
    matrix: new VerdictMatrix({ universe, selectors, table: cache.table, tiers: allTiers, policies, subjects }),
    table: cache.table,
  };
}
