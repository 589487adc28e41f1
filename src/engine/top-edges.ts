// The weightiest of many, made only where they may stay.

interface Kept<Value> {
  readonly weight: number;
  /** Place among all that were offered. */
  readonly place: number;
  readonly value: Value;
}

export class TopEdges<Value> {
  readonly #limit: number;
  #list: Kept<Value>[] = [];
  #offered = 0;
  /** What weighs no more than this does not stay. */
  #floor = Number.NEGATIVE_INFINITY;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Of equal weight, those offered first stay. */
  offer(weight: number, make: () => Value): void {
    this.#offered++;
    if (weight <= this.#floor) return;
    this.#list.push({ weight, place: this.#offered, value: make() });
    if (this.#list.length >= this.#limit * 2 + 64) this.#cut();
  }

  #cut(): void {
    if (this.#list.length <= this.#limit) return;
    this.#list.sort((a, b) => b.weight - a.weight || a.place - b.place);
    this.#list.length = this.#limit;
    this.#floor = this.#list.at(-1)?.weight ?? this.#floor;
  }

  /** The weightiest first where some were left out, otherwise as offered. */
  get kept(): readonly Value[] {
    this.#cut();
    return this.#list.map(({ value }) => value);
  }

  get offered(): number {
    return this.#offered;
  }

  get leftOut(): number {
    return Math.max(0, this.#offered - this.#limit);
  }
}
