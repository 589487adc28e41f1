// Drafts of a lesson, graded as the page would grade them.
import type { SourceFile } from '../documents/source-file.ts';
import type { AssertionResult } from '../engine/assertion-report.ts';
import { defaultOptions, type EngineOptions } from '../engine/engine-options.ts';
import { explainQuery } from '../engine/explain-query.ts';
import type { Explanation, FlowQuery } from '../engine/explanation.ts';
import type { Grade, GradeRequest } from '../engine/grading/grade.ts';
import { DraftGrader } from '../engine/grading/grade-draft.ts';
import { askedFindings } from '../engine/grading/judge-check.ts';
import { judgeAssertions } from '../engine/judge-assertions.ts';
import { Locator } from '../engine/locate.ts';
import type { QueryError } from '../engine/results.ts';
import { createSnapshot, createSnapshotCache, type Snapshot } from '../engine/snapshot.ts';
import type { Lesson } from '../lessons/lesson.ts';
import { foundBy } from './find-grade.ts';

export class LessonDrafts {
  readonly #options: EngineOptions;
  readonly #cache = createSnapshotCache();
  readonly #grader = new DraftGrader();

  constructor(options: Lesson['options']) {
    this.#options = { ...defaultOptions, ...options };
  }

  snapshot(files: readonly SourceFile[]): Snapshot {
    return createSnapshot(files, this.#options, this.#cache);
  }

  grade(files: readonly SourceFile[], request: GradeRequest): Grade {
    const snapshot = this.snapshot(files);
    const findings = foundBy(snapshot, askedFindings([...request.mistakes.flat(), ...request.facts]));
    return this.#grader.grade({ id: 0, snapshot }, request, this.#cache, findings);
  }

  /** Flows by themselves, without what else a grade tells. */
  judge(files: readonly SourceFile[], flows: GradeRequest['goals'], pending: boolean): readonly AssertionResult[] {
    const snapshot = this.#view(files, pending);
    return judgeAssertions(snapshot, flows, new Locator(snapshot.readings)).results;
  }

  /** With staged policies taking part, or without. */
  #view(files: readonly SourceFile[], pending: boolean): Snapshot {
    return createSnapshot(files, { ...this.#options, pending: pending ? 'calico' : 'enforced' }, this.#cache);
  }

  explain(files: readonly SourceFile[], query: FlowQuery, pending: boolean): Explanation | QueryError {
    return explainQuery(this.#view(files, pending), query, 0);
  }
}
