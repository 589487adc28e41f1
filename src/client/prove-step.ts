// What must be so of one step of a lesson, each rule by what the engine says.
import type { Diagnostic } from '../documents/diagnostic.ts';
import type { SourceFile, SourceRange } from '../documents/source-file.ts';
import type { AssertionResult } from '../engine/assertion-report.ts';
import type { Check } from '../engine/grading/check.ts';
import type { Grade, GradeRequest } from '../engine/grading/grade.ts';
import { TOO_MANY } from '../engine/grading/judge-check.ts';
import { LESSON, type LessonMistake, type LessonStep, type LooserAnswer } from '../lessons/lesson.ts';
import { filesWith } from '../lessons/lesson-files.ts';
import { toldLines } from '../lessons/told-lines.ts';
import type { LessonDrafts } from './lesson-drafts.ts';

/** How many of the hints may say nothing of the solution. */
const SILENT_HINTS = 2;

export interface StepToProve {
  readonly step: LessonStep;
  /** All files as the step begins. */
  readonly before: readonly SourceFile[];
  readonly request: GradeRequest;
}

export function lessonProblem(code: string, range: SourceRange, message: string, advice: string): Diagnostic {
  return { code, severity: 'error', message, advice, range, object: LESSON.kind };
}

const quoted = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

/** What a mistake is known by, judged where somebody made it or not. */
const checksOf = (request: GradeRequest, facts: readonly Check[]): GradeRequest => ({ ...request, facts });

export class StepProof {
  readonly problems: Diagnostic[] = [];
  readonly #drafts: LessonDrafts;
  readonly #step: LessonStep;
  readonly #before: readonly SourceFile[];
  readonly #request: GradeRequest;

  constructor(drafts: LessonDrafts, { step, before, request }: StepToProve) {
    this.#drafts = drafts;
    this.#step = step;
    this.#before = before;
    this.#request = request;
  }

  prove(): readonly Diagnostic[] {
    const start = this.#drafts.grade(this.#before, this.#request);
    const solution = this.#drafts.grade(this.#request.solution, this.#request);
    this.#proveStart(start);
    this.#proveSolution(solution);
    this.#proveFacts(start, solution);
    for (const [index, mistake] of this.#step.mistakes.entries()) this.#proveMistake(mistake, index);
    for (const looser of this.#step.looser) this.#proveLooser(looser);
    this.#proveHints();
    this.#provePlaces();
    return this.problems;
  }

  #fault(code: string, range: SourceRange, message: string, advice: string): void {
    this.problems.push(lessonProblem(code, range, message, advice));
  }

  #proveStart({ passed, goals }: Grade): void {
    const { places, mistakes } = this.#step;
    if (passed || goals.every(({ holds }) => holds)) {
      const message = 'Every goal holds as the step begins, so there is nothing to do';
      this.#fault('start-passes', places.goals, message, 'Add a goal that fails until the solution is there.');
    }
    const checks = mistakes.flatMap(({ when }) => when);
    const { facts } = this.#drafts.grade(this.#before, checksOf(this.#request, checks));
    let next = 0;
    for (const { name, when, unchanged, range } of mistakes) {
      const own = facts.slice(next, next + when.length);
      next += when.length;
      if (unchanged || !own.every(({ holds }) => holds)) continue;
      const message = `Mistake \`${name}\` fits as the step begins, so it is told whatever is typed first`;
      const advice = 'Add a check to `when`; or, where the message is true even then, write `unchanged: true`.';
      this.#fault('mistake-at-start', range, message, advice);
    }
  }

  /** Of a goal, why it does not hold. */
  #whyNot(files: readonly SourceFile[], { fault, isPartial, verdict, expect, odd, query }: AssertionResult): string {
    if (fault !== undefined) return fault;
    if (isPartial) return TOO_MANY;
    const [first] = odd;
    const answer = this.#drafts.explain(files, query, this.#step.pending);
    const flow = first ? `${first.from} to ${first.to} on ${first.ports}` : 'it';
    const ends = 'error' in answer ? '' : ` (egress ${answer.egress.chain}; ingress ${answer.ingress.chain})`;
    return `${flow} is ${first?.verdict ?? verdict}, not ${expect}${ends}`;
  }

  #proveSolution({ goals, limits }: Grade): void {
    const { solution } = this.#request;
    for (const [index, result] of goals.entries()) {
      const range = this.#step.goals[index]?.range ?? this.#step.places.goals;
      if (result.holds) continue;
      const message = `Goal \`${result.name}\` fails with the solution: ${this.#whyNot(solution, result)}`;
      this.#fault('solution-fails', range, message, 'Mend the solution, or the goal.');
    }
    for (const { of, most, used, holds } of limits) {
      if (holds) continue;
      const message = `The solution has ${used} ${of} beyond the start, and \`limits\` lets it have ${most}`;
      this.#fault('solution-over-limit', this.#step.places.solution, message, 'Mend the solution, or the limit.');
    }
    for (const { severity, gap, message, range } of this.#drafts.snapshot(solution).diagnostics) {
      if (severity !== 'error' && gap === undefined) continue;
      const told = `With the solution, \`${range.file}\` has an error: ${message}`;
      this.#fault('solution-error', this.#step.places.solution, told, 'Mend the manifest.');
    }
  }

  #proveFacts(start: Grade, solution: Grade): void {
    let index = 0;
    for (const { fact } of this.#step.text) {
      for (const check of fact?.holds ?? []) {
        const result = (fact?.at === 'solution' ? solution : start).facts[index++];
        if (!result || result.holds) continue;
        const when = fact?.at === 'solution' ? 'with the solution' : 'as the step begins';
        const message = `A fact does not hold ${when}: ${result.claim}; in the engine: ${result.now}`;
        this.#fault('fact-fails', check.range, message, 'Mend the sentence and its checks, or say when with `at`.');
      }
    }
  }

  #proveMistake({ name, when, example, range }: LessonMistake, index: number): void {
    const files = filesWith(this.#before, example);
    const { passed, mistake, facts } = this.#drafts.grade(files, checksOf(this.#request, when));
    if (passed) {
      const message = `The example of mistake \`${name}\` passes, so it is no mistake`;
      this.#fault('mistake-passes', range, message, 'Add a goal that it fails, or take another example.');
      return;
    }
    if (mistake === index) return;
    const told = mistake === undefined ? undefined : this.#step.mistakes[mistake];
    if (told && mistake !== undefined && mistake < index && facts.every(({ holds }) => holds)) {
      const message = `The example of mistake \`${name}\` is told the message of \`${told.name}\``;
      this.#fault('mistake-confused', range, message, 'Put this one first, or add a check that tells the two apart.');
      return;
    }
    const failing = facts.filter(({ holds }) => !holds).map(({ claim, now }) => `${claim} (in the engine: ${now})`);
    const message = `The example of mistake \`${name}\` does not do what \`when\` says: ${failing.join('; ')}`;
    this.#fault('mistake-unknown', range, message, 'Mend the checks, or the example.');
  }

  #proveLooser({ example, opens, range }: LooserAnswer): void {
    const files = filesWith(this.#before, example);
    const grade = this.#drafts.grade(files, this.#request);
    if (!grade.passed) {
      const failing = grade.goals.filter(({ holds }) => !holds).map(({ name }) => name);
      const limits = grade.limits.filter(({ holds }) => !holds).map(({ of }) => of);
      const why = [...failing, ...limits];
      const message = `A looser answer does not pass: ${why.length > 0 ? quoted(why) : 'its manifests have errors'}`;
      this.#fault('looser-fails', range, message, 'It must keep every goal and open more than the solution.');
    }
    if (grade.extra.count === 0) {
      const message = 'A looser answer opens nothing that the solution does not';
      this.#fault('looser-opens-nothing', range, message, 'Take an example that opens more.');
    }
    const opened = this.#drafts.judge(files, opens, this.#step.pending);
    const before = this.#drafts.judge(this.#request.solution, opens, this.#step.pending);
    for (const [at, { name, holds, fault }] of opened.entries()) {
      const place = opens[at]?.range ?? range;
      const is = `\`${name}\` is among what a looser answer opens`;
      if (!holds)
        this.#fault(
          'looser-keeps-shut',
          place,
          `${is}, and it does not: ${fault ?? 'it is denied'}`,
          'Name a flow that it opens.',
        );
      else if (before[at]?.holds)
        this.#fault(
          'looser-open-anyway',
          place,
          `${is}, and the solution opens it too`,
          'Name a flow that only the looser answer opens.',
        );
    }
  }

  #proveHints(): void {
    const { hints, solution, places } = this.#step;
    for (const [index, hint] of hints.slice(0, SILENT_HINTS).entries()) {
      const told = toldLines(hint, this.#before, solution);
      if (told.length === 0) continue;
      const message = `Hint ${index + 1} holds what the solution writes: ${quoted(told.slice(0, 3))}`;
      this.#fault(
        'hint-tells',
        places.hints[index] ?? places.title,
        message,
        'Only the third hint may; ask, or say where to look.',
      );
    }
  }

  #provePlaces(): void {
    const { open, look, places, mistakes, looser, solution } = this.#step;
    const written = [
      solution,
      ...mistakes.map(({ example }) => example),
      ...looser.map(({ example }) => example),
    ].flat();
    const paths = new Set([...this.#before, ...written].map(({ path }) => path));
    if (open !== undefined && !paths.has(open)) {
      const message = `\`${open}\` is a file that neither the step nor any of its answers has`;
      this.#fault('no-file', places.open ?? places.title, message, `There are ${quoted([...paths])}.`);
    }
    const answer = look && this.#drafts.explain(this.#before, look, this.#step.pending);
    if (answer && 'error' in answer) {
      const near =
        answer.suggestions.length > 0
          ? `Did you mean ${quoted(answer.suggestions)}?`
          : 'Name ends that are there as the step begins.';
      this.#fault('no-flow', places.look ?? places.title, `\`look\` cannot be explained: ${answer.error}`, near);
    }
  }
}
