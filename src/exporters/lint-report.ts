// What the lint exporters write: everything that is wrong with a set of manifests, or looks wrong.
import type { Problem } from '../engine/results.ts';
import type { FindingPage } from '../findings/finding-page.ts';
import type { PassedFinding } from '../findings/let-pass.ts';

export interface LintReport {
  /** By severity, file and place. */
  readonly findings: readonly Problem[];
  /** What is known of the rules behind them, and of others. */
  readonly rules: readonly FindingPage[];
  readonly files: number;
  /** Findings that a comment or a configuration lets pass. */
  readonly passed: readonly PassedFinding[];
  readonly incomplete: boolean;
}
