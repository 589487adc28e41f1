// Remembers the last few results of a function by the very objects it was given.

/** A result for each of the last few lists of arguments, compared by identity. */
export class Recent<Result> {
  readonly #capacity: number;
  /** Newest last. */
  #entries: { readonly key: readonly unknown[]; readonly result: Result }[] = [];

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get(key: readonly unknown[], make: () => Result): Result {
    const found = this.#entries.find((entry) => isSame(entry.key, key));
    if (found) {
      this.#entries = [...this.#entries.filter((entry) => entry !== found), found];
      return found.result;
    }
    const result = make();
    this.#entries = [...this.#entries.slice(1 - this.#capacity), { key, result }];
    return result;
  }
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, index) => Object.is(one, b[index]));
}
