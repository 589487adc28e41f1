// Facts about a set of manifests that a lesson names: what its sentences rest on, and what wrong answers are known by.
import type { SourceRange } from '../../documents/source-file.ts';
import type { Assertion } from '../../resources/assertion.ts';
import type { FlowQuery } from '../explanation.ts';
import type { Direction } from '../results.ts';

interface Written {
  readonly range: SourceRange;
}

/** A flow is allowed or denied; of one end alone with `end`. */
export interface FlowCheck extends Written {
  readonly type: 'flow';
  readonly assertion: Assertion;
  /** The verdict of this end alone counts. Only where `query` is set. */
  readonly end?: Direction;
  /** What the explanation's chain at that end, or at either, must name. Only where `query` is set. */
  readonly by?: string;
  /** Staged policies take part. */
  readonly pending?: true;
  /** The one flow that it speaks of; undefined where it may speak of several. */
  readonly query?: FlowQuery;
}

/** A problem or a finding of a lint with this code is there, or is not. */
export interface FindingCheck extends Written {
  readonly type: 'finding';
  readonly code: string;
  readonly isThere: boolean;
}

/** A policy applies to so many pods. `ns/name`, or the name of one without a namespace; with `*`, some policy that fits does. */
export interface PolicyCheck extends Written {
  readonly type: 'policy';
  readonly name: string;
  readonly pods: number;
}

/** The API server refuses a document of this file; with `*`, of some file that fits. */
export interface RejectedCheck extends Written {
  readonly type: 'rejected';
  readonly path: string;
}

export type Check = FlowCheck | FindingCheck | PolicyCheck | RejectedCheck;

export interface CheckResult {
  readonly holds: boolean;
  /** What is checked: `dev/web reaches dev/db on TCP/5432`, `finding dns-blocked`. */
  readonly claim: string;
  /** What is so instead, or as claimed: `allowed`, `applies to 3 pods`, `the file is not there`. */
  readonly now: string;
  /** What explains it, where it speaks of a flow. */
  readonly query?: FlowQuery;
}
