// What Sluice has to say about a text: a stable code, a severity, a sentence, the place, and what to do.
import type { SourceRange } from './source-file.ts';
import type { TextEdit } from './text-edit.ts';

export type Severity = 'error' | 'warning' | 'info';

/**
 * What the diagnostic means for the answer:
 * - `unreadable`: a text or document could not be read at all,
 * - `rejected`: the API server would refuse the object, so it counts as absent,
 * - `not-evaluated`: a policy that Sluice does not evaluate, so the answer lacks its effect,
 * - `over-budget`: not read, because it passes a limit.
 * Any of these makes an answer incomplete (exit status 3). Without it the diagnostic only informs.
 */
export type Gap = 'unreadable' | 'rejected' | 'not-evaluated' | 'over-budget';

export interface RelatedPlace {
  readonly message: string;
  readonly range: SourceRange;
}

/** One way to correct the text: all edits together. `title` is an imperative sentence for a menu, without a full stop. */
export interface QuickFix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** Set where the manifests mean the same afterwards, whatever else is in the cluster. */
  readonly safe?: true;
}

export interface Diagnostic {
  /** Stable, kebab-case: `unknown-field`, `duplicate-key`, `hidden-line-break`. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, in one sentence without a full stop's worth of jargon. Names of things are quoted with backticks. */
  readonly message: string;
  /** What to do about it, an imperative sentence. */
  readonly advice?: string;
  readonly range: SourceRange;
  /** The object it is about: `NetworkPolicy dev-app/deny-all`. */
  readonly object?: string;
  readonly gap?: Gap;
  readonly related?: readonly RelatedPlace[];
  /** The likeliest first. */
  readonly fixes?: readonly QuickFix[];
}
