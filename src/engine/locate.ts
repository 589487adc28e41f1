// Ranges to places with lines and columns, for answers that leave the engine.
import type { Diagnostic } from '../documents/diagnostic.ts';
import { LineIndex } from '../documents/line-index.ts';
import type { SourceFile, SourceRange } from '../documents/source-file.ts';
import type { LoadedFile } from './read-workspace.ts';
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

/** Resolves ranges in the files of one snapshot. */
export class Locator {
  readonly #files: ReadonlyMap<string, LoadedFile>;

  constructor(files: Iterable<LoadedFile>) {
    this.#files = new Map([...files].map((file) => [file.path, file]));
  }

  /** The text that places in a file are told of. */
  file(path: string): SourceFile | undefined {
    return this.#files.get(path);
  }

  locate(range: SourceRange): Location {
    const file = this.#files.get(range.file);
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
      ...(file?.excerptOf ? { origin: { file: file.excerptOf.path, line: file.excerptOf.line + start.line - 1 } } : {}),
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
