// What is known of every lint by its code, for reports that tell what a finding is about.
import type { Severity } from '../documents/diagnostic.ts';
import { allLints } from '../lints/all-lints.ts';

export interface LintRule {
  readonly code: string;
  readonly title: string;
  /** Why it matters. */
  readonly help: string;
  readonly severity: Severity;
}

export function lintRules(): readonly LintRule[] {
  return allLints.map(({ code, severity, title, docs }) => ({ code, title, help: docs.why, severity }));
}
