// Runs the lints over a session's draft, a slice at a time, so that an edit that comes meanwhile need not wait for them.
import { compareText } from '../base/compare-text.ts';
import type { Diagnostic } from '../documents/diagnostic.ts';
import type { Clock, EngineSession } from '../engine/engine-session.ts';
import { Locator } from '../engine/locate.ts';
import { matchTraffic } from '../engine/match-traffic.ts';
import type { Problem } from '../engine/results.ts';
import { ignoreProblems } from '../findings/ignore-problems.ts';
import { readFindingConfig } from '../findings/read-finding-config.ts';
import { LintContext } from '../lints/lint-context.ts';
import { lintSteps } from '../lints/run-lints.ts';
import type { Findings } from './engine-client.ts';
import { findingRules } from './finding-help.ts';
import { pause } from './pause.ts';

/** Milliseconds of lints at a time: shorter than anybody notices. */
const SLICE = 8;

const SEVERITY_RANK = { error: 0, warning: 1, info: 2 } as const;

const byRank = (a: Problem, b: Problem): number =>
  SEVERITY_RANK[a.severity] - SEVERITY_RANK[b.severity] ||
  compareText(a.location.file, b.location.file) ||
  a.location.start - b.location.start ||
  compareText(a.code, b.code);

/**
 * Of the draft as it is now; once another has taken its place the answer is empty. `quiet`: milliseconds to wait first,
 * so that nothing is spent on a text that is being typed.
 */
export async function findProblems(session: EngineSession, now: Clock, quiet = 0): Promise<Findings> {
  const { id, snapshot } = session.draft;
  if (quiet > 0) await new Promise((resolve) => setTimeout(resolve, quiet));
  if (session.draft.id !== id) return { snapshot: id, problems: [] };
  const context = new LintContext(snapshot, { traffic: (match, column) => matchTraffic(match, column, snapshot) });
  const found: Diagnostic[] = [];
  let start = now();
  for (const step of lintSteps(context)) {
    found.push(...step);
    if (now() - start < SLICE) continue;
    await pause();
    if (session.draft.id !== id) return { snapshot: id, problems: [] };
    start = now();
  }
  const codes = findingRules().map(({ code }) => code);
  const all = [...snapshot.diagnostics, ...found];
  for (const reading of snapshot.readings) found.push(...ignoreProblems(reading, all, codes));
  const locator = new Locator(snapshot.readings);
  const problems = found.map((one) => locator.problem(one)).sort(byRank);
  const read = readFindingConfig(
    snapshot.readings.map(({ file }) => file),
    codes,
  );
  if (!read) return { snapshot: id, problems };
  const faults = read.faults.map((one) => locator.problem(one));
  return { snapshot: id, problems, config: { said: read.config, faults } };
}
