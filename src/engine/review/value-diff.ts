// How the value of a document changed, as a tree that gives the value back with any of the changes taken back.
import {
  type DocumentValue,
  entryOf,
  type ListValue,
  type MapEntry,
  type MapValue,
  type Span,
} from '../../documents/document-value.ts';
import { entrySpan } from '../../documents/value-parts.ts';
import { type AlignedItem, alignLists } from './align-lists.ts';
import { isSameValue, likeness } from './same-value.ts';

/** A key of a map, or a place in a list before and after. */
export type DiffStep = string | AlignedItem;

/** One change that can be taken back alone. */
export interface ValueChange {
  readonly path: readonly DiffStep[];
  readonly before: DocumentValue | undefined;
  readonly after: DocumentValue | undefined;
  /** The words in the base; undefined for what came. */
  readonly baseSpan: Span | undefined;
  /** The words in the head; for what went, where it stood. */
  readonly headSpan: Span;
}

export type ValueDiff =
  | { readonly type: 'same'; readonly value: DocumentValue }
  /** `number`: its place among the changes. */
  | {
      readonly type: 'change';
      readonly number: number;
      readonly before?: DocumentValue;
      readonly after?: DocumentValue;
    }
  | {
      readonly type: 'map';
      readonly after: MapValue;
      readonly entries: readonly { readonly entry: MapEntry; readonly diff: ValueDiff }[];
    }
  | { readonly type: 'list'; readonly after: ListValue; readonly items: readonly ValueDiff[] };

export interface ObjectDiff {
  readonly root: ValueDiff;
  readonly changes: readonly ValueChange[];
}

/** A way as a text, places in lists by those after (or before, where there is none after). */
export function pathText(path: readonly DiffStep[]): string {
  const texts = path.map((step) => (typeof step === 'string' ? `.${step}` : `[${step.after ?? `-${step.before}`}]`));
  return texts.join('').replace(/^\./, '');
}

/** Where an entry stood that is gone: at the next one that stayed, else behind the last one before it. */
function placeOfEntry(gone: MapEntry, before: MapValue, after: MapValue): Span {
  const at = before.entries.indexOf(gone);
  const stayed = ({ key }: MapEntry): MapEntry | undefined => entryOf(after, key);
  const next = before.entries.slice(at + 1).flatMap((one) => stayed(one) ?? [])[0];
  if (next) return next.keySpan;
  const last = before.entries
    .slice(0, at)
    .flatMap((one) => stayed(one) ?? [])
    .at(-1);
  return last ? last.keySpan : after;
}

const haveCommonKeys = (a: MapValue, b: MapValue): boolean =>
  a.entries.some(({ key }) => entryOf(b, key) !== undefined);

class Differ {
  readonly changes: ValueChange[] = [];
  readonly #whole: ReadonlySet<string>;

  /** Values at the paths in `whole` change as a whole. */
  constructor(whole: ReadonlySet<string>) {
    this.#whole = whole;
  }

  #change(
    path: readonly DiffStep[],
    before: DocumentValue | undefined,
    after: DocumentValue | undefined,
    baseSpan: Span | undefined,
    headSpan: Span,
  ): ValueDiff {
    this.changes.push({ path, before, after, baseSpan, headSpan });
    return {
      type: 'change',
      number: this.changes.length - 1,
      ...(before ? { before } : {}),
      ...(after ? { after } : {}),
    };
  }

  /** `baseSpan` and `headSpan`: the words that stand for the two values. */
  both(
    path: readonly DiffStep[],
    before: DocumentValue,
    after: DocumentValue,
    baseSpan: Span,
    headSpan: Span,
  ): ValueDiff {
    if (isSameValue(before, after)) return { type: 'same', value: after };
    if (!this.#whole.has(pathText(path))) {
      if (before.kind === 'map' && after.kind === 'map') return this.#maps(path, before, after);
      if (before.kind === 'list' && after.kind === 'list') return this.#lists(path, before, after);
    }
    return this.#change(path, before, after, baseSpan, headSpan);
  }

  /** Items that have neither a field nor a value in common are not the same thing changed in parts. */
  #items(path: readonly DiffStep[], before: DocumentValue, after: DocumentValue): ValueDiff {
    const isOther = before.kind === 'map' && after.kind === 'map' && !haveCommonKeys(before, after);
    if (isOther && likeness(before, after) === 0) return this.#change(path, before, after, before, after);
    return this.both(path, before, after, before, after);
  }

  #maps(path: readonly DiffStep[], before: MapValue, after: MapValue): ValueDiff {
    const entries = after.entries.map((entry) => {
      const own = [...path, entry.key];
      const old = entryOf(before, entry.key);
      const diff = old
        ? this.both(own, old.value, entry.value, entrySpan(old), entrySpan(entry))
        : this.#change(own, undefined, entry.value, undefined, entrySpan(entry));
      return { entry, diff };
    });
    const gone = before.entries.filter(({ key }) => !entryOf(after, key));
    const removed = gone.map((entry) => ({
      entry,
      diff: this.#change(
        [...path, entry.key],
        entry.value,
        undefined,
        entrySpan(entry),
        placeOfEntry(entry, before, after),
      ),
    }));
    return { type: 'map', after, entries: [...entries, ...removed] };
  }

  #lists(path: readonly DiffStep[], before: ListValue, after: ListValue): ValueDiff {
    const aligned = alignLists(before.items, after.items);
    const items = aligned.flatMap((step, at): ValueDiff[] => {
      const own = [...path, step];
      const old = step.before === undefined ? undefined : before.items[step.before];
      const now = step.after === undefined ? undefined : after.items[step.after];
      if (old && now) return [this.#items(own, old, now)];
      if (now) return [this.#change(own, undefined, now, undefined, now)];
      if (!old) return [];
      const next = aligned.slice(at + 1).find((one) => one.after !== undefined)?.after;
      const stood = (next === undefined ? after.items.at(-1) : after.items[next]) ?? after;
      return [this.#change(own, old, undefined, old, stood)];
    });
    return { type: 'list', after, items };
  }
}

/** The smallest changes from one map to another; values at the paths in `whole` are taken as they are. */
export function diffValues(
  before: DocumentValue,
  after: DocumentValue,
  whole: ReadonlySet<string> = new Set(),
): ObjectDiff {
  const differ = new Differ(whole);
  return { root: differ.both([], before, after, before, after), changes: differ.changes };
}

/** The value after, with some changes taken back; undefined where nothing is left of it. */
export function withoutChanges(diff: ValueDiff, isTakenBack: (change: number) => boolean): DocumentValue | undefined {
  switch (diff.type) {
    case 'same':
      return diff.value;
    case 'change':
      return isTakenBack(diff.number) ? diff.before : diff.after;
    case 'map':
      return {
        ...diff.after,
        entries: diff.entries.flatMap(({ entry, diff: own }) => {
          const value = withoutChanges(own, isTakenBack);
          return value ? [{ ...entry, value }] : [];
        }),
      };
    case 'list':
      return { ...diff.after, items: diff.items.flatMap((item) => withoutChanges(item, isTakenBack) ?? []) };
  }
}
