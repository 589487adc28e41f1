// What would make a flow allowed: the smallest changes, each written out and judged. Plain, structured-cloneable data.
import type { TextChange } from '../../documents/text-edit.ts';
import type { FlipRow, Impact, SnapshotId } from '../results.ts';

/**
 * `label`: somebody gets, or loses, a label; `rule`: a policy that is asked gets a rule; `policy`: there is a policy more;
 * `order`: a policy that allows the flow comes before the one that stops it.
 */
export type RemedyKind = 'label' | 'rule' | 'policy' | 'order';

/** One way to have the flow allowed. */
export interface Remedy {
  readonly kind: RemedyKind;
  /** A clause behind "Would be allowed if": `frontend-egress had a rule for TCP 8080 to dev-app/Deployment/backend`. */
  readonly title: string;
  /** What would have to be written. */
  readonly change: TextChange;
  /** The lines it touches, as they are and as they would be: by file, in order. */
  readonly hunks: readonly RemedyHunk[];
  /** What else it would flip, on the ports that flips are counted on. */
  readonly others: Impact;
  /** The first of these flips. */
  readonly flips: readonly FlipRow[];
}

export interface RemedyHunk {
  readonly file: string;
  /** From 1: where the lines stand now. */
  readonly line: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export interface Remedies {
  readonly snapshot: SnapshotId;
  /** Those that change least come first; none where the flow is allowed, or nothing that was tried allows it. */
  readonly remedies: readonly Remedy[];
}
