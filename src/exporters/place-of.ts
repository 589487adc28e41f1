// Where something is written, as a person finds it: in the large file that an excerpt was taken from, if it was.
import type { Location } from '../engine/results.ts';

export function placeOf({ file, line, column, origin }: Location): {
  readonly file: string;
  readonly line: number;
  readonly column: number;
} {
  return origin ?? { file, line, column };
}
