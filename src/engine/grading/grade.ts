// What is asked of a learner's draft, and the answer: plain, structured-cloneable data.
import type { SourceFile } from '../../documents/source-file.ts';
import type { Assertion } from '../../resources/assertion.ts';
import type { AssertedVerdict, AssertionResult } from '../assertion-report.ts';
import type { FlowQuery } from '../explanation.ts';
import type { FlipRow, NodeId, SnapshotId } from '../results.ts';
import type { Check, CheckResult } from './check.ts';

/** The most policies and rules that an answer may have beyond those of the start, and flips that it may make. */
export interface Limits {
  readonly policies?: number;
  readonly rules?: number;
  /** Of what is enforced, whatever staged policies would do: 0 for an answer that is only to be previewed. */
  readonly flips?: number;
}

export interface GradeRequest {
  readonly goals: readonly Assertion[];
  /** What wrong answers are known by, the most telling first; all checks of one must hold. */
  readonly mistakes: readonly (readonly Check[])[];
  /** Checks whose results are wanted, whatever they mean. */
  readonly facts: readonly Check[];
  /** All files as they are with the solution; what else the draft opens is counted against it. */
  readonly solution: readonly SourceFile[];
  /** All files of the lesson's start; limits count from there. */
  readonly start: readonly SourceFile[];
  /** All files as the step began: of a draft that is still the same no mistake is told. */
  readonly begun: readonly SourceFile[];
  readonly limits: Limits | undefined;
  /** Goals are judged with staged policies taking part, as Calico computes pending verdicts. */
  readonly pending: boolean;
}

export interface LimitResult {
  readonly of: 'policies' | 'rules' | 'flips';
  readonly most: number;
  /** How many the draft has beyond the start, or flips of it. */
  readonly used: number;
  readonly holds: boolean;
}

/** Flows that differ between the solution and the draft, on every port; counted as flips are. */
export interface FlowDifference {
  readonly count: number;
  /** The first of them. `was` is the verdict with the solution, `verdict` the draft's. */
  readonly rows: readonly FlipRow[];
}

/** An end of some goals as a row or a column of the goal matrix. */
export interface GoalEnd {
  /** As written. */
  readonly text: string;
  /** Undefined where it means nothing here, or several nodes. */
  readonly node: NodeId | undefined;
}

/** What one goal says of a cell. */
export interface GoalPart {
  /** Its place among the goals. */
  readonly goal: number;
  /** `TCP/8080`; undefined: every declared port. */
  readonly port: string | undefined;
  readonly expect: 'allowed' | 'denied';
  readonly verdict: AssertedVerdict | undefined;
}

export interface GoalCell {
  /** Places in `rows` and `columns`. */
  readonly row: number;
  readonly column: number;
  /** What the goals want; `mixed` where they want different things on different ports. Undefined: no goal speaks of the two. */
  readonly goal: 'allowed' | 'denied' | 'mixed' | undefined;
  /** On the ports of the goals; without goals, on every declared port. Undefined where it cannot be told. */
  readonly now: AssertedVerdict | undefined;
  /** Whether all goals of the cell hold; undefined without goals. */
  readonly holds: boolean | undefined;
  readonly parts: readonly GoalPart[];
  /** What explains it; undefined where nothing is judged. */
  readonly query: FlowQuery | undefined;
}

/** The sources of the goals against their destinations. */
export interface GoalMatrix {
  readonly rows: readonly GoalEnd[];
  readonly columns: readonly GoalEnd[];
  /** Row by row, every pair once. */
  readonly cells: readonly GoalCell[];
}

export interface Grade {
  readonly snapshot: SnapshotId;
  /** In the order given. */
  readonly goals: readonly AssertionResult[];
  readonly limits: readonly LimitResult[];
  /** All goals hold, limits are kept, and the answer lacks nothing (`incomplete`). */
  readonly passed: boolean;
  /** Something of the draft is unreadable, rejected or not evaluated. */
  readonly incomplete: boolean;
  /** The first mistake that fits, where not passed and not as the step began. */
  readonly mistake: number | undefined;
  readonly facts: readonly CheckResult[];
  /** Flows open beyond the solution. */
  readonly extra: FlowDifference;
  /** Flows open with the solution and closed here. */
  readonly lacking: FlowDifference;
  /** Flows that are unknown in one of the two and not in the other. */
  readonly unsure: FlowDifference;
  readonly matrix: GoalMatrix;
}
