// Which lines two texts share.
import { diffArrays } from 'diff';

export interface LinePair {
  readonly change: 'same' | 'removed' | 'added';
  readonly text: string;
  /** From 1, in either text; undefined where it has no such line. */
  readonly before: number | undefined;
  readonly after: number | undefined;
}

/** Lines of both texts in order, what is gone before what came in its place. A line break at the end makes no line. */
export function lineDiff(before: string, after: string): readonly LinePair[] {
  const pairs: LinePair[] = [];
  let [old, now] = [0, 0];
  for (const { value, added, removed } of diffArrays(linesOf(before), linesOf(after))) {
    for (const text of value) {
      if (!added) old += 1;
      if (!removed) now += 1;
      const change = added ? 'added' : removed ? 'removed' : 'same';
      pairs.push({ change, text, before: added ? undefined : old, after: removed ? undefined : now });
    }
  }
  return pairs;
}

function linesOf(text: string): string[] {
  if (text === '') return [];
  return text.replace(/\r?\n$/, '').split(/\r?\n/);
}
