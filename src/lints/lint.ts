// What a lint is: advice about manifests that are legal and yet useless or dangerous. One lint, one file, one line in all-lints.ts.
import type { Diagnostic, Severity } from '../documents/diagnostic.ts';
import type { Semantics } from '../model/semantics.ts';
import type { LintContext } from './lint-context.ts';

/** One place that a lint speaks of. The severity is the lint's own where none is given. */
export type Finding = Omit<Diagnostic, 'code' | 'severity' | 'gap'> & { readonly severity?: Severity };

/** A public page that states the behaviour a lint warns of. */
export interface LintSource {
  readonly title: string;
  /** `https:` only. */
  readonly url: string;
}

/** What the lint's page tells. `bad` is found by the lint, `good` is not: both are run as tests. */
export interface LintDocs {
  /** Why it matters. */
  readonly why: string;
  /** How it is mended, a sentence or a few. */
  readonly fix: string;
  /** Where the behaviour is described. */
  readonly source: LintSource;
  /** Whole manifests, the policy first. */
  readonly bad: string;
  readonly good: string;
  /** Under which reading the examples are judged, where that is not the default. */
  readonly semantics?: Semantics;
}

export interface Lint {
  /** Stable, kebab-case; the file's name. */
  readonly code: string;
  /** How bad it usually is. `error`: it never does what it says. */
  readonly severity: Severity;
  /** What is wrong, as a noun phrase or a short sentence without a full stop. */
  readonly title: string;
  readonly docs: LintDocs;
  /** In any order. Never throws; takes time about linear in the policies (see `PairBudget`). */
  check(context: LintContext): readonly Finding[];
}
