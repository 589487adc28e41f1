// What the lint exporters write: everything that is wrong with a set of manifests, or looks wrong.
import type { Problem } from '../engine/results.ts';

export interface LintReport {
  /** By severity, file and place. */
  readonly findings: readonly Problem[];
  readonly files: number;
  readonly incomplete: boolean;
}
