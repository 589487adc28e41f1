// What the lint exporters write: everything that is wrong with a set of manifests, or looks wrong.
import type { Problem } from '../engine/results.ts';
import type { RuleFacts } from './sarif-problems.ts';

export interface LintReport {
  /** By severity, file and place. */
  readonly findings: readonly Problem[];
  /** What is known of the rules behind them, and of others. */
  readonly rules: readonly RuleFacts[];
  readonly files: number;
  /** Findings that a configuration lets pass. */
  readonly ignored: number;
  readonly incomplete: boolean;
}
