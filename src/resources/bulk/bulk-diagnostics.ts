// What there is to say about a large file as a whole, each kind of trouble listed a hundred times at most.
import type { Diagnostic, Gap } from '../../documents/diagnostic.ts';

const MAX_ALIKE = 100;

export class BulkDiagnostics {
  readonly #path: string;
  readonly #listed: Diagnostic[] = [];
  readonly #counts = new Map<string, number>();

  constructor(path: string) {
    this.#path = path;
  }

  /** `start` and `end` are bytes of the file. */
  error(code: string, gap: Gap, message: string, advice: string, start: number, end: number): void {
    this.#add({ code, severity: 'error', message, advice, gap, range: { file: this.#path, start, end } });
  }

  overBudget(message: string, advice: string, start: number, end: number): void {
    this.error('over-budget', 'over-budget', message, advice, start, end);
  }

  warn(code: string, message: string, advice: string, start: number, end: number): void {
    this.#add({ code, severity: 'warning', message, advice, range: { file: this.#path, start, end } });
  }

  /** In the order in which they were found; then how many more there are. */
  get list(): readonly Diagnostic[] {
    const more = [...this.#counts].flatMap(([code, count]): Diagnostic[] => {
      const first = this.#listed.find((one) => one.code === code);
      if (count <= MAX_ALIKE || first === undefined) return [];
      return [{ ...first, message: `${count - MAX_ALIKE} more findings \`${code}\` in this file are not listed` }];
    });
    return [...this.#listed, ...more];
  }

  #add(diagnostic: Diagnostic): void {
    const count = (this.#counts.get(diagnostic.code) ?? 0) + 1;
    this.#counts.set(diagnostic.code, count);
    if (count <= MAX_ALIKE) this.#listed.push(diagnostic);
  }
}
