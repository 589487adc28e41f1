// Analyses as they cross to the page: what the page holds already since the last one is named, not sent again.
import type { Analysis, SnapshotReport } from '../engine/results.ts';

/** The lists of a report; everything else in it is small. */
const LISTS = [
  'files',
  'namespaces',
  'externals',
  'hosts',
  'tiers',
  'policies',
  'inactive',
  'unused',
  'problems',
  'assumptions',
] as const;

type Lists = Pick<SnapshotReport, (typeof LISTS)[number]>;

/**
 * `same`: the list that was sent last; `changed`: that list with other items in some places. Otherwise each item, or its place in
 * that list.
 */
type ListDelta =
  | 'same'
  | { readonly changed: readonly (readonly [place: number, item: object])[] }
  | readonly (object | number)[];

/** Past this share of a list's places, all of its items are told. */
const MUCH = 0.25;

export interface AnalysisDelta {
  readonly analysis: Omit<Analysis, 'report'>;
  readonly report: Omit<SnapshotReport, keyof Lists>;
  readonly lists: Readonly<Record<keyof Lists, ListDelta>>;
}

/** Remembers what was sent. The engine's reports keep what did not change as the very same objects. */
export class AnalysisSender {
  #sent: Lists | undefined;

  pack(whole: Analysis): AnalysisDelta {
    const { report: full, ...analysis } = whole;
    const { files, namespaces, externals, hosts, tiers, policies, inactive, unused, problems, assumptions, ...report } =
      full;
    const lists = { files, namespaces, externals, hosts, tiers, policies, inactive, unused, problems, assumptions };
    const deltas = Object.fromEntries(LISTS.map((name) => [name, deltaOf(this.#sent?.[name] ?? [], lists[name])]));
    this.#sent = lists;
    return { analysis, report, lists: deltas as AnalysisDelta['lists'] };
  }
}

function deltaOf(before: readonly object[], now: readonly object[]): ListDelta {
  if (before === now && now.length > 0) return 'same';
  if (before.length === now.length && now.length > 0) {
    const changed: [number, object][] = [];
    for (let place = 0; place < now.length; place++) {
      const item = now[place];
      if (item !== undefined && item !== before[place]) changed.push([place, item]);
    }
    if (changed.length === 0) return 'same';
    if (changed.length <= now.length * MUCH) return { changed };
  }
  const places = new Map(before.map((item, place) => [item, place]));
  return now.map((item) => places.get(item) ?? item);
}

/** Holds what was received. Takes every answer of one sender, in order. */
export class AnalysisReceiver {
  #held: Partial<Record<keyof Lists, readonly object[]>> = {};

  unpack({ analysis, report, lists }: AnalysisDelta): Analysis {
    const held = Object.fromEntries(LISTS.map((name) => [name, filled(lists[name], this.#held[name] ?? [])]));
    this.#held = held;
    return { ...analysis, report: { ...report, ...(held as unknown as Lists) } };
  }
}

function filled(delta: ListDelta, held: readonly object[]): readonly object[] {
  if (delta === 'same') return held;
  if ('changed' in delta) {
    const list = [...held];
    for (const [place, item] of delta.changed) list[place] = item;
    return list;
  }
  return delta.flatMap((item) => (typeof item === 'number' ? (held[item] ?? []) : item));
}
