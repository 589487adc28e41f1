// Which labels the objects of a snapshot carry, to tell a label that nobody has, and which one was likely meant.
import { nearestName } from '../base/nearest-name.ts';
import type { Cluster } from '../model/cluster.ts';
import { NAMESPACE_LABEL, OWN_NAME } from './calico-labels.ts';
import type { LintContext } from './lint-context.ts';

/** Values by key. */
type Carried = ReadonlyMap<string, ReadonlySet<string>>;
type Entries = Iterable<readonly [key: string, value: string]>;

function collect(all: Iterable<Entries>): Carried {
  const carried = new Map<string, Set<string>>();
  for (const entries of all) {
    for (const [key, value] of entries) {
      const values = carried.get(key) ?? new Set();
      carried.set(key, values);
      values.add(value);
    }
  }
  return carried;
}

/** The nearest of `known`; names that differ in their digits alone are different on purpose. */
function meant(name: string, known: Iterable<string>): string | undefined {
  const letters = (text: string): string => text.replaceAll(/\d+/g, '0');
  return nearestName(
    name,
    [...known].filter((one) => letters(one) !== letters(name)),
  );
}

/** What is known about a condition on a label. */
export type Knowledge =
  | { readonly type: 'known' }
  /** `near`: what was likely meant. */
  | { readonly type: 'unknown-key' | 'unknown-value'; readonly near: string | undefined };

/** The labels of one kind of objects; `isEmpty`: there are none, so nothing can be said. */
export class LabelVocabulary {
  readonly isEmpty: boolean;
  readonly #carried: Carried;

  constructor(objects: readonly Entries[]) {
    this.isEmpty = objects.length === 0;
    this.#carried = collect(objects);
  }

  knows(key: string, value: string | undefined): boolean {
    const values = this.#carried.get(key);
    return values !== undefined && (value === undefined || values.has(value));
  }

  /** `value` undefined: whether the key is known at all. */
  ask(key: string, value: string | undefined): Knowledge {
    const values = this.#carried.get(key);
    if (!values) return { type: 'unknown-key', near: meant(key, this.#carried.keys()) };
    if (value === undefined || values.has(value)) return { type: 'known' };
    return { type: 'unknown-value', near: meant(value, values) };
  }
}

/** Labels of pods (on the host network too) by namespace, and of all pods, sets and hosts. */
class Vocabularies {
  readonly namespaces: LabelVocabulary;
  readonly accounts: LabelVocabulary;
  readonly #byNamespace = new Map<string, LabelVocabulary>();
  readonly #cluster: Cluster;
  #all: LabelVocabulary | undefined;
  #groups: ReadonlyMap<string, readonly Entries[]> | undefined;

  constructor(cluster: Cluster) {
    this.#cluster = cluster;
    this.namespaces = new LabelVocabulary(
      cluster.namespaces.map(({ name, labels }) => [...labels, [OWN_NAME, name] as const]),
    );
    this.accounts = new LabelVocabulary([...cluster.serviceAccounts.values()]);
  }

  /** What selectors of objects find: in one namespace, or anywhere. */
  objects(namespace: string | undefined): LabelVocabulary {
    if (namespace === undefined) {
      this.#all ??= new LabelVocabulary(
        this.#objects(
          [...this.#grouped.values()].flat(),
          this.#cluster.namespaces.map(({ name }) => name),
        ),
      );
      return this.#all;
    }
    const known = this.#byNamespace.get(namespace);
    if (known) return known;
    const isDeclared = this.#cluster.namespaces.some(({ name }) => name === namespace);
    const made = new LabelVocabulary(this.#objects(this.#grouped.get(namespace) ?? [], isDeclared ? [namespace] : []));
    this.#byNamespace.set(namespace, made);
    return made;
  }

  /** Whatever has labels, by namespace. */
  #group(): ReadonlyMap<string, readonly Entries[]> {
    const groups = new Map<string, Entries[]>();
    const add = (namespace: string, entries: Entries): void => {
      const group = groups.get(namespace) ?? [];
      groups.set(namespace, group);
      group.push(entries);
    };
    const { workloads, endpoints, sets } = this.#cluster;
    for (const { namespace, labels } of workloads) add(namespace, labels);
    // Pods may carry more than the template says, and hosts are no workloads.
    for (const { id, namespace, labels } of endpoints) if (!id.startsWith('workload:')) add(namespace, labels);
    for (const { namespace, labels } of sets) add(namespace, labels.endpoint);
    return groups;
  }

  get #grouped(): ReadonlyMap<string, readonly Entries[]> {
    this.#groups ??= this.#group();
    return this.#groups;
  }

  /** What objects carry, and the label that their namespaces give them. */
  #objects(bare: readonly Entries[], namespaces: readonly string[]): readonly Entries[] {
    if (bare.length === 0) return [];
    return [...bare, ...namespaces.map((name) => [[NAMESPACE_LABEL, name]] as const)];
  }
}

const known = new WeakMap<Cluster, Vocabularies>();

export function vocabulariesOf({ snapshot: { cluster } }: LintContext): Vocabularies {
  const found = known.get(cluster) ?? new Vocabularies(cluster);
  known.set(cluster, found);
  return found;
}
