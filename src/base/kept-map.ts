// Lists made from lists item by item, over and over, where few items change from one time to the next.

/** Makes one list after another. An item that was there before has the very same result. */
export class KeptMap<Item extends object, Made extends object> {
  readonly #known = new WeakMap<Item, Made>();
  #items: readonly Item[] = [];
  #made: readonly Made[] = [];

  /** The very same list where no item is another. Where an item stands as last time, it is not even looked up. */
  map(items: readonly Item[], make: (item: Item) => Made): readonly Made[] {
    const [before, last] = [this.#items, this.#made];
    const made = items.map((item, place) => (item === before[place] ? last[place] : undefined) ?? this.#of(item, make));
    const isSame = made.length === last.length && made.every((one, place) => one === last[place]);
    this.#items = items;
    if (!isSame) this.#made = made;
    return this.#made;
  }

  #of(item: Item, make: (item: Item) => Made): Made {
    const made = this.#known.get(item) ?? make(item);
    this.#known.set(item, made);
    return made;
  }
}
