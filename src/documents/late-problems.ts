// Errors that go-yaml finds only after the whole document has parsed, so that any syntax error comes first.
import type { DocumentValue } from './document-value.ts';
import { ReadingError, type ReadingErrorKind, type ReadingProblem } from './reading-error.ts';

/** In this order kubectl would meet them; an ambiguous key it would not even notice. */
const JSON_ORDER: readonly ReadingErrorKind[] = ['key', 'not-finite', 'ambiguous-key'];

export class LateProblems {
  #decoding: ReadingProblem | undefined;
  /** Values that JSON cannot carry; harmless if a later duplicate key replaces them. */
  readonly #suspects = new Map<DocumentValue, ReadingProblem>();

  /** Notes an error of decoding (tag, merge, map as key, alias to itself); the first one counts. */
  decoding(problem: ReadingProblem): void {
    this.#decoding ??= problem;
  }

  suspect(value: DocumentValue, problem: ReadingProblem): void {
    this.#suspects.set(value, problem);
  }

  /** @throws ReadingError if a problem was noted that the finished document `root` still has */
  check(root: DocumentValue): void {
    if (this.#decoding !== undefined) throw new ReadingError(this.#decoding);
    if (this.#suspects.size === 0) return;
    const found = this.#reachable(root);
    for (const kind of JSON_ORDER) {
      const problem = found.find((candidate) => candidate.kind === kind);
      if (problem !== undefined) throw new ReadingError(problem);
    }
  }

  #reachable(root: DocumentValue): ReadingProblem[] {
    const found: ReadingProblem[] = [];
    const seen = new Set<DocumentValue>([root]);
    const waiting: DocumentValue[] = [root];
    const visit = (value: DocumentValue): void => {
      if (seen.has(value)) return;
      seen.add(value);
      waiting.push(value);
    };
    for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
      const problem = this.#suspects.get(value);
      if (problem !== undefined) found.push(problem);
      if (value.kind === 'list') for (const item of value.items) visit(item);
      else if (value.kind === 'map') for (const entry of value.entries) visit(entry.value);
    }
    return found.sort((a, b) => a.start - b.start);
  }
}
