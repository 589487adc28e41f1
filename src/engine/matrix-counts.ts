// Counts of pairs laid into the cells of a matrix, and what the cells come to.
import type { ConnectionId, ConnectionTable } from '../net/connection-table.ts';
import type { OutcomeCounts } from './group-tally.ts';
import { portLabel } from './port-label.ts';

const [NONE, DENIED, UNKNOWN, MIXED, ALLOWED] = [0, 1, 2, 3, 4] as const;

/** Labels that can be numbered; cells beyond have none. */
const MAX_LABELS = 2 ** 16;

export class MatrixCounts {
  readonly pairs: Uint32Array;
  readonly allowed: Uint32Array;
  readonly unknown: Uint32Array;
  readonly #size: number;
  readonly #table: ConnectionTable;
  readonly #rowsOfGroup: readonly (readonly number[])[];
  readonly #mixed: Uint8Array;
  readonly #points: Int32Array;

  /** `rowsOfGroup`: the rows that each group counts in, which are the columns too. */
  constructor(size: number, rowsOfGroup: readonly (readonly number[])[], table: ConnectionTable) {
    this.#size = size;
    this.#table = table;
    this.#rowsOfGroup = rowsOfGroup;
    this.pairs = new Uint32Array(size ** 2);
    this.allowed = new Uint32Array(size ** 2);
    this.unknown = new Uint32Array(size ** 2);
    this.#mixed = new Uint8Array(size ** 2);
    this.#points = new Int32Array(size ** 2).fill(table.none);
  }

  /** Adds what the pairs from a group come to. */
  add(group: number, counts: readonly OutcomeCounts[]): void {
    const table = this.#table;
    for (const { outcome, pairs } of counts) {
      const own = outcome.best === 'allowed' ? this.allowed : outcome.best === 'unknown' ? this.unknown : undefined;
      const drawn = table.union(table.union(outcome.allowed, outcome.unknown), outcome.denied);
      for (let target = 0; target < pairs.length; target++) {
        const count = pairs[target] ?? 0;
        if (count === 0) continue;
        for (const row of this.#rowsOfGroup[group] ?? []) {
          for (const column of this.#rowsOfGroup[target] ?? []) {
            const at = row * this.#size + column;
            this.pairs[at] = (this.pairs[at] ?? 0) + count;
            if (own) own[at] = (own[at] ?? 0) + count;
            if (outcome.isMixed) this.#mixed[at] = 1;
            this.#points[at] = table.union(this.#points[at] ?? table.none, drawn);
          }
        }
      }
    }
  }

  /** Places in `MatrixVerdicts`. */
  verdicts(): Uint8Array {
    return Uint8Array.from(this.pairs, (pairs, at) => {
      const [allowed = 0, unknown = 0] = [this.allowed[at], this.unknown[at]];
      if (allowed > 0) return allowed < pairs || this.#mixed[at] === 1 ? MIXED : ALLOWED;
      return unknown > 0 ? UNKNOWN : pairs > 0 ? DENIED : NONE;
    });
  }

  /** The ports of each cell in words, each said once. */
  labels(): { readonly ports: Uint16Array; readonly labels: readonly string[] } {
    const labels = [''];
    const numbers = new Map<ConnectionId, number>([[this.#table.none, 0]]);
    const ports = Uint16Array.from(this.#points, (points) => {
      const known = numbers.get(points);
      if (known !== undefined) return known;
      const number = labels.length < MAX_LABELS ? labels.push(portLabel(points, this.#table)) - 1 : 0;
      numbers.set(points, number);
      return number;
    });
    return { ports, labels };
  }
}
