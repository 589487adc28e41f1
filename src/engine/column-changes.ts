// Where the verdicts of two snapshots differ, as sets of columns: no pair is looked at that an edit cannot have touched.
import { Bitset } from '../net/bitset.ts';
import type { Family } from '../net/cidr.ts';
import { classScopes } from './declared-scopes.ts';
import type { PatchedRow, RowPart } from './end-rows.ts';
import type { PairVerdict } from './family-matrix.ts';
import type { JointColumns } from './joint-columns.ts';
import { pairRowsOf } from './pair-rows.ts';
import type { Direction, PortScope } from './results.ts';
import type { Snapshot } from './snapshot.ts';
import type { DirectionVerdicts } from './tier-walks.ts';

/** Destinations whose verdict with one source changed alike; joint columns. */
export interface ChangePart {
  readonly columns: Bitset;
  readonly before: PairVerdict;
  readonly after: PairVerdict;
}

/** A destination that is an exception among those of its source. */
export interface ChangePatch {
  readonly column: number;
  /** The same verdict twice where nothing changed. */
  readonly before: PairVerdict;
  readonly after: PairVerdict;
}

/** What changed for one source: `parts`, which many sources share as the very same list, but for the columns in `patches`. */
export interface SourceChange {
  readonly parts: readonly ChangePart[];
  readonly patches: readonly ChangePatch[];
}

/** Up to this many changed ends, and pairs that these speak of otherwise, pairs are judged one by one; beyond, whole rows are compared. */
const FEW_ENDS = 256;
const FEW_PAIRS = 30_000;

const NO_PARTS: readonly ChangePart[] = [];
const NO_CHANGE: SourceChange = { parts: NO_PARTS, patches: [] };

const isSame = (a: PairVerdict, b: PairVerdict): boolean => a.allowed === b.allowed && a.unknown === b.unknown;

/** The verdict of a patched row with one column. */
function verdictAt({ parts, patches }: PatchedRow, column: number): PairVerdict | undefined {
  const patch = patches.find((one) => one.column === column);
  return patch ? patch.verdict : parts.find(({ columns }) => columns.has(column))?.verdict;
}

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
  readonly #ports: PortScope;
  readonly #egress: Bitset | undefined;
  readonly #ingress: Bitset | undefined;
  readonly #known = new Map<number, SourceChange>();
  readonly #compared = new Map<readonly RowPart[], Map<readonly RowPart[], readonly ChangePart[]>>();
  readonly #isComplete: boolean;

  /** `joint` must hold all columns already. Changes beyond the points that count may be told or not. */
  constructor(base: Snapshot, head: Snapshot, joint: JointColumns, ports: PortScope) {
    this.#base = base;
    this.#head = head;
    this.#joint = joint;
    // What counts toward a party of two clusters neither of them knows alone.
    this.#ports = joint.isShared ? ports : 'all';
    if (joint.isShared) {
      this.#egress = this.#changedEnds('egress');
      this.#ingress = this.#changedEnds('ingress');
    }
    this.#isComplete = this.#judgePairs();
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
  from(src: number): SourceChange {
    const known = this.#known.get(src);
    if (known) return known;
    if (this.#isComplete || (this.#ingress?.isEmpty() && !this.mayDiffer('egress', src))) return NO_CHANGE;
    return this.#joint.isShared ? this.#compareShared(src) : { parts: this.#compareRows(src), patches: [] };
  }

  /** All that changed for one source, without patches. */
  allFrom(src: number): readonly ChangePart[] {
    const { parts, patches } = this.from(src);
    if (patches.length === 0) return parts;
    const patched = new Bitset(this.#joint.size);
    const own: ChangePart[] = [];
    for (const { column, before, after } of patches) {
      patched.add(column);
      if (!isSame(before, after)) {
        own.push({ columns: Bitset.range(this.#joint.size, column, column + 1), before, after });
      }
    }
    for (const { columns, before, after } of parts) {
      const rest = columns.beyond(patched);
      if (rest) own.push({ columns: rest, before, after });
    }
    return own;
  }

  #compareShared(src: number): SourceChange {
    const base = pairRowsOf(this.#base, this.#ports).patched(src);
    const head = pairRowsOf(this.#head, this.#ports).patched(src);
    const byHead = this.#compared.get(base.parts) ?? new Map<readonly RowPart[], readonly ChangePart[]>();
    this.#compared.set(base.parts, byHead);
    const parts = byHead.get(head.parts) ?? compareParts(base.parts, head.parts);
    byHead.set(head.parts, parts);
    const patched = new Set([...base.patches, ...head.patches].map(({ column }) => column));
    const patches = [...patched].flatMap((column): ChangePatch[] => {
      const before = verdictAt(base, column);
      const after = verdictAt(head, column);
      return before && after ? [{ column, before, after }] : [];
    });
    return { parts, patches };
  }

  #changedEnds(direction: Direction): Bitset {
    const { universe, matrix } = this.#head;
    const changed = new Bitset(universe.size);
    const comparison = new EndComparison();
    const [before, after] = [this.#base.matrix.governs[direction], matrix.governs[direction]];
    const scopes = direction === 'ingress' ? classScopes(this.#head, this.#ports) : undefined;
    const said = (snapshot: Snapshot, family: Family, id: number): DirectionVerdicts => {
      const own = snapshot.matrix.over(family);
      const scope = scopes?.[id];
      return scope === undefined ? own.verdicts(direction, id) : own.ingressWithin(id, scope);
    };
    for (let id = 0; id < universe.classes.length; id++) {
      if (before[id] === after[id]) continue;
      const differs = matrix.families.some(
        (family) => !comparison.same(said(this.#base, family, id), said(this.#head, family, id)),
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

  /** The pairs that changed ends speak of otherwise than before; undefined where they are many. */
  #pairsToJudge():
    | readonly { readonly direction: Direction; readonly id: number; readonly others: Bitset }[]
    | undefined {
    const [egress, ingress] = [this.#egress, this.#ingress];
    if (!egress || !ingress || egress.count() + ingress.count() > FEW_ENDS) return undefined;
    let count = 0;
    const pairs: { direction: Direction; id: number; others: Bitset }[] = [];
    for (const [direction, ends] of [
      ['egress', egress],
      ['ingress', ingress],
    ] as const) {
      for (const id of ends) {
        const others = this.#otherwise(direction, id);
        pairs.push({ direction, id, others });
        count += others.count();
        if (count > FEW_PAIRS) return undefined;
      }
    }
    return pairs;
  }

  /** Judges pairs one by one where they are few; false where they are not. */
  #judgePairs(): boolean {
    const pairs = this.#pairsToJudge();
    if (!pairs) return false;
    const found = new Map<number, Map<string, ChangePart>>();
    const judge = (src: number, dst: number): void => {
      const before = this.#base.matrix.pair(src, dst);
      const after = this.#head.matrix.pair(src, dst);
      if (isSame(before, after)) return;
      const own = found.get(src) ?? new Map<string, ChangePart>();
      found.set(src, own);
      const key = `${before.allowed}/${before.unknown}>${after.allowed}/${after.unknown}`;
      const part = own.get(key) ?? { columns: new Bitset(this.#joint.size), before, after };
      own.set(key, part);
      part.columns.add(dst);
    };
    for (const { direction, id, others } of pairs) {
      for (const other of others) judge(...(direction === 'egress' ? ([id, other] as const) : ([other, id] as const)));
    }
    for (const [src, parts] of found) this.#known.set(src, { parts: [...parts.values()], patches: [] });
    return true;
  }

  #row(side: 'base' | 'head', joint: number): readonly RowPart[] {
    const snapshot = side === 'base' ? this.#base : this.#head;
    const { none } = snapshot.table;
    const denied = { allowed: none, unknown: none };
    const column = this.#joint.columnIn(side, joint);
    if (column < 0) return [{ columns: Bitset.full(this.#joint.size), verdict: denied }];
    const parts = pairRowsOf(snapshot, this.#ports)
      .row(column)
      .map(({ columns, verdict }) => ({ columns: this.#joint.spread(side, columns), verdict }));
    if (this.#joint.isShared) return parts;
    return [...parts, { columns: this.#joint.missingIn(side), verdict: denied }];
  }

  #compareRows(src: number): readonly ChangePart[] {
    return compareParts(this.#row('base', src), this.#row('head', src));
  }
}

function compareParts(base: readonly RowPart[], head: readonly RowPart[]): readonly ChangePart[] {
  const parts: ChangePart[] = [];
  for (const was of base) {
    for (const now of head) {
      if (isSame(was.verdict, now.verdict)) continue;
      const columns = was.columns.common(now.columns);
      if (columns) parts.push({ columns, before: was.verdict, after: now.verdict });
    }
  }
  return parts;
}
