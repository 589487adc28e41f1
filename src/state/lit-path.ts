// The way of an explained flow over the tier board: which cards and tiers each end asked, in order, and what decided.
import type { DirectionTrace, Explanation, StepOutcome } from '../engine/explanation.ts';
import type { Direction, QueryError, Verdict } from '../engine/results.ts';
import { cardKey } from './board-columns.ts';

/** What one end found at one place. */
export interface LitMark {
  readonly direction: Direction;
  /** Which one it was that this end asked, from 1. */
  readonly turn: number;
  readonly outcome: StepOutcome;
  readonly rule?: number;
  /** Set for the step that decided this end. */
  readonly decided?: Verdict;
}

/** How one end goes through a tier: `over` where none of its policies governs the end, `beyond` where it is decided before. */
export type LaneState = 'asked' | 'decided' | 'over' | 'beyond';

interface Lane {
  readonly asked: ReadonlySet<string>;
  /** Title of the tier that decided; undefined: what comes after all. */
  readonly decidedIn: string | undefined;
  /** Policy does not come into it. */
  readonly isExempt: boolean;
  readonly verdict: Verdict;
}

export interface LitPath {
  /** By tier title and policy id (`cardKey`). */
  readonly cards: ReadonlyMap<string, readonly LitMark[]>;
  /** Ends of tiers that were reached, by tier title. */
  readonly ends: ReadonlyMap<string, readonly LitMark[]>;
  /** What came after all tiers. */
  readonly after: readonly LitMark[];
  readonly lanes: Readonly<Record<Direction, Lane>>;
}

function put(marks: Map<string, LitMark[]>, key: string, mark: LitMark): void {
  const own = marks.get(key) ?? [];
  marks.set(key, own);
  own.push(mark);
}

/** Undefined where no flow is explained. Tiers are told apart by their titles, which steps carry. */
export function litPath(explanation: Explanation | QueryError | undefined): LitPath | undefined {
  if (!explanation || 'error' in explanation) return undefined;
  const [cards, ends] = [new Map<string, LitMark[]>(), new Map<string, LitMark[]>()];
  const after: LitMark[] = [];
  const follow = ({ steps, direction, deciding, verdict }: DirectionTrace): Lane => {
    const asked = new Set<string>();
    let turn = 0;
    for (const [index, { tier, policy, outcome, rule }] of steps.entries()) {
      if (outcome === 'not-applied') continue;
      turn++;
      const decided = index === deciding ? { decided: verdict } : {};
      const mark: LitMark = { direction, turn, outcome, ...(rule === undefined ? {} : { rule }), ...decided };
      const isAfter = tier === '' || outcome === 'default-allow';
      if (!isAfter) asked.add(tier);
      if (policy) put(cards, cardKey(tier, policy.id), mark);
      else if (isAfter) after.push(mark);
      else put(ends, tier, mark);
    }
    const last = steps[deciding];
    const decidedIn = last && last.tier !== '' && last.outcome !== 'default-allow' ? last.tier : undefined;
    return { asked, decidedIn, isExempt: last?.outcome === 'exempt', verdict };
  };
  const lanes = { egress: follow(explanation.egress), ingress: follow(explanation.ingress) };
  return { cards, ends, after, lanes };
}

/** How one end goes through the tiers of these titles, which are in evaluation order. */
export function laneStates({ lanes }: LitPath, direction: Direction, titles: readonly string[]): readonly LaneState[] {
  const { asked, decidedIn, isExempt } = lanes[direction];
  const last = decidedIn === undefined ? titles.length : titles.indexOf(decidedIn);
  return titles.map((title, index) => {
    if (isExempt || index > last) return 'beyond';
    if (index === last) return 'decided';
    return asked.has(title) ? 'asked' : 'over';
  });
}
