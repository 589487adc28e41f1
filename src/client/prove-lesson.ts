// The proof of a lesson: that it can be done, that wrong answers are known, that its facts are so. For `sluice lesson check` and the tests.
import type { Diagnostic } from '../documents/diagnostic.ts';
import type { SourceFile } from '../documents/source-file.ts';
import type { Check } from '../engine/grading/check.ts';
import { Locator } from '../engine/locate.ts';
import type { Problem } from '../engine/results.ts';
import type { Lesson } from '../lessons/lesson.ts';
import { filesBefore, gradeRequest } from '../lessons/lesson-files.ts';
import { readLesson } from '../lessons/read-lesson.ts';
import { findingRules } from './finding-help.ts';
import { LessonDrafts } from './lesson-drafts.ts';
import { lessonProblem, StepProof } from './prove-step.ts';

/** Wrong answers that a lesson knows at least, looser ones, and sentences of fact. */
const LEAST = { mistakes: 2, looser: 1, facts: 1 } as const;

/** What was proven, of how much of each. */
export interface LessonCounts {
  readonly steps: number;
  readonly goals: number;
  readonly mistakes: number;
  readonly looser: number;
  readonly facts: number;
}

export interface LessonProof {
  /** Undefined where its file cannot be read as one. */
  readonly lesson: Lesson | undefined;
  /** In the order of the file; without one that is an error, everything is proven. */
  readonly problems: readonly Problem[];
  readonly counts: LessonCounts;
}

const NO_RESOURCES = { resources: [], diagnostics: [], unused: [] };

const NOTHING: LessonCounts = { steps: 0, goals: 0, mistakes: 0, looser: 0, facts: 0 };

export function countLesson({ steps }: Lesson): LessonCounts {
  const sum = (of: (step: Lesson['steps'][number]) => number): number =>
    steps.reduce((count, step) => count + of(step), 0);
  return {
    steps: steps.length,
    goals: sum(({ goals }) => goals.length),
    mistakes: sum(({ mistakes }) => mistakes.length),
    looser: sum(({ looser }) => looser.length),
    facts: sum(({ text }) => text.filter(({ fact }) => fact).length),
  };
}

function tooFew(lesson: Lesson): readonly Diagnostic[] {
  const counts = countLesson(lesson);
  const words = { mistakes: 'mistakes', looser: 'looser answers', facts: 'sentences of fact' } as const;
  return (['mistakes', 'looser', 'facts'] as const).flatMap((of) => {
    if (counts[of] >= LEAST[of]) return [];
    const message = `The lesson has ${counts[of]} ${words[of]}; there must be at least ${LEAST[of]}`;
    return [lessonProblem('too-few', lesson.stepsAt, message, 'See docs/lessons.md.')];
  });
}

/** Messages by which a learner could not tell mistakes apart, and names that stand twice. */
function notDistinct({ steps }: Lesson): readonly Diagnostic[] {
  const said = new Set<string>();
  return steps.flatMap(({ mistakes }) => {
    const names = new Set<string>();
    return mistakes.flatMap(({ name, say, range }) => {
      const isKnown = said.has(say);
      const isNamed = names.has(name);
      said.add(say);
      names.add(name);
      const same = `Another mistake of the lesson is told the same as \`${name}\``;
      const twice = `Another mistake of the step is called \`${name}\``;
      return [
        ...(isKnown ? [lessonProblem('same-message', range, same, 'Say what went wrong in this one.')] : []),
        ...(isNamed ? [lessonProblem('duplicate-name', range, twice, 'Give each a name of its own.')] : []),
      ];
    });
  });
}

/** That a finding is not there holds of every word that is no code. */
function unknownCodes({ steps }: Lesson): readonly Diagnostic[] {
  const codes = new Set(findingRules().map(({ code }) => code));
  const checks = steps.flatMap(({ text, mistakes }): readonly Check[] => [
    ...text.flatMap(({ fact }) => fact?.holds ?? []),
    ...mistakes.flatMap(({ when }) => when),
  ]);
  return checks.flatMap((check) => {
    if (check.type !== 'finding' || codes.has(check.code)) return [];
    const message = `No finding has the code \`${check.code}\``;
    return [lessonProblem('unknown-code', check.range, message, '`sluice lint --list` lists them.')];
  });
}

/** All that is not so of a lesson that could be read. */
export function lessonProblems(lesson: Lesson): readonly Diagnostic[] {
  const drafts = new LessonDrafts(lesson.options);
  const ofSteps = lesson.steps.flatMap((step, index) => {
    const request = gradeRequest(lesson, index);
    return request ? new StepProof(drafts, { step, before: filesBefore(lesson, index), request }).prove() : [];
  });
  return [...tooFew(lesson), ...notDistinct(lesson), ...unknownCodes(lesson), ...ofSteps];
}

/** Reads a lesson and proves it. Never throws for what is in the file. */
export function proveLesson(file: SourceFile): LessonProof {
  const { lesson, diagnostics } = readLesson(file);
  const found = [...diagnostics, ...(lesson ? lessonProblems(lesson) : [])];
  const locator = new Locator([{ file, documents: 1, decoded: NO_RESOURCES, diagnostics: [] }]);
  const problems = found.sort((a, b) => a.range.start - b.range.start).map((one) => locator.problem(one));
  return { lesson, problems, counts: lesson ? countLesson(lesson) : NOTHING };
}
