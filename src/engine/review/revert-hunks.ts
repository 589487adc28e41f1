// The head with some hunks taken back, as the snapshot it would be. What the hunks do not touch stays the very same.
import { compareText } from '../../base/compare-text.ts';
import type { Resource } from '../../resources/resource.ts';
import type { FileReading } from '../read-workspace.ts';
import { evaluateReadings, type Snapshot, type SnapshotCache } from '../snapshot.ts';
import { type ObjectChange, resourceWithout } from './change-hunks.ts';
import { objectsIn, type PlacedObject } from './placed-objects.ts';
import { resourceText } from './resource-text.ts';

/** One hunk: the place of its object among the changes, and its own among the hunks of that. */
export interface HunkPlace {
  readonly change: number;
  readonly hunk: number;
}

type Taken = ReadonlyMap<number, ReadonlySet<number>>;

function byChange(places: Iterable<HunkPlace>): Taken {
  const taken = new Map<number, Set<number>>();
  for (const { change, hunk } of places) taken.set(change, (taken.get(change) ?? new Set()).add(hunk));
  return taken;
}

/** A file that holds one object again. */
function fileOf(path: string, resource: Resource): FileReading {
  const decoded = { resources: [resource], diagnostics: [], unused: [] };
  return { file: { path, text: '' }, documents: 1, decoded, diagnostics: [] };
}

export class HunkReversal {
  readonly #head: Snapshot;
  readonly #changes: readonly ObjectChange[];
  readonly #cache: SnapshotCache;
  /** Changes of the objects of a file of the head. */
  readonly #byReading = new Map<FileReading, Map<PlacedObject, number>>();
  readonly #made = new Map<string, Resource | undefined>();
  readonly #paths: ReadonlySet<string>;

  constructor(head: Snapshot, changes: readonly ObjectChange[], cache: SnapshotCache) {
    this.#head = head;
    this.#changes = changes;
    this.#cache = cache;
    this.#paths = new Set(head.readings.map(({ file }) => file.path));
    for (const [number, { source }] of changes.entries()) {
      const object = source.type === 'object' ? source.pair.head : undefined;
      if (!object) continue;
      const own = this.#byReading.get(object.reading) ?? new Map<PlacedObject, number>();
      this.#byReading.set(object.reading, own.set(object, number));
    }
  }

  /** The head itself where what is taken back cannot touch anything: every resource says what it said. */
  without(places: Iterable<HunkPlace>): Snapshot {
    const taken = byChange(places);
    const readings = this.#withLarge(
      this.#head.readings.map((reading) => this.#reading(reading, taken)),
      taken,
    );
    const restored = this.#restored(taken);
    const isSame =
      restored.length === 0 &&
      readings.length === this.#head.readings.length &&
      readings.every((one, at) => one === this.#head.readings[at]);
    if (isSame) return this.#head;
    const all = [...readings, ...restored];
    if (all.length > readings.length) all.sort((a, b) => compareText(a.file.path, b.file.path));
    return evaluateReadings(all, this.#head.options, this.#cache);
  }

  /** Of an object in both, as much as is not taken back; the base's very own where that is all. */
  #resource(number: number, taken: ReadonlySet<number>): Resource | undefined {
    const change = this.#changes[number];
    if (change?.source.type !== 'object') return undefined;
    const { base, head } = change.source.pair;
    if (!head || !base || !change.diff) return undefined;
    if (taken.size === change.hunks.length) return base.resource;
    const key = `${number}:${[...taken].sort((a, b) => a - b).join()}`;
    if (!this.#made.has(key))
      this.#made.set(
        key,
        resourceWithout(head, change.diff, (one) => taken.has(one)),
      );
    return this.#made.get(key);
  }

  #reading(reading: FileReading, taken: Taken): FileReading {
    const own = this.#byReading.get(reading);
    if (!own || ![...own.values()].some((number) => taken.has(number))) return reading;
    let isSame = true;
    const resources = objectsIn(reading).flatMap((object) => {
      const number = own.get(object);
      const back = number === undefined ? undefined : taken.get(number);
      if (number === undefined || !back) return object.resource ?? [];
      const now = this.#resource(number, back);
      if (resourceText(now) === resourceText(object.resource)) return object.resource ?? [];
      isSame = false;
      return now ?? [];
    });
    return isSame ? reading : { ...reading, decoded: { ...reading.decoded, resources } };
  }

  /** Large files as they were. */
  #withLarge(readings: readonly FileReading[], taken: Taken): readonly FileReading[] {
    let result = readings;
    for (const number of taken.keys()) {
      const source = this.#changes[number]?.source;
      if (source?.type !== 'large') continue;
      const { base, head } = source.pair;
      const rest = result.filter((reading) => reading !== head);
      result = base ? [...rest, head ? { ...base, file: { ...base.file, path: head.file.path } } : base] : rest;
    }
    return result === readings ? readings : [...result].sort((a, b) => compareText(a.file.path, b.file.path));
  }

  /** Objects that are gone from the head. */
  #restored(taken: Taken): FileReading[] {
    const files: FileReading[] = [];
    for (const number of taken.keys()) {
      const source = this.#changes[number]?.source;
      const base = source?.type === 'object' && !source.pair.head ? source.pair.base : undefined;
      if (!base?.resource) continue;
      let path = base.reading.file.path;
      while (this.#paths.has(path) || files.some(({ file }) => file.path === path)) path += '~';
      files.push(fileOf(path, base.resource));
    }
    return files;
  }
}
