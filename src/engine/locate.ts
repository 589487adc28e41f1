// Ranges to places with lines and columns, for answers that leave the engine.
import { compareText } from '../base/compare-text.ts';
import type { Diagnostic } from '../documents/diagnostic.ts';
import { LineIndex, type Position } from '../documents/line-index.ts';
import type { SourceFile, SourceRange } from '../documents/source-file.ts';
import type { FileReading, LoadedFile } from './read-workspace.ts';
import type { Location, Problem } from './results.ts';

const indexes = new WeakMap<SourceFile, LineIndex>();

/** Lines of a file, computed once for each text. */
function lineIndexOf(file: SourceFile): LineIndex {
  const known = indexes.get(file);
  if (known) return known;
  const made = new LineIndex(file.text);
  indexes.set(file, made);
  return made;
}

function originOf(
  { path, line, shift }: NonNullable<LoadedFile['excerptOf']>,
  at: Position,
): NonNullable<Location['origin']> {
  const below = at.line - 1 - shift.lines;
  // What was put before the object stands nowhere in the file.
  if (below < 0) return { file: path, line, column: Math.max(1, 1 + shift.first) };
  const column = at.column + (below === 0 ? shift.first : shift.others);
  return { file: path, line: line + below, column: Math.max(1, column) };
}

/** Resolves ranges in the files of one snapshot. */
export class Locator {
  readonly #readings: readonly FileReading[];
  /** Mostly several places of one file are asked for. */
  #last: LoadedFile | undefined;

  /** `readings` in path order. */
  constructor(readings: readonly FileReading[]) {
    this.#readings = readings;
  }

  /** The text that places in a file are told of. */
  file(path: string): LoadedFile | undefined {
    if (this.#last?.path !== path) this.#last = this.#find(path);
    return this.#last;
  }

  #find(path: string): LoadedFile | undefined {
    let low = 0;
    let high = this.#readings.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareText(this.#readings[middle]?.file.path ?? '', path) <= 0) low = middle + 1;
      else high = middle;
    }
    const file = this.#readings[low - 1]?.file;
    return file?.path === path ? file : undefined;
  }

  locate(range: SourceRange): Location {
    const file = this.file(range.file);
    const lines = file && lineIndexOf(file);
    const start = lines?.positionAt(range.start) ?? { line: 1, column: 1 };
    const end = lines?.positionAt(range.end) ?? { line: 1, column: 1 };
    return {
      file: range.file,
      line: start.line,
      column: start.column,
      endLine: end.line,
      endColumn: end.column,
      start: range.start,
      end: range.end,
      ...(file?.excerptOf ? { origin: originOf(file.excerptOf, start) } : {}),
    };
  }

  problem(diagnostic: Diagnostic): Problem {
    const { range, related, ...rest } = diagnostic;
    return {
      ...rest,
      location: this.locate(range),
      ...(related
        ? { related: related.map((place) => ({ message: place.message, location: this.locate(place.range) })) }
        : {}),
    };
  }
}
