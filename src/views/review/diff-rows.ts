// The rows in which a changed object is shown: its lines in base and head, what lies between them left out, and the notes of its changes.
import { type LinePair, lineDiff } from '../../base/line-diff.ts';
import type { Location } from '../../engine/results.ts';
import type { ChangeHunk, ManifestChange } from '../../engine/review/review.ts';

export type DiffRow =
  | { readonly type: 'line'; readonly line: LinePair }
  /** Lines that are the same on both sides and far from any change. */
  | { readonly type: 'gap'; readonly lines: readonly LinePair[] }
  | { readonly type: 'note'; readonly hunk: ChangeHunk };

/** Lines shown around what changed. */
const CONTEXT = 3;
/** A gap that hides fewer lines than this hides nothing worth hiding. */
const SMALLEST_GAP = 4;

interface Texts {
  readonly base: string;
  readonly head: string;
}

/** `texts` are those of the files that hold the object. Line numbers are those of the files. */
export function diffRows({ base, head, hunks }: ManifestChange, texts: Texts): readonly DiffRow[] {
  const lines = lineDiff(textAt(texts.base, base), textAt(texts.head, head)).map((line) => ({
    ...line,
    before: line.before === undefined ? undefined : line.before + (base?.line ?? 1) - 1,
    after: line.after === undefined ? undefined : line.after + (head?.line ?? 1) - 1,
  }));
  const notes = notesByLine(hunks, lines);
  const isNear = nearChanges(lines, notes);
  const rows: DiffRow[] = (notes.get(-1) ?? []).map((hunk) => ({ type: 'note', hunk }));
  let hidden: LinePair[] = [];
  const closeGap = () => {
    if (hidden.length >= SMALLEST_GAP) rows.push({ type: 'gap', lines: hidden });
    else rows.push(...hidden.map((line) => ({ type: 'line', line }) as const));
    hidden = [];
  };
  for (const [index, line] of lines.entries()) {
    if (!isNear(index)) {
      hidden.push(line);
      continue;
    }
    closeGap();
    rows.push({ type: 'line', line });
    for (const hunk of notes.get(index) ?? []) rows.push({ type: 'note', hunk });
  }
  closeGap();
  return rows;
}

const textAt = (text: string, place: Location | undefined): string => (place ? text.slice(place.start, place.end) : '');

/** Hunks by the last line that they change; -1 for those of the whole object, which stand above it. */
function notesByLine(hunks: readonly ChangeHunk[], lines: readonly LinePair[]): ReadonlyMap<number, ChangeHunk[]> {
  const notes = new Map<number, ChangeHunk[]>();
  for (const hunk of hunks) {
    const isWhole = hunks.length === 1 && lines.every(({ change }) => change !== 'same');
    const at = isWhole ? -1 : lastLineOf(hunk, lines);
    notes.set(at, [...(notes.get(at) ?? []), hunk]);
  }
  return notes;
}

function lastLineOf({ change, base, head }: ChangeHunk, lines: readonly LinePair[]): number {
  const ends = (side: 'before' | 'after', place: Location | undefined): number =>
    place ? lines.findLastIndex((line) => (line[side] ?? Number.POSITIVE_INFINITY) <= place.endLine) : -1;
  return Math.max(ends('before', base), change === 'removed' ? -1 : ends('after', head));
}

function nearChanges(lines: readonly LinePair[], notes: ReadonlyMap<number, unknown>): (index: number) => boolean {
  const near = new Set<number>();
  for (const [index, { change }] of lines.entries()) {
    if (change === 'same' && !notes.has(index)) continue;
    for (let other = index - CONTEXT; other <= index + CONTEXT; other++) near.add(other);
  }
  return (index) => near.has(index);
}
