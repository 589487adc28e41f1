// go-yaml's guard against texts whose aliases multiply: how many of the decoded values stand behind aliases.
import { ReadingError } from './reading-error.ts';

const LOW = 400_000;
const HIGH = 4_000_000;

/** Largest share of aliased values that go-yaml allows among `total` decoded ones. */
function allowedShare(total: number): number {
  if (total <= LOW) return 0.99;
  if (total >= HIGH) return 0.1;
  return 0.99 - 0.89 * ((total - LOW) / (HIGH - LOW));
}

export class AliasAccount {
  /** The document itself counts as one. */
  #total = 1;
  #aliased = 0;
  readonly #limit: number;

  /** @param limit how many values aliases may stand for, besides go-yaml's own rule */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get total(): number {
    return this.#total;
  }

  /** Counts one value or key that is written out at `at`. */
  count(at: number): void {
    this.#total++;
    if (this.#aliased > 100) this.#check(at, at + 1);
  }

  /** Takes back one value, which go-yaml does not decode as such (a merge's list). */
  discount(): void {
    this.#total--;
  }

  /** Counts an alias at `[start, end)` that stands for `size` values. Inside, the share only grows, so the end decides. */
  expand(size: number, start: number, end: number): void {
    this.#total += size;
    this.#aliased += size;
    this.#check(start, end);
  }

  #check(start: number, end: number): void {
    if (this.#aliased > 100 && this.#total > 1000 && this.#aliased / this.#total > allowedShare(this.#total)) {
      throw new ReadingError({
        kind: 'alias',
        message: 'Aliases repeat so many values here that kubectl refuses the document',
        advice: 'Write the values out, or anchor smaller parts.',
        start,
        end,
      });
    }
    if (this.#aliased > this.#limit) {
      throw new ReadingError({
        kind: 'over-budget',
        message: `Aliases stand for more than ${this.#limit} values`,
        advice: 'Write the values out, or anchor smaller parts.',
        start,
        end,
      });
    }
  }
}
