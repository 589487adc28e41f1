// Grades a session's draft; lints run first where some check asks for what they find.
import type { EngineSession } from '../engine/engine-session.ts';
import type { Grade, GradeRequest } from '../engine/grading/grade.ts';
import { askedFindings } from '../engine/grading/judge-check.ts';
import { matchTraffic } from '../engine/match-traffic.ts';
import type { Snapshot } from '../engine/snapshot.ts';
import { allLints } from '../lints/all-lints.ts';
import { LintContext } from '../lints/lint-context.ts';
import { lintSteps } from '../lints/run-lints.ts';

/** Codes of those lints that find something in the draft. */
export function foundBy(snapshot: Snapshot, codes: ReadonlySet<string>): ReadonlySet<string> {
  const lints = allLints.filter(({ code }) => codes.has(code));
  if (lints.length === 0) return new Set();
  const context = new LintContext(snapshot, { traffic: (match, column) => matchTraffic(match, column, snapshot) });
  return new Set([...lintSteps(context, lints)].flatMap((found) => found.map(({ code }) => code)));
}

/** Of the draft as it is. Of lints only those run that are asked for. */
export async function findGrade(session: EngineSession, request: GradeRequest): Promise<Grade> {
  return session.grade(
    request,
    foundBy(session.draft.snapshot, askedFindings([...request.mistakes.flat(), ...request.facts])),
  );
}
