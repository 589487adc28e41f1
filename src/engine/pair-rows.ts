// Verdicts of one column with all others at once, both ends together.
import { Bitset } from '../net/bitset.ts';
import type { Family } from '../net/cidr.ts';
import type { ConnectionId } from '../net/connection-table.ts';
import { classScopes } from './declared-scopes.ts';
import { EndRows, type PatchedRow, type RowPart } from './end-rows.ts';
import { type EndDoubt, type FamilyMatrix, type PairVerdict, verdictKey } from './family-matrix.ts';
import type { PortScope } from './results.ts';
import type { Snapshot } from './snapshot.ts';
import type { DirectionVerdicts } from './tier-walks.ts';
import type { SharedFamilies } from './verdict-matrix.ts';

/** Gathers parts of a row; those with one verdict become one. */
class RowBuilder {
  readonly #parts = new Map<number, { columns: Bitset; readonly verdict: PairVerdict }>();

  add(columns: Bitset, verdict: PairVerdict): void {
    const key = verdictKey(verdict);
    const known = this.#parts.get(key);
    if (known) known.columns = known.columns.or(columns);
    else this.#parts.set(key, { columns, verdict });
  }

  get parts(): readonly RowPart[] {
    return [...this.#parts.values()];
  }
}

/** One family of a snapshot, with what destinations say turned around. */
class FamilyRows {
  readonly #matrix: FamilyMatrix;
  readonly #ingress: EndRows;
  readonly #classes: number;
  readonly #open: PairVerdict;
  readonly #everything: readonly RowPart[];
  readonly #known = new Map<
    DirectionVerdicts | readonly RowPart[],
    Map<EndDoubt, Map<readonly RowPart[], readonly RowPart[]>>
  >();

  constructor({ ground, matrix, universe, table }: Snapshot, family: Family, scopes: readonly ConnectionId[]) {
    const open = { allowed: table.all, unknown: table.none };
    this.#open = open;
    this.#matrix = matrix.over(family);
    this.#classes = universe.classes.length;
    this.#ingress = new EndRows(this.#matrix, ground, scopes);
    this.#everything = [{ columns: Bitset.full(universe.size), verdict: open }];
  }

  row(src: number): PatchedRow {
    const isClass = src < this.#classes;
    const doubt = isClass ? this.#matrix.doubtOf(src) : 'certain';
    const verdicts = isClass ? this.#matrix.verdicts('egress', src) : undefined;
    const ingress = this.#ingress.to(src);
    const said = (column: number): PairVerdict => this.#matrix.doubted(verdicts?.at(column) ?? this.#open, doubt);
    return {
      parts: this.#meet(verdicts, doubt, ingress.parts),
      patches: ingress.patches.map(({ column, verdict }) => ({
        column,
        verdict: this.#matrix.meet(said(column), verdict),
      })),
    };
  }

  /** What egress and ingress say together; sources that are alike in both share it. */
  #meet(verdicts: DirectionVerdicts | undefined, doubt: EndDoubt, ingress: readonly RowPart[]): readonly RowPart[] {
    const key = verdicts ?? this.#everything;
    const byDoubt = this.#known.get(key) ?? new Map<EndDoubt, Map<readonly RowPart[], readonly RowPart[]>>();
    this.#known.set(key, byDoubt);
    const known = byDoubt.get(doubt) ?? new Map<readonly RowPart[], readonly RowPart[]>();
    byDoubt.set(doubt, known);
    const same = known.get(ingress);
    if (same) return same;
    const egress = verdicts
      ? verdicts.groups.map(({ columns, ...verdict }) => ({ columns, verdict: this.#matrix.doubted(verdict, doubt) }))
      : this.#everything;
    const builder = new RowBuilder();
    for (const out of egress) {
      for (const into of ingress) {
        const columns = egress.length === 1 ? into.columns : out.columns.common(into.columns);
        if (columns) builder.add(columns, this.#matrix.meet(out.verdict, into.verdict));
      }
    }
    known.set(ingress, builder.parts);
    return builder.parts;
  }
}

/** A row without patches. */
function plainParts({ parts, patches }: PatchedRow): readonly RowPart[] {
  if (patches.length === 0) return parts;
  const builder = new RowBuilder();
  const size = parts[0]?.columns.size ?? 0;
  const patched = new Bitset(size);
  for (const { column, verdict } of patches) {
    patched.add(column);
    builder.add(Bitset.range(size, column, column + 1), verdict);
  }
  for (const { columns, verdict } of parts) {
    const rest = columns.beyond(patched);
    if (rest) builder.add(rest, verdict);
  }
  return builder.parts;
}

/** Columns that share the same families with any source. */
interface FamilyGroup {
  readonly columns: Bitset;
  readonly sample: number;
}

/**
 * Rows of one snapshot: `row(src)` is a partition of all columns as destinations of `src`, by `VerdictMatrix.pair`. Where
 * the two ends run is not looked at (see `memberVerdict`).
 */
export class PairRows {
  readonly #snapshot: Snapshot;
  readonly #ports: PortScope;
  readonly #families = new Map<Family, FamilyRows>();
  #groups: readonly FamilyGroup[] | undefined;

  constructor(snapshot: Snapshot, ports: PortScope) {
    this.#snapshot = snapshot;
    this.#ports = ports;
  }

  #over(family: Family): FamilyRows {
    const known =
      this.#families.get(family) ?? new FamilyRows(this.#snapshot, family, classScopes(this.#snapshot, this.#ports));
    this.#families.set(family, known);
    return known;
  }

  /** A partition of all columns. */
  row(src: number): readonly RowPart[] {
    return plainParts(this.patched(src));
  }

  /** The same, as what many sources have in common and the few columns where this one differs. */
  patched(src: number): PatchedRow {
    const { matrix } = this.#snapshot;
    const [only] = matrix.families;
    if (only && matrix.families.length === 1) return this.#over(only).row(src);
    return { parts: this.#joined(src), patches: [] };
  }

  #joined(src: number): readonly RowPart[] {
    const { matrix } = this.#snapshot;
    this.#groups ??= this.#groupColumns();
    const builder = new RowBuilder();
    for (const { columns, sample } of this.#groups)
      this.#addGroup(builder, columns, src, matrix.sharedFamilies(src, sample));
    return builder.parts;
  }

  /** The join of `VerdictMatrix.pair`, for many destinations that share the same families with the source. */
  #addGroup(builder: RowBuilder, columns: Bitset, src: number, { families, certainty }: SharedFamilies): void {
    const { table } = this.#snapshot;
    let parts: readonly RowPart[] | undefined;
    for (const family of families) {
      const own = plainParts(this.#over(family).row(src));
      if (!parts) {
        parts = own.map((part) => ({ columns: part.columns.and(columns), verdict: part.verdict }));
        continue;
      }
      const joined = new RowBuilder();
      for (const a of parts) {
        for (const b of own) {
          const both = a.columns.and(b.columns);
          if (both.isEmpty()) continue;
          const join = certainty === 'all' ? 'union' : 'intersection';
          const allowed = table[join](a.verdict.allowed, b.verdict.allowed);
          const may = table.union(
            table.union(a.verdict.allowed, a.verdict.unknown),
            table.union(b.verdict.allowed, b.verdict.unknown),
          );
          joined.add(both, { allowed, unknown: table.difference(may, allowed) });
        }
      }
      parts = joined.parts;
    }
    for (const part of parts ?? []) if (!part.columns.isEmpty()) builder.add(part.columns, part.verdict);
  }

  #groupColumns(): readonly FamilyGroup[] {
    const { universe, matrix } = this.#snapshot;
    const groups = new Map<string, FamilyGroup>();
    for (let column = 0; column < universe.size; column++) {
      const key = matrix.familiesKey(column);
      const known = groups.get(key) ?? { columns: new Bitset(universe.size), sample: column };
      groups.set(key, known);
      known.columns.add(column);
    }
    return [...groups.values()];
  }
}

const rowsOfSnapshot = { all: new WeakMap<Snapshot, PairRows>(), declared: new WeakMap<Snapshot, PairRows>() };

/**
 * The rows of a snapshot, made once. With `declared` they are right for the points that count toward a destination
 * (`classScopes`), and many more of them are alike.
 */
export function pairRowsOf(snapshot: Snapshot, ports: PortScope): PairRows {
  const known = rowsOfSnapshot[ports].get(snapshot) ?? new PairRows(snapshot, ports);
  rowsOfSnapshot[ports].set(snapshot, known);
  return known;
}
