// Resources to a cluster and its policies in evaluation order, as the dialects of the chosen reading take them.
import { compareText } from '../base/compare-text.ts';
import { Recent } from '../base/recent.ts';
import { allDialects } from '../dialects/all-dialects.ts';
import type { CompileContext } from '../dialects/dialect.ts';
import type { Diagnostic } from '../documents/diagnostic.ts';
import { buildCluster } from '../model/build-cluster.ts';
import type { AddressSet, Cluster, ClusterAssumption, Endpoint, LabelView } from '../model/cluster.ts';
import { joinParts } from '../model/join-parts.ts';
import type { Policy, Tier } from '../model/policy.ts';
import { type Address, type Cidr, parseAddress } from '../net/cidr.ts';
import type { Resource } from '../resources/resource.ts';
import { type CompiledPolicy, PolicyCompiler } from './compile-policies.ts';
import { nameObject } from './distinct-resources.ts';
import type { DomainFact, EngineOptions } from './engine-options.ts';
import { type AssembledInput, followAssembly, nearestInput } from './follow-assembly.ts';
import { type InactivePolicy, leftOutPolicies, rejectedPolicies } from './inactive-policies.ts';
import { isPolicyKind } from './policy-kinds.ts';
import type { FileReading } from './read-workspace.ts';
import { type ComparePolicies, compareOrders, evaluationOrder, sortPolicies } from './sort-policies.ts';
import { type Inventory, ResourceSplitter } from './split-resources.ts';
import { collectVocabulary, policyVocabulary } from './vocabulary.ts';

export interface Assembly {
  readonly cluster: Cluster;
  readonly labelOf: LabelView;
  /** In evaluation order. */
  readonly tiers: readonly Tier[];
  /** In evaluation order. */
  readonly policies: readonly Policy[];
  /** All CIDRs that rules speak of, those of sets and hosts included; the very same list for the same rules. */
  readonly cidrs: readonly Cidr[];
  readonly namedCIDRs: readonly Cidr[];
  readonly namedSets: readonly AddressSet[];
  readonly assumptions: readonly ClusterAssumption[];
  /** What the files say for themselves included. */
  readonly diagnostics: readonly Diagnostic[];
  readonly inactive: readonly InactivePolicy[];
  /** Where only a few policies differ from those of an assembly before: its policies, and the places where others stand now. */
  readonly replaced?: { readonly before: readonly Policy[]; readonly places: readonly number[] };
}

type NamedAddresses = Pick<Assembly, 'cidrs' | 'namedCIDRs' | 'namedSets'>;

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

function collectTiers(resources: readonly Resource[], options: EngineOptions): Tier[] {
  return allDialects
    .flatMap((dialect) => dialect.tiers(resources, options.semantics))
    .sort((a, b) => (a.stage ?? 0) - (b.stage ?? 0) || compareOrders(a.order, b.order) || compareText(a.name, b.name));
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

/** What objects outside of the inventory tell about the cluster: namespaces that only they name, and that they name none. */
function mentionsOf(resources: readonly Resource[], { namespaces }: Inventory): string {
  const told = new Set<string>();
  for (const { kind, meta } of resources) {
    if (!namespaces.has(meta.namespace)) told.add(meta.namespace);
    if (!meta.namespaceGiven && meta.namespace !== '') told.add(`${kind} ${meta.name}`);
  }
  return [...told].sort(compareText).join('\n');
}

interface Setting {
  readonly cluster: Cluster;
  readonly labelOf: LabelView;
  readonly compiler: PolicyCompiler;
}

/** Inputs kept under other options: readings with and without what is staged are compared with one another. */
const OTHERS_KEPT = 4;

const infinitely = (_: string, value: unknown): unknown => (value === Number.POSITIVE_INFINITY ? 'last' : value);

/**
 * Assembles one input after another. What depends on objects that did not change is kept, as the very same objects, so
 * that those who come after can tell by identity; an answer never depends on what was assembled before.
 */
export class Assembler {
  readonly #splitter = new ResourceSplitter();
  readonly #bare = new Recent<Cluster>(3);
  readonly #settings = new Recent<Setting>(6);
  readonly #tiers = new Recent<readonly Tier[]>(6);
  readonly #named = new Recent<NamedAddresses>(6);
  #lastNamed: NamedAddresses = { cidrs: [], namedCIDRs: [], namedSets: [] };
  /** Inputs of the last few options: of each the last that was gone through as a whole, and the last. */
  #inputs: readonly AssembledInput[] = [];
  #sorted: { readonly tiers: readonly Tier[]; readonly policies: readonly Policy[] } = { tiers: [], policies: [] };

  /** `readings` in path order. Never throws. */
  assemble(readings: readonly FileReading[], options: EngineOptions): Assembly {
    const known = this.#inputs.filter((one) => one.options === options);
    const last = nearestInput(known, readings);
    const followed = last && followAssembly(last, readings, options);
    const input = last && followed ? { ...last, readings, assembly: followed } : this.#assembleAll(readings, options);
    // What an edit is compared with, or undone to, stays at hand beside what was last.
    const kept = followed ? known.slice(0, 1) : [];
    const others = this.#inputs.filter((one) => one.options !== options);
    this.#inputs = [...others.slice(-OTHERS_KEPT), ...kept, input];
    this.#sorted = { tiers: input.assembly.tiers, policies: input.assembly.policies };
    return input.assembly;
  }

  #assembleAll(readings: readonly FileReading[], options: EngineOptions): AssembledInput {
    const { inventory, rest, diagnostics, isDistinct } = this.#splitter.split(readings);
    const given = [...inventory.nodes, ...rest];
    const reviewed = review(given, options);
    const isWhole = reviewed.resources.length === given.length;
    const told = reviewed.diagnostics;
    const rejected = new Set(told.flatMap((one) => (one.gap === 'rejected' && one.object ? [one.object] : [])));
    const { cluster, labelOf, compiler } = this.#settingOf(inventory, reviewed.resources, options);
    const made = collectTiers(reviewed.resources, options);
    const tiers = this.#tiers.get([JSON.stringify(made, infinitely)], () => made);
    const compiled = compiler.compileAll(reviewed.resources);
    const assumed = allDialects.flatMap((dialect) => dialect.assume?.(reviewed.resources, options.semantics) ?? []);
    const leftOut = isWhole
      ? []
      : leftOutPolicies(rest, reviewed.resources, (resource) => rejected.has(nameObject(resource)));
    const ofFiles = readings.flatMap((reading) => reading.diagnostics);
    const compare = evaluationOrder(tiers);
    const assembly = {
      cluster,
      labelOf,
      tiers,
      policies: this.#sort(compiled.policies, tiers, compare),
      ...this.#namedBy(compiled.policies, cluster),
      assumptions: [...cluster.assumptions, ...assumed],
      diagnostics: [...ofFiles, ...diagnostics, ...told, ...compiled.diagnostics],
      inactive: [...rejectedPolicies(readings), ...leftOut],
    };
    return { readings, options, assembly, compiler, compare, isDistinct };
  }

  #settingOf(inventory: Inventory, resources: readonly Resource[], options: EngineOptions): Setting {
    const { semantics, pending } = options;
    const others = resources.filter(({ kind }) => kind !== 'Node');
    const bare = this.#bare.get([inventory, mentionsOf(others, inventory)], () =>
      buildCluster([...inventory.resources, ...others]),
    );
    const facts = resources.filter(({ kind }) => !isPolicyKind(kind));
    return this.#settings.get([bare, semantics, pending, JSON.stringify(options.domains), ...facts], () => {
      const known = { semantics, pending, domains: domainAddresses(options.domains) };
      const parts = allDialects.flatMap((dialect) => dialect.contribute?.(facts, { ...known, cluster: bare }) ?? []);
      const cluster = joinParts(bare, parts);
      const context: CompileContext = { ...known, cluster };
      return { cluster, labelOf: labelViewOf(cluster, options), compiler: new PolicyCompiler(context, facts) };
    });
  }

  #sort(compiled: readonly CompiledPolicy[], tiers: readonly Tier[], compare: ComparePolicies): readonly Policy[] {
    const before = this.#sorted.tiers === tiers ? this.#sorted.policies : [];
    const policies = compiled.map(({ resolved }) => resolved);
    return sortPolicies(policies, before, compare);
  }

  #namedBy(compiled: readonly CompiledPolicy[], cluster: Cluster): NamedAddresses {
    const naming = compiled.filter(({ resolved }) => policyVocabulary(resolved).blocks.length > 0);
    const used = new Set<AddressSet>();
    for (const { sets } of compiled) for (const set of sets) used.add(set);
    return this.#named.get([cluster, ...naming, ...used], () => {
      const { cidrs } = collectVocabulary(naming.map(({ resolved }) => resolved));
      const before = this.#lastNamed;
      this.#lastNamed = {
        cidrs: keepEqual(before.cidrs, cidrs, sameText),
        namedCIDRs: keepEqual(before.namedCIDRs, namedBySelves(cidrs, naming, used), sameText),
        namedSets: keepEqual(
          before.namedSets,
          cluster.sets.filter((set) => set.shown && used.has(set)),
          Object.is,
        ),
      };
      return this.#lastNamed;
    });
  }
}

const sameText = (a: Cidr, b: Cidr): boolean => a.text === b.text;

/** The list of before where nothing in it changed, so that it is known for the same by identity. */
function keepEqual<Item>(
  before: readonly Item[],
  now: readonly Item[],
  same: (a: Item, b: Item) => boolean,
): readonly Item[] {
  const isEqual =
    before.length === now.length &&
    now.every((item, index) => {
      const other = before[index];
      return other !== undefined && same(other, item);
    });
  return isEqual ? before : now;
}

/** CIDRs of resolved policies without those that only a set brought in. */
function namedBySelves(
  all: readonly Cidr[],
  compiled: readonly CompiledPolicy[],
  sets: ReadonlySet<AddressSet>,
): readonly Cidr[] {
  if (sets.size === 0) return all;
  const written = collectVocabulary(compiled.map((policy) => policy.written)).cidrs;
  const own = new Set(written.map((cidr) => cidr.text));
  const fromSets = new Set([...sets].flatMap((set) => set.cidrs.map((cidr) => cidr.text)));
  return all.filter((cidr) => own.has(cidr.text) || !fromSets.has(cidr.text));
}
