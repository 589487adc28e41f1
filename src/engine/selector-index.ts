// Selectors to sets of classes, through an inverted index from labels; equal selectors are evaluated once.
import type { Cluster, LabelView } from '../model/cluster.ts';
import { type EndpointType, fitsText, type LabelScope, type Selector } from '../model/selector.ts';
import { Bitset } from '../net/bitset.ts';
import type { Universe } from './universe.ts';

/** Classes by the value that a label has on them. */
type Postings = Map<string, Map<string, number[]>>;

export class SelectorIndex {
  readonly #size: number;
  readonly #classes: Bitset;
  readonly #postings: Record<LabelScope, Postings> = { endpoint: new Map(), namespace: new Map() };
  readonly #types = new Map<EndpointType, Bitset>();
  readonly #memo = new Map<string, Bitset>();
  readonly #known = new WeakMap<Selector, Bitset>();

  readonly #universe: Universe;
  readonly #labelOf: LabelView;

  constructor(cluster: Cluster, universe: Universe, labelOf: LabelView) {
    this.#universe = universe;
    this.#labelOf = labelOf;
    this.#size = universe.size;
    this.#classes = Bitset.range(universe.size, 0, universe.classes.length);
    const namespaces = new Map(cluster.namespaces.map((namespace) => [namespace.name, namespace.labels]));
    for (const [id, { sample }] of universe.classes.entries()) {
      this.#types.set(sample.type, this.#types.get(sample.type) ?? new Bitset(this.#size));
      this.#types.get(sample.type)?.add(id);
      for (const [key, value] of namespaces.get(sample.namespace) ?? []) this.#post('namespace', key, value, id);
    }
  }

  /** Classes by the values of a key; those of endpoints are looked up when the key is first asked for. */
  #valuesOf(scope: LabelScope, key: string): ReadonlyMap<string, readonly number[]> {
    if (scope === 'endpoint' && !this.#postings.endpoint.has(key)) {
      this.#postings.endpoint.set(key, new Map());
      for (const [id, { sample }] of this.#universe.classes.entries()) {
        this.#post('endpoint', key, this.#labelOf(sample, key), id);
      }
    }
    return this.#postings[scope].get(key) ?? new Map();
  }

  #post(scope: LabelScope, key: string, value: string | undefined, id: number): void {
    if (value === undefined) return;
    const values = this.#postings[scope].get(key) ?? new Map<string, number[]>();
    this.#postings[scope].set(key, values);
    const list = values.get(value);
    if (list) list.push(id);
    else values.set(value, [id]);
  }

  /** The classes that `selector` selects. */
  select(selector: Selector): Bitset {
    if (selector.op === 'all') return this.#classes;
    const same = this.#known.get(selector);
    if (same) return same;
    const key = JSON.stringify(selector);
    const result = this.#memo.get(key) ?? this.#evaluate(selector);
    this.#memo.set(key, result);
    this.#known.set(selector, result);
    return result;
  }

  #listed(lists: Iterable<readonly number[] | undefined>): Bitset {
    const set = new Bitset(this.#size);
    for (const list of lists) if (list) for (const id of list) set.add(id);
    return set;
  }

  #evaluate(selector: Selector): Bitset {
    switch (selector.op) {
      case 'all':
        return this.#classes;
      case 'has':
        return this.#listed(this.#valuesOf(selector.scope, selector.key).values());
      case 'in': {
        const values = this.#valuesOf(selector.scope, selector.key);
        return this.#listed(selector.values.map((value) => values.get(value)));
      }
      case 'contains':
      case 'starts-with':
      case 'ends-with': {
        const values = [...this.#valuesOf(selector.scope, selector.key)];
        return this.#listed(
          values.filter(([value]) => fitsText(selector.op, value, selector.text)).map(([, ids]) => ids),
        );
      }
      case 'type':
        return selector.types.reduce((sum, type) => sum.or(this.#types.get(type) ?? sum), new Bitset(this.#size));
      case 'and':
        return selector.terms.reduce((rest, term) => rest.and(this.select(term)), this.#classes);
      case 'or':
        return selector.terms.reduce((sum, term) => sum.or(this.select(term)), new Bitset(this.#size));
      case 'not':
        return this.#classes.andNot(this.select(selector.term));
    }
  }
}
