// Two versions of a list side by side: what stayed, what changed in its place, what came and what went.
import type { DocumentValue } from '../../documents/document-value.ts';
import { isSameValue, likeness } from './same-value.ts';

/** Places in the list before and after; one of them is missing for what came or went. */
export interface AlignedItem {
  readonly before: number | undefined;
  readonly after: number | undefined;
}

/** Of several items those less alike than this are two things, not one that changed. */
const LEAST_LIKENESS = 0.3;
/** Cells of the table; longer lists are compared place by place. */
const MOST_CELLS = 1_000_000;

const isScalar = ({ kind }: DocumentValue): boolean => kind !== 'map' && kind !== 'list';

/** The path through two sequences with the greatest sum of `worth`; 0 where two may not be paired. Of equal ones the first pairs early. */
function bestPairs(rows: number, columns: number, worth: (row: number, column: number) => number): [number, number][] {
  const width = columns + 1;
  const best = new Float64Array((rows + 1) * width);
  const at = (row: number, column: number): number => best[row * width + column] ?? 0;
  const worths = new Float64Array(rows * columns);
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const own = worth(row, column);
      worths[row * columns + column] = own;
      const paired = own > 0 ? own + at(row + 1, column + 1) : 0;
      best[row * width + column] = Math.max(paired, at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    const own = worths[row * columns + column] ?? 0;
    if (own > 0 && at(row, column) === own + at(row + 1, column + 1)) pairs.push([row++, column++]);
    else if (at(row, column) === at(row + 1, column)) row++;
    else column++;
  }
  return pairs;
}

/** Pairs what changed between two items that stayed. */
function pairGap(before: readonly DocumentValue[], after: readonly DocumentValue[]): [number, number][] {
  const [one, other] = [before[0], after[0]];
  // One thing in place of another: the one changed into the other.
  if (one && other && before.length === 1 && after.length === 1 && isScalar(one) === isScalar(other)) return [[0, 0]];
  return bestPairs(before.length, after.length, (row, column) => {
    const [a, b] = [before[row], after[column]];
    if (!a || !b || isScalar(a) || isScalar(b)) return 0;
    const alike = likeness(a, b);
    return alike >= LEAST_LIKENESS ? alike : 0;
  });
}

/** In the order of both lists; of what came and went at one place, what went first. */
function merged(before: number, after: number, pairs: readonly (readonly [number, number])[]): AlignedItem[] {
  const items: AlignedItem[] = [];
  let [row, column] = [0, 0];
  for (const [toRow, toColumn] of [...pairs, [before, after] as const]) {
    while (row < toRow) items.push({ before: row++, after: undefined });
    while (column < toColumn) items.push({ before: undefined, after: column++ });
    if (toRow < before || toColumn < after) items.push({ before: row++, after: column++ });
  }
  return items;
}

/** The longest common subsequence stays; in the gaps between, items that are alike are one that changed. */
export function alignLists(before: readonly DocumentValue[], after: readonly DocumentValue[]): readonly AlignedItem[] {
  if (before.length * after.length > MOST_CELLS) {
    const pairs = Array.from({ length: Math.min(before.length, after.length) }, (_, at) => [at, at] as const);
    return merged(before.length, after.length, pairs);
  }
  const same = bestPairs(before.length, after.length, (row, column) => {
    const [a, b] = [before[row], after[column]];
    return a && b && isSameValue(a, b) ? 1 : 0;
  });
  const pairs: [number, number][] = [];
  let [row, column] = [0, 0];
  for (const [toRow, toColumn] of [...same, [before.length, after.length] as const]) {
    for (const [a, b] of pairGap(before.slice(row, toRow), after.slice(column, toColumn)))
      pairs.push([row + a, column + b]);
    if (toRow < before.length && toColumn < after.length) pairs.push([toRow, toColumn]);
    [row, column] = [toRow + 1, toColumn + 1];
  }
  return merged(before.length, after.length, pairs);
}
