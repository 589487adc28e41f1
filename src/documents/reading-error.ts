// Why a text cannot be read: thrown inside this layer, turned into a diagnostic at its border.

/** The kinds of error kubectl's reader knows, and two of our own: `ambiguous-key` and `over-budget`. */
export type ReadingErrorKind =
  | 'alias'
  | 'ambiguous-key'
  | 'character'
  | 'depth'
  | 'encoding'
  | 'json-syntax'
  | 'key'
  | 'merge'
  | 'not-finite'
  | 'number-range'
  | 'over-budget'
  | 'separator'
  | 'tag'
  | 'yaml-syntax';

export interface ReadingProblem {
  readonly kind: ReadingErrorKind;
  readonly message: string;
  readonly advice: string;
  /** UTF-16 offsets into the file's text. */
  readonly start: number;
  readonly end: number;
  readonly related?: readonly { readonly message: string; readonly start: number; readonly end: number }[];
}

/** Never leaves the layer: `readDocuments` and `readKubectlText` catch it. */
export class ReadingError extends Error {
  readonly problem: ReadingProblem;

  constructor(problem: ReadingProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

export function syntaxError(
  message: string,
  advice: string,
  start: number,
  end: number = start + 1,
  related: ReadingProblem['related'] = [],
): ReadingError {
  return new ReadingError({ kind: 'yaml-syntax', message, advice, start, end, related });
}
