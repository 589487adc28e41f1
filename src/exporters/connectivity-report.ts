// What the connectivity exporters write: all possible flows of one snapshot, named as a person writes them.
import type { Assumption, Problem, SnapshotReport, Verdict } from '../engine/results.ts';

export interface ExportedFlow {
  /** `dev-app/Deployment/frontend`, `dev-app/Pod/probe`, `dev-app`, `internet`, `203.0.113.0/24`. */
  readonly src: string;
  readonly dst: string;
  readonly protocol: string;
  /** `80,8000-8080`, or `all`. */
  readonly ports: string;
  readonly verdict: Verdict;
  /** Where the pods of both ends differ: pairs of pods with this verdict of all pairs. */
  readonly mixed?: { readonly pairs: number; readonly of: number };
  /** For `unknown`: what is not known, a sentence. */
  readonly missing?: string;
}

export interface ConnectivityReport {
  readonly level: 'namespace' | 'workload' | 'pod';
  readonly counts: SnapshotReport['counts'];
  /** Allowed and unknown ones, sorted by source, destination, protocol. */
  readonly flows: readonly ExportedFlow[];
  readonly assumptions: readonly Assumption[];
  readonly problems: readonly Problem[];
  readonly incomplete: boolean;
}
