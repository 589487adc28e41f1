// Collects what decoding one object has to say, and whether the API server or Calico would refuse the object.
import type { Diagnostic, QuickFix, RelatedPlace } from '../documents/diagnostic.ts';
import type { Span } from '../documents/document-value.ts';
import type { SourceRange } from '../documents/source-file.ts';
import type { EnterpriseField } from './calico-resource.ts';

/** Further problems of one object are counted, not listed: a thousand wrong ports are one mistake. */
const MAX_PROBLEMS = 100;

export interface Problem {
  readonly span: Span;
  readonly code: string;
  /** Without the consequence, which `reject` appends. */
  readonly message: string;
  readonly advice?: string | undefined;
  readonly related?: readonly RelatedPlace[];
  readonly fixes?: readonly QuickFix[] | undefined;
}

export interface DecodedObject {
  readonly file: string;
  /** The text of the whole file. */
  readonly text: string;
  /** `NetworkPolicy`, for messages. */
  readonly kind: string;
  /** `NetworkPolicy dev-app/deny-all`. */
  readonly label: string;
  /** What follows when the API server rejects the object: `so it counts as absent, and …`. */
  readonly consequence: string;
  /** Policies: an unknown field rejects the object (strict field validation); elsewhere it only warns. */
  readonly strict: boolean;
  /** Whose rules the object must keep. */
  readonly judge: 'the API server' | 'Calico';
  /** True for Calico's storage form (`crd.projectcalico.org/v1`), which takes lower-case words and fills in nothing. */
  readonly raw: boolean;
}

export class DecodeContext {
  readonly object: DecodedObject;
  /** Fields that only Calico Enterprise knows. */
  readonly enterpriseFields: EnterpriseField[] = [];
  readonly #diagnostics: Diagnostic[] = [];
  #rejected = false;
  #unlisted = 0;

  constructor(object: DecodedObject) {
    this.object = object;
  }

  /** The object is refused: an error with gap `rejected`. */
  reject(problem: Problem): void {
    this.#rejected = true;
    const { kind, consequence, judge } = this.object;
    const message = `${problem.message}; ${judge} rejects the ${kind}, ${consequence}`;
    this.#add({ ...problem, message }, { severity: 'error', gap: 'rejected' });
  }

  /** The object is refused if it is new, but keeps it if it is stored: an error, and the object stays. */
  rejectIfNew(problem: Problem): void {
    this.#add(problem, { severity: 'error' });
  }

  /** The object is taken and stays, but what is written here never does what it says: an error. */
  neverActs(problem: Problem): void {
    this.#add(problem, { severity: 'error' });
  }

  warn(problem: Problem): void {
    this.#add(problem, { severity: 'warning' });
  }

  /** True where further problems are counted only, so that nobody need look for fixes. */
  get full(): boolean {
    return this.#diagnostics.length >= MAX_PROBLEMS;
  }

  get rejected(): boolean {
    return this.#rejected;
  }

  /** All diagnostics, in the order in which they were found. */
  get diagnostics(): readonly Diagnostic[] {
    const last = this.#diagnostics.at(-1);
    if (this.#unlisted === 0 || !last) return this.#diagnostics;
    const { related: _, advice: __, fixes: ___, ...rest } = last;
    const message = `${this.#unlisted} more problems in this object are not listed`;
    return [...this.#diagnostics, { ...rest, code: 'more-problems', message }];
  }

  rangeOf(span: Span): SourceRange {
    return { file: this.object.file, start: span.start, end: span.end };
  }

  #add(problem: Problem, weight: Pick<Diagnostic, 'severity' | 'gap'>): void {
    if (this.full) {
      this.#unlisted++;
      return;
    }
    const { span, code, message, advice, related, fixes } = problem;
    this.#diagnostics.push({
      code,
      message,
      ...weight,
      ...(advice === undefined ? {} : { advice }),
      ...(related === undefined ? {} : { related }),
      ...(fixes === undefined || fixes.length === 0 ? {} : { fixes }),
      range: this.rangeOf(span),
      object: this.object.label,
    });
  }
}
