// Resources to a cluster and its policies in evaluation order, as the dialects of the chosen reading take them.
import { compareText } from '../base/compare-text.ts';
import { allDialects } from '../dialects/all-dialects.ts';
import type { CompileContext, PolicyKind } from '../dialects/dialect.ts';
import type { Diagnostic } from '../documents/diagnostic.ts';
import { buildCluster } from '../model/build-cluster.ts';
import type { AddressSet, Cluster, Endpoint, LabelView } from '../model/cluster.ts';
import { joinParts } from '../model/join-parts.ts';
import type { Policy, Tier } from '../model/policy.ts';
import { type Address, type Cidr, parseAddress } from '../net/cidr.ts';
import type { Resource } from '../resources/resource.ts';
import { nameObject } from './distinct-resources.ts';
import type { DomainFact, EngineOptions } from './engine-options.ts';
import { type InactivePolicy, leftOutPolicies } from './inactive-policies.ts';
import { resolvePeers } from './resolve-peers.ts';
import { collectVocabulary } from './vocabulary.ts';

export interface Assembly {
  readonly cluster: Cluster;
  readonly labelOf: LabelView;
  /** In evaluation order. */
  readonly tiers: readonly Tier[];
  /** In evaluation order. */
  readonly policies: readonly Policy[];
  readonly namedCIDRs: readonly Cidr[];
  readonly namedSets: readonly AddressSet[];
  readonly diagnostics: readonly Diagnostic[];
  readonly inactive: readonly InactivePolicy[];
}

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

/** Every dialect in turn says which resources it takes, and how. */
function review(
  resources: readonly Resource[],
  { semantics, pending }: EngineOptions,
): { resources: readonly Resource[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  let taken = resources;
  for (const dialect of allDialects) {
    const reviewed = dialect.review?.(taken, semantics, pending);
    if (!reviewed) continue;
    taken = reviewed.resources;
    diagnostics.push(...reviewed.diagnostics);
  }
  return { resources: taken, diagnostics };
}

function domainAddresses(domains: readonly DomainFact[]): Map<string, Address[]> {
  const known = new Map<string, Address[]>();
  for (const { name, addresses } of domains) {
    const own = known.get(name.toLowerCase()) ?? [];
    known.set(name.toLowerCase(), own);
    own.push(...addresses.flatMap((text) => parseAddress(text) ?? []));
  }
  return known;
}

/** Infinite orders are equal to one another. */
const compareOrders = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

function collectTiers(resources: readonly Resource[], options: EngineOptions): Tier[] {
  return allDialects
    .flatMap((dialect) => dialect.tiers(resources, options.semantics))
    .sort((a, b) => (a.stage ?? 0) - (b.stage ?? 0) || compareOrders(a.order, b.order) || compareText(a.name, b.name));
}

function compileAll(
  resources: readonly Resource[],
  context: CompileContext,
  options: EngineOptions,
): { policies: Policy[]; diagnostics: Diagnostic[] } {
  const policies: Policy[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const resource of resources) {
    const kind = allKinds.get(resource.kind);
    if (!kind) continue;
    if (kind.semantics && !kind.semantics.includes(options.semantics)) {
      diagnostics.push(ignoredPolicy(resource, kind, options));
      continue;
    }
    policies.push(...kind.compile(resource, context));
  }
  for (const dialect of allDialects) {
    const implied = dialect.implied?.(resources, context) ?? [];
    policies.push(...implied.map((policy): Policy => ({ ...policy, implied: true })));
  }
  return { policies, diagnostics };
}

/** By tier, then rank, then what breaks ties. */
function sortPolicies(policies: readonly Policy[], tiers: readonly Tier[]): Policy[] {
  const tierRank = new Map(tiers.map((tier, rank) => [tier.name, rank]));
  const rank = (policy: Policy): number => tierRank.get(policy.tier) ?? tiers.length;
  return [...policies].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      compareOrders(a.order, b.order) ||
      compareText(a.tieBreak ?? '', b.tieBreak ?? '') ||
      compareText(a.id, b.id),
  );
}

function labelViewOf(cluster: Cluster, options: EngineOptions): LabelView {
  for (const dialect of allDialects) {
    const view = dialect.labelView?.(cluster, options.semantics);
    if (view) return view;
  }
  return (endpoint, key) => endpoint.labels.get(key);
}

/** What allows an endpoint's flows that no tier decides, where the reading has a name for it. */
export function fallThroughName(endpoint: Endpoint, { semantics }: EngineOptions): string | undefined {
  for (const dialect of allDialects) {
    const name = dialect.fallThrough?.(endpoint, semantics);
    if (name !== undefined) return name;
  }
  return undefined;
}

/** Resources must be distinct by kind, namespace and name. Never throws. */
export function assemble(given: readonly Resource[], options: EngineOptions): Assembly {
  const { resources, diagnostics } = review(given, options);
  const rejected = new Set(diagnostics.flatMap((one) => (one.gap === 'rejected' && one.object ? [one.object] : [])));
  const { semantics, pending } = options;
  const known = { semantics, pending, domains: domainAddresses(options.domains) };
  const bare = buildCluster(resources);
  const parts = allDialects.flatMap((dialect) => dialect.contribute?.(resources, { ...known, cluster: bare }) ?? []);
  const cluster = joinParts(bare, parts);
  const tiers = collectTiers(resources, options);
  const compiled = compileAll(resources, { ...known, cluster }, options);
  const used = new Set<AddressSet>();
  const policies = sortPolicies(compiled.policies, tiers).map((policy) => resolvePeers(policy, cluster, used));
  const namedSets = cluster.sets.filter((set) => set.shown && used.has(set));
  return {
    cluster,
    labelOf: labelViewOf(cluster, options),
    tiers,
    policies,
    namedCIDRs: namedBySelves(compiled.policies, policies, used),
    namedSets,
    diagnostics: [...diagnostics, ...compiled.diagnostics],
    inactive: leftOutPolicies(given, resources, (resource) => rejected.has(nameObject(resource))),
  };
}

/** CIDRs of resolved policies without those that only a set brought in. */
function namedBySelves(
  written: readonly Policy[],
  resolved: readonly Policy[],
  sets: ReadonlySet<AddressSet>,
): readonly Cidr[] {
  const all = collectVocabulary(resolved).cidrs;
  if (sets.size === 0) return all;
  const own = new Set(collectVocabulary(written).cidrs.map((cidr) => cidr.text));
  const fromSets = new Set([...sets].flatMap((set) => set.cidrs.map((cidr) => cidr.text)));
  return all.filter((cidr) => own.has(cidr.text) || !fromSets.has(cidr.text));
}
