// The goals of a step as a matrix of their ends, beside what the draft makes of them.
import type { Assertion } from '../../resources/assertion.ts';
import type { AssertedVerdict, AssertionResult } from '../assertion-report.ts';
import { judgeAssertions } from '../judge-assertions.ts';
import { Locator } from '../locate.ts';
import type { NodeId } from '../results.ts';
import type { Snapshot } from '../snapshot.ts';
import type { GoalCell, GoalEnd, GoalMatrix, GoalPart } from './grade.ts';

/** A cell without goals is a help, not a verdict. */
const CELL_LIMITS = { assertions: 1, assertedPairs: 1000 };

type Side = 'from' | 'to';

interface Judged {
  readonly goal: Assertion;
  readonly result: AssertionResult;
  readonly index: number;
}

const nodeAt = (result: AssertionResult, side: Side): NodeId | undefined => (side === 'from' ? result.src : result.dst);

/** Each text once, in the order of the goals. */
function endsOf(judged: readonly Judged[], side: Side): readonly GoalEnd[] {
  const ends = new Map<string, GoalEnd>();
  for (const { goal, result } of judged) {
    const { text } = goal[side];
    if (!ends.has(text)) ends.set(text, { text, node: nodeAt(result, side) });
  }
  return [...ends.values()];
}

/** One where all agree; undefined where one cannot be told. */
function together(verdicts: readonly (AssertedVerdict | undefined)[]): AssertedVerdict | undefined {
  const [first] = verdicts;
  if (verdicts.includes(undefined)) return undefined;
  return verdicts.every((one) => one === first) ? first : 'mixed';
}

/** Between the ends of goals of which none speaks of these two: on every declared port. */
function unasked(snapshot: Snapshot, from: Assertion, to: Assertion): Pick<GoalCell, 'now' | 'query'> {
  if (from.from.isOthers || to.to.isOthers) return { now: undefined, query: undefined };
  const flow: Assertion = {
    ...{ name: '', from: from.from, to: to.to, ports: undefined },
    ...{ expect: 'allowed', range: from.range },
  };
  const [result] = judgeAssertions(snapshot, [flow], new Locator(snapshot.readings), CELL_LIMITS).results;
  return result?.verdict === undefined || result.isPartial
    ? { now: undefined, query: undefined }
    : { now: result.verdict, query: result.query };
}

function askedCell(own: readonly Judged[]): Pick<GoalCell, 'goal' | 'now' | 'holds' | 'query' | 'parts'> {
  const parts = own.map(
    ({ index, result }): GoalPart => ({
      ...{ goal: index, port: result.port, expect: result.expect, verdict: result.verdict },
    }),
  );
  const failing = own.find(({ result }) => !result.holds) ?? own[0];
  const expected = together(parts.map(({ expect }) => expect));
  return {
    goal: expected === 'unknown' ? undefined : expected,
    now: together(parts.map(({ verdict }) => verdict)),
    holds: own.every(({ result }) => result.holds),
    query: failing?.result.query,
    parts,
  };
}

/** `results`: of the goals in the snapshot, place by place. */
export function goalMatrix(
  snapshot: Snapshot,
  goals: readonly Assertion[],
  results: readonly AssertionResult[],
): GoalMatrix {
  const judged = goals.flatMap((goal, index): Judged[] => {
    const result = results[index];
    return result ? [{ goal, result, index }] : [];
  });
  const [rows, columns] = [endsOf(judged, 'from'), endsOf(judged, 'to')];
  const cells = rows.flatMap(({ text: from }, row) =>
    columns.flatMap(({ text: to }, column): GoalCell[] => {
      const own = judged.filter(({ goal }) => goal.from.text === from && goal.to.text === to);
      if (own.length > 0) return [{ row, column, ...askedCell(own) }];
      const [source, target] = [goals.find((one) => one.from.text === from), goals.find((one) => one.to.text === to)];
      if (!source || !target) return [];
      return [{ row, column, goal: undefined, holds: undefined, parts: [], ...unasked(snapshot, source, target) }];
    }),
  );
  return { rows, columns, cells };
}
