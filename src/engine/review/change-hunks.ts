// The changes between base and head as hunks: the smallest parts that can be taken back alone and leave an object the API takes.

import { shortHash } from '../../base/short-hash.ts';
import type { Span } from '../../documents/document-value.ts';
import { decodeDocument } from '../../resources/decode-documents.ts';
import { labelOf } from '../../resources/decode-object.ts';
import type { Resource } from '../../resources/resource.ts';
import type { Locator } from '../locate.ts';
import type { FileReading } from '../read-workspace.ts';
import type { Location } from '../results.ts';
import { hunkSentence } from './hunk-sentence.ts';
import type { LargePair, ObjectPair } from './pair-documents.ts';
import type { PlacedObject } from './placed-objects.ts';
import type { ChangeHunk, ManifestChange } from './review.ts';
import { valueText } from './same-value.ts';
import {
  type DiffStep,
  diffValues,
  type ObjectDiff,
  pathText,
  type ValueChange,
  withoutChanges,
} from './value-diff.ts';

/** A hunk, before anybody knows what it flips. */
export type BareHunk = Omit<ChangeHunk, 'flips'>;

/** What differs of one object, or of one large file. */
export interface ObjectChange extends Omit<ManifestChange, 'hunks'> {
  readonly hunks: readonly BareHunk[];
  /** What hunks are of: an object, or a large file as a whole. */
  readonly source:
    | { readonly type: 'object'; readonly pair: ObjectPair }
    | { readonly type: 'large'; readonly pair: LargePair };
  /** For an object in both: the changes, which are the hunks one by one, and the tree to take them back in. */
  readonly diff?: ObjectDiff;
}

/** The resource of an object with some of its changes taken back; undefined where the API refuses it, or no answer uses it. */
export function resourceWithout(
  head: PlacedObject,
  diff: ObjectDiff,
  isTakenBack: (change: number) => boolean,
): Resource | undefined {
  const root = withoutChanges(diff.root, isTakenBack);
  if (root?.kind !== 'map') return undefined;
  const { document, object } = head;
  const has = (name: string): boolean => root.entries.some(({ key }) => key === name);
  // Items of a list like `PodList` may leave to the list what they are.
  const inherited = (['apiVersion', 'kind'] as const)
    .filter((name) => !has(name))
    .map((key) => {
      const span = { start: root.start, end: root.start };
      return { key, keySpan: span, value: { kind: 'string' as const, value: object[key], ...span } };
    });
  const whole = { ...root, entries: [...inherited, ...root.entries] };
  return decodeDocument({ ...document, root: whole }).resources[0];
}

/** Rounds of taking parts together. */
const MOST_ROUNDS = 12;

/**
 * Where the API would refuse the object without one change alone (an operator without its values), the changes around it are one. What
 * the head has refused already cannot be spoiled.
 */
function diffObjects(base: PlacedObject, head: PlacedObject): ObjectDiff {
  const whole = new Set<string>();
  let diff = diffValues(base.object.map, head.object.map);
  if (!head.resource) return diff;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const spoiling = diff.changes.find(
      (change, number) => change.path.length > 1 && !resourceWithout(head, diff, (one) => one === number),
    );
    // A base that is refused itself is no measure.
    if (!spoiling || !base.resource) return diff;
    whole.add(pathText(spoiling.path.slice(0, -1)));
    diff = diffValues(base.object.map, head.object.map, whole);
  }
  return diff;
}

/** Where it stands does not count: keys only, and for items of lists what they say. */
const placeText = (path: readonly DiffStep[]): string =>
  path.map((step) => (typeof step === 'string' ? step : '*')).join('.');

interface ChangedObject {
  readonly id: string;
  readonly label: string;
  readonly base: PlacedObject;
  readonly head: PlacedObject;
  readonly diff: ObjectDiff;
}

/** What a reader of the words alone would not see: an object that is refused counts as absent. */
function refusal(base: PlacedObject, head: PlacedObject, diff: ObjectDiff, change: number): string {
  if ((base.resource === undefined) === (head.resource === undefined)) return '';
  const isTaken = resourceWithout(head, diff, (one) => one === change) !== undefined;
  if (base.resource && isTaken) return ', so that the API server rejects it';
  return head.resource && !isTaken ? ', so that the API server takes it' : '';
}

class HunkMaker {
  readonly #base: Locator;
  readonly #head: Locator;
  /** Files of the head by path. */
  readonly #files: ReadonlyMap<string, FileReading>;

  constructor(base: Locator, head: Locator, headReadings: readonly FileReading[]) {
    this.#base = base;
    this.#head = head;
    this.#files = new Map(headReadings.map((reading) => [reading.file.path, reading]));
  }

  #inBase({ reading }: PlacedObject, { start, end }: Span): Location {
    return this.#base.locate({ file: reading.file.path, start, end });
  }

  #inHead({ reading }: PlacedObject, { start, end }: Span): Location {
    return this.#head.locate({ file: reading.file.path, start, end });
  }

  /** The end of the file that an object was taken from, where the head still has that file. */
  #stood({ reading }: PlacedObject): Location | undefined {
    const file = this.#files.get(reading.file.path)?.file;
    if (!file || file.large) return undefined;
    const end = Math.max(0, file.text.trimEnd().length);
    return this.#head.locate({ file: file.path, start: end, end });
  }

  #wholeHunk(id: string, label: string, base: PlacedObject | undefined, head: PlacedObject | undefined): BareHunk {
    const stood = base && !head ? this.#stood(base) : undefined;
    return {
      id: `${id}:${shortHash(valueText((head ?? base)?.object.map))}`,
      change: head ? 'added' : 'removed',
      sentence: `${head ? 'adds' : 'removes'} ${label}`,
      ...(base ? { base: this.#inBase(base, base.object.map) } : {}),
      ...(head ? { head: this.#inHead(head, head.object.map) } : stood ? { head: stood } : {}),
    };
  }

  #partHunk({ id, label, base, head, diff }: ChangedObject, change: ValueChange, number: number): BareHunk {
    const said = `${valueText(change.before)} ${valueText(change.after)}`;
    return {
      id: `${id}:${placeText(change.path)}:${shortHash(said)}`,
      change: change.before === undefined ? 'added' : change.after === undefined ? 'removed' : 'changed',
      sentence: `${hunkSentence(change, label)}${refusal(base, head, diff, number)}`,
      ...(change.baseSpan ? { base: this.#inBase(base, change.baseSpan) } : {}),
      head: this.#inHead(head, change.headSpan),
    };
  }

  object(pair: ObjectPair): ObjectChange | undefined {
    const { id, base, head } = pair;
    const one = head ?? base;
    if (!one) return undefined;
    const { namespace, name } = one;
    const { kind } = one.object;
    const label = labelOf(kind, { namespace, name });
    const diff = base && head ? diffObjects(base, head) : undefined;
    const hunks =
      base && head && diff
        ? diff.changes.map((change, number) => this.#partHunk({ id, label, base, head, diff }, change, number))
        : [this.#wholeHunk(id, label, base, head)];
    return {
      ...{ id, kind, namespace, name, hunks: distinctIds(hunks), source: { type: 'object', pair } },
      change: base && head ? 'changed' : head ? 'added' : 'removed',
      ...(base ? { base: this.#inBase(base, base.object.map) } : {}),
      ...(head ? { head: this.#inHead(head, head.object.map) } : {}),
      ...(diff ? { diff } : {}),
    };
  }

  large(pair: LargePair): ObjectChange {
    const { path, base, head } = pair;
    const whole = { file: path, start: 0, end: 0 };
    const places = {
      ...(base ? { base: this.#base.locate({ ...whole, file: base.file.path }) } : {}),
      ...(head ? { head: this.#head.locate(whole) } : {}),
    };
    const change = base && head ? 'changed' : head ? 'added' : 'removed';
    const verb = { changed: 'changes', added: 'adds', removed: 'removes' }[change];
    const hunk: BareHunk = { id: `file:${path}`, change, sentence: `${verb} the large file ${path}`, ...places };
    return {
      id: `file:${path}`,
      change,
      kind: '',
      namespace: '',
      name: path,
      ...places,
      hunks: [hunk],
      source: { type: 'large', pair },
    };
  }
}

/** Two hunks that say the same at two places of one list get numbers. */
function distinctIds(hunks: readonly BareHunk[]): BareHunk[] {
  const seen = new Map<string, number>();
  return hunks.map((hunk) => {
    const count = (seen.get(hunk.id) ?? 0) + 1;
    seen.set(hunk.id, count);
    return count === 1 ? hunk : { ...hunk, id: `${hunk.id}~${count}` };
  });
}

/** What changed, object by object. */
export function changeHunks(
  { objects, large }: { readonly objects: readonly ObjectPair[]; readonly large: readonly LargePair[] },
  base: Locator,
  head: Locator,
  headReadings: readonly FileReading[],
): readonly ObjectChange[] {
  const maker = new HunkMaker(base, head, headReadings);
  return [...objects.flatMap((pair) => maker.object(pair) ?? []), ...large.map((pair) => maker.large(pair))];
}
