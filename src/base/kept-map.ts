// Lists made from lists item by item, over and over, where few items change from one time to the next.

/** Makes one list after another. An item that stands where it stood last time has the very same result. */
export class KeptMap<Item, Made> {
  #items: readonly Item[] = [];
  #made: readonly Made[] = [];

  /** The very same list where no item is another. */
  map(items: readonly Item[], make: (item: Item, place: number) => Made): readonly Made[] {
    const [before, known] = [this.#items, this.#made];
    let made: Made[] | undefined;
    for (let place = 0; place < items.length; place++) {
      const item = items[place] as Item;
      if (place < before.length && item === before[place]) {
        made?.push(known[place] as Made);
      } else {
        made ??= known.slice(0, place);
        made.push(make(item, place));
      }
    }
    if (!made && items.length < known.length) made = known.slice(0, items.length);
    this.#items = items;
    this.#made = made ?? known;
    return this.#made;
  }
}
