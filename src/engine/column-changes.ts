// Where the verdicts of two snapshots differ, as sets of columns: no pair is looked at that an edit cannot have touched.
import { Bitset } from '../net/bitset.ts';
import type { RowPart } from './end-rows.ts';
import type { PairVerdict } from './family-matrix.ts';
import type { JointColumns } from './joint-columns.ts';
import { pairRowsOf } from './pair-rows.ts';
import type { Direction } from './results.ts';
import type { Snapshot } from './snapshot.ts';
import type { DirectionVerdicts } from './tier-walks.ts';

/** Destinations whose verdict with one source changed alike; joint columns. */
export interface ChangePart {
  readonly columns: Bitset;
  readonly before: PairVerdict;
  readonly after: PairVerdict;
}

/** Up to this many changed columns, their pairs are judged one by one; beyond, whole rows are compared. */
const FEW = 24;

const NO_PARTS: readonly ChangePart[] = [];

/** Compares the verdicts of one end; lists of policies are shared by classes governed alike, so few are ever compared. */
class EndComparison {
  readonly #memo = new Map<DirectionVerdicts, Map<DirectionVerdicts, boolean>>();

  same(a: DirectionVerdicts, b: DirectionVerdicts): boolean {
    const memo = this.#memo.get(a) ?? new Map<DirectionVerdicts, boolean>();
    this.#memo.set(a, memo);
    const result = memo.get(b) ?? a.equals(b);
    memo.set(b, result);
    return result;
  }
}

export class ColumnChanges {
  readonly #base: Snapshot;
  readonly #head: Snapshot;
  readonly #joint: JointColumns;
  readonly #egress: Bitset | undefined;
  readonly #ingress: Bitset | undefined;
  readonly #known = new Map<number, readonly ChangePart[]>();
  readonly #isComplete: boolean;

  /** `joint` must hold all columns already. */
  constructor(base: Snapshot, head: Snapshot, joint: JointColumns) {
    this.#base = base;
    this.#head = head;
    this.#joint = joint;
    if (joint.isShared) {
      this.#egress = this.#changedEnds('egress');
      this.#ingress = this.#changedEnds('ingress');
    }
    const isFew = [this.#egress, this.#ingress].every((ends) => ends !== undefined && ends.count() <= FEW);
    if (isFew) this.#judgePairs();
    this.#isComplete = isFew;
  }

  /** Whether what a column says as an end of flows may have changed. */
  mayDiffer(direction: Direction, joint: number): boolean {
    return (direction === 'egress' ? this.#egress : this.#ingress)?.has(joint) ?? true;
  }

  /** Sources with a changed flow are among these. */
  sources(): Iterable<number> {
    if (this.#isComplete) return this.#known.keys();
    if (this.#ingress?.isEmpty() && this.#egress) return this.#egress;
    return Array.from({ length: this.#joint.size }, (_, column) => column);
  }

  /** What changed for one source. */
  from(src: number): readonly ChangePart[] {
    const known = this.#known.get(src);
    if (known) return known;
    if (this.#isComplete) return NO_PARTS;
    const within = this.mayDiffer('egress', src) ? undefined : this.#ingress;
    const made = within?.isEmpty() ? NO_PARTS : this.#compareRows(src, within);
    return made;
  }

  #changedEnds(direction: Direction): Bitset {
    const { universe, matrix } = this.#head;
    const changed = new Bitset(universe.size);
    const comparison = new EndComparison();
    const [before, after] = [this.#base.matrix.governs[direction], matrix.governs[direction]];
    for (let id = 0; id < universe.classes.length; id++) {
      if (before[id] === after[id]) continue;
      const differs = matrix.families.some(
        (family) =>
          !comparison.same(
            this.#base.matrix.over(family).verdicts(direction, id),
            matrix.over(family).verdicts(direction, id),
          ),
      );
      if (differs) changed.add(id);
    }
    return changed;
  }

  /** Columns that one end speaks to otherwise than before. */
  #otherwise(direction: Direction, id: number): Bitset {
    const { universe, matrix } = this.#head;
    let columns = new Bitset(universe.size);
    for (const family of matrix.families) {
      const before = this.#base.matrix.over(family).verdicts(direction, id).groups;
      const after = matrix.over(family).verdicts(direction, id).groups;
      for (const was of before) {
        for (const now of after) {
          if (was.allowed === now.allowed && was.unknown === now.unknown) continue;
          columns = columns.or(was.columns.and(now.columns));
        }
      }
    }
    return columns;
  }

  #judgePairs(): void {
    const found = new Map<number, Map<string, ChangePart>>();
    const judge = (src: number, dst: number): void => {
      const before = this.#base.matrix.pair(src, dst);
      const after = this.#head.matrix.pair(src, dst);
      if (before.allowed === after.allowed && before.unknown === after.unknown) return;
      const own = found.get(src) ?? new Map<string, ChangePart>();
      found.set(src, own);
      const key = `${before.allowed}/${before.unknown}>${after.allowed}/${after.unknown}`;
      const part = own.get(key) ?? { columns: new Bitset(this.#joint.size), before, after };
      own.set(key, part);
      part.columns.add(dst);
    };
    for (const src of this.#egress ?? []) for (const dst of this.#otherwise('egress', src)) judge(src, dst);
    for (const dst of this.#ingress ?? []) for (const src of this.#otherwise('ingress', dst)) judge(src, dst);
    for (const [src, parts] of found) this.#known.set(src, [...parts.values()]);
  }

  #row(side: 'base' | 'head', joint: number): readonly RowPart[] {
    const snapshot = side === 'base' ? this.#base : this.#head;
    const { none } = snapshot.table;
    const denied = { allowed: none, unknown: none };
    const column = this.#joint.columnIn(side, joint);
    if (column < 0) return [{ columns: Bitset.full(this.#joint.size), verdict: denied }];
    const parts = pairRowsOf(snapshot)
      .row(column)
      .map(({ columns, verdict }) => ({ columns: this.#joint.spread(side, columns), verdict }));
    if (this.#joint.isShared) return parts;
    return [...parts, { columns: this.#joint.missingIn(side), verdict: denied }];
  }

  #compareRows(src: number, within: Bitset | undefined): readonly ChangePart[] {
    const parts: ChangePart[] = [];
    const after = this.#row('head', src);
    for (const was of this.#row('base', src)) {
      for (const now of after) {
        if (was.verdict.allowed === now.verdict.allowed && was.verdict.unknown === now.verdict.unknown) continue;
        const both = was.columns.and(now.columns);
        const columns = within ? both.and(within) : both;
        if (!columns.isEmpty()) parts.push({ columns, before: was.verdict, after: now.verdict });
      }
    }
    return parts;
  }
}
