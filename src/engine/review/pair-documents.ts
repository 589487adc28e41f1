// The objects of base and head that differ, each with its other form: paired by what they are called, never by file or place.
import { compareText } from '../../base/compare-text.ts';
import { groupBy } from '../../base/group-by.ts';
import type { FileReading } from '../read-workspace.ts';
import { objectsIn, type PlacedObject } from './placed-objects.ts';
import { isSameValue } from './same-value.ts';

export interface ObjectPair {
  /** `networking.k8s.io/NetworkPolicy/dev/web`; with `#2` for the second of that name. */
  readonly id: string;
  readonly base: PlacedObject | undefined;
  readonly head: PlacedObject | undefined;
}

/** A large file, whose objects are not told apart. */
export interface LargePair {
  readonly path: string;
  readonly base: FileReading | undefined;
  readonly head: FileReading | undefined;
}

export interface ChangedPairs {
  /** By kind, namespace and name. */
  readonly objects: readonly ObjectPair[];
  /** By path. */
  readonly large: readonly LargePair[];
}

/** Files that stand in both with the same text, whatever they are called, hold no change. */
function withoutEqualFiles(own: readonly FileReading[], others: readonly FileReading[]): readonly FileReading[] {
  const texts = new Map<string, number>();
  for (const { file } of others) texts.set(file.text, (texts.get(file.text) ?? 0) + 1);
  return own.filter(({ file }) => {
    const left = texts.get(file.text) ?? 0;
    if (file.large || left === 0) return true;
    texts.set(file.text, left - 1);
    return false;
  });
}

/** `networking.k8s.io/NetworkPolicy/dev/web` sorts by kind, then by namespace and name. */
const orderOf = (id: string): string => id.slice(id.indexOf('/') + 1);

function pairObjects(base: readonly FileReading[], head: readonly FileReading[]): ObjectPair[] {
  const objectsOf = (own: readonly FileReading[], others: readonly FileReading[]) =>
    groupBy(withoutEqualFiles(own, others).flatMap(objectsIn), ({ key }) => key);
  const [before, after] = [objectsOf(base, head), objectsOf(head, base)];
  const pairs: ObjectPair[] = [];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [olds, news] = [before.get(key) ?? [], after.get(key) ?? []];
    for (let at = 0; at < Math.max(olds.length, news.length); at++) {
      const [old, now] = [olds[at], news[at]];
      if (old && now && isSameValue(old.object.map, now.object.map)) continue;
      pairs.push({ id: at === 0 ? key : `${key}#${at + 1}`, base: old, head: now });
    }
  }
  return pairs.sort((a, b) => compareText(orderOf(a.id), orderOf(b.id)) || compareText(a.id, b.id));
}

const nameOfFile = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** By path, or where both ends have a folder of their own by the name of the file. */
function pairLarge(base: readonly FileReading[], head: readonly FileReading[]): LargePair[] {
  const rest = base.filter(({ file }) => file.large);
  const take = (fits: (reading: FileReading) => boolean): FileReading | undefined => {
    const at = rest.findIndex(fits);
    return at < 0 ? undefined : rest.splice(at, 1)[0];
  };
  const pairs = head
    .filter(({ file }) => file.large)
    .map((reading): LargePair => {
      const { path } = reading.file;
      const old =
        take(({ file }) => file.path === path) ?? take(({ file }) => nameOfFile(file.path) === nameOfFile(path));
      return { path, base: old, head: reading };
    });
  const gone = rest.map((reading): LargePair => ({ path: reading.file.path, base: reading, head: undefined }));
  return [...pairs, ...gone]
    .filter(({ base: old, head: now }) => old !== now && old?.file.facts !== now?.file.facts)
    .sort((a, b) => compareText(a.path, b.path));
}

/** Both in path order. What is moved, renamed, arranged or commented otherwise is no change. */
export function pairDocuments(base: readonly FileReading[], head: readonly FileReading[]): ChangedPairs {
  const inBase = new Set(base);
  const inHead = new Set(head);
  const olds = base.filter((reading) => !inHead.has(reading));
  const news = head.filter((reading) => !inBase.has(reading));
  return { objects: pairObjects(olds, news), large: pairLarge(olds, news) };
}
