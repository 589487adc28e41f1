// Selectors to sets of classes, through an inverted index from labels; equal selectors are evaluated once.
import type { Cluster, LabelView } from '../model/cluster.ts';
import { type EndpointType, fitsText, type LabelScope, type Selector } from '../model/selector.ts';
import { Bitset } from '../net/bitset.ts';
import type { Universe } from './universe.ts';

type Postings = Map<string, Map<string, Bitset>>;

export class SelectorIndex {
  readonly #size: number;
  readonly #classes: Bitset;
  readonly #postings: Record<LabelScope, Postings> = { endpoint: new Map(), namespace: new Map() };
  readonly #types = new Map<EndpointType, Bitset>();
  readonly #memo = new Map<string, Bitset>();

  constructor(cluster: Cluster, universe: Universe, labelKeys: readonly string[], labelOf: LabelView) {
    this.#size = universe.size;
    this.#classes = Bitset.range(universe.size, 0, universe.classes.length);
    const namespaces = new Map(cluster.namespaces.map((namespace) => [namespace.name, namespace.labels]));
    for (const [id, { sample }] of universe.classes.entries()) {
      for (const key of labelKeys) this.#post('endpoint', key, labelOf(sample, key), id);
      this.#types.set(sample.type, this.#types.get(sample.type) ?? new Bitset(this.#size));
      this.#types.get(sample.type)?.add(id);
      for (const [key, value] of namespaces.get(sample.namespace) ?? []) this.#post('namespace', key, value, id);
    }
  }

  #post(scope: LabelScope, key: string, value: string | undefined, id: number): void {
    if (value === undefined) return;
    const values = this.#postings[scope].get(key) ?? new Map<string, Bitset>();
    this.#postings[scope].set(key, values);
    const set = values.get(value) ?? new Bitset(this.#size);
    values.set(value, set);
    set.add(id);
  }

  /** The classes that `selector` selects. */
  select(selector: Selector): Bitset {
    if (selector.op === 'all') return this.#classes;
    const key = JSON.stringify(selector);
    const known = this.#memo.get(key);
    if (known) return known;
    const result = this.#evaluate(selector);
    this.#memo.set(key, result);
    return result;
  }

  #evaluate(selector: Selector): Bitset {
    const none = new Bitset(this.#size);
    switch (selector.op) {
      case 'all':
        return this.#classes;
      case 'has': {
        const values = this.#postings[selector.scope].get(selector.key);
        return [...(values?.values() ?? [])].reduce((sum, set) => sum.or(set), none);
      }
      case 'in': {
        const values = this.#postings[selector.scope].get(selector.key);
        return selector.values.reduce((sum, value) => sum.or(values?.get(value) ?? none), none);
      }
      case 'contains':
      case 'starts-with':
      case 'ends-with': {
        const values = this.#postings[selector.scope].get(selector.key);
        const fitting = [...(values ?? [])].filter(([value]) => fitsText(selector.op, value, selector.text));
        return fitting.reduce((sum, [, set]) => sum.or(set), none);
      }
      case 'type':
        return selector.types.reduce((sum, type) => sum.or(this.#types.get(type) ?? none), none);
      case 'and':
        return selector.terms.reduce((rest, term) => rest.and(this.select(term)), this.#classes);
      case 'or':
        return selector.terms.reduce((sum, term) => sum.or(this.select(term)), none);
      case 'not':
        return this.#classes.andNot(this.select(selector.term));
    }
  }
}
