// Edges between the members of two namespaces as one edge between the two, for pictures with too many to be read.
import type { ConnectionTable } from '../net/connection-table.ts';
import { addImpact } from './impact.ts';
import type { EdgeSum } from './picture.ts';
import type { NodeId } from './results.ts';

/** When, and what not. */
export interface BundleChoice {
  /** With more edges than this, those between namespaces are bundled. */
  readonly from: number;
  /** The bundle whose edges are wanted one by one: the two ends of it. */
  readonly open?: readonly [source: NodeId, target: NodeId];
}

export class EdgeBundles {
  readonly #table: ConnectionTable;
  readonly #open: BundleChoice['open'];
  readonly #sums = new Map<string, EdgeSum>();

  constructor(table: ConnectionTable, { open }: BundleChoice) {
    this.#table = table;
    this.#open = open;
  }

  get sums(): Iterable<EdgeSum> {
    return this.#sums.values();
  }

  /** Whether an edge between nodes of these homes is part of a bundle: what lies in no namespace is its own home. */
  takes(source: NodeId, target: NodeId): boolean {
    const isOpen = this.#open?.[0] === source && this.#open[1] === target;
    return source !== target && !isOpen && [source, target].some((home) => home.startsWith('namespace:'));
  }

  add(source: NodeId, target: NodeId, sum: EdgeSum): void {
    const key = `${source}->${target}`;
    const before = this.#sums.get(key);
    this.#sums.set(key, before ? this.#join(before, sum) : { ...sum, source, target });
  }

  #join(a: EdgeSum, b: EdgeSum): EdgeSum {
    return {
      ...a,
      allowed: this.#table.union(a.allowed, b.allowed),
      unknown: this.#table.union(a.unknown, b.unknown),
      denied: this.#table.union(a.denied, b.denied),
      flows: a.flows + b.flows,
      pairsAllowed: a.pairsAllowed + b.pairsAllowed,
      pairs: a.pairs + b.pairs,
      isMixed: a.isMixed || b.isMixed,
      impact: addImpact(a.impact, b.impact),
    };
  }
}
