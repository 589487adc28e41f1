// Runs lints over one snapshot, a step at a time, so that whoever has other work can do it in between.
import type { Diagnostic } from '../documents/diagnostic.ts';
import { allLints } from './all-lints.ts';
import type { Finding, Lint } from './lint.ts';
import type { LintContext } from './lint-context.ts';

function diagnosticOf({ code, severity }: Lint, finding: Finding): Diagnostic {
  return { severity, ...finding, code };
}

/** What each lint finds, lint by lint. */
export function* lintSteps(
  context: LintContext,
  lints: readonly Lint[] = allLints,
): Generator<readonly Diagnostic[], void> {
  for (const lint of lints) yield lint.check(context).map((finding) => diagnosticOf(lint, finding));
}
