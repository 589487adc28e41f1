// What the diff exporters write: the flips between two snapshots, each with its risk and what may have caused it.
import type { Problem, SnapshotReport, Verdict } from '../engine/results.ts';
import type { ExportedFlow } from './connectivity-report.ts';

/** A change of a manifest that concerns either end of a flip. */
export interface FlipCause {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** `added NetworkPolicy dev-app/deny-all`. */
  readonly change: string;
}

/** Where a flip leads: out of the cluster or into it, from one namespace to another, or within one. */
export type Risk = 'internet' | 'cross-namespace' | 'namespace';

export interface ExportedFlip extends ExportedFlow {
  readonly was: Verdict;
  readonly risk: Risk;
  readonly causes: readonly FlipCause[];
}

export interface DiffReport {
  readonly opened: readonly ExportedFlip[];
  readonly closed: readonly ExportedFlip[];
  /** To or from unknown. */
  readonly unknown: readonly ExportedFlip[];
  readonly base: SnapshotReport['counts'];
  readonly head: SnapshotReport['counts'];
  /** Of the head. */
  readonly problems: readonly Problem[];
  readonly incomplete: boolean;
}
