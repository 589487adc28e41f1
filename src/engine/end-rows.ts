// What all destinations together say to one source, over one address family: the verdicts of ingress, turned around.
import { Bitset } from '../net/bitset.ts';
import type { ConnectionId, ConnectionTable } from '../net/connection-table.ts';
import { type EndDoubt, type FamilyMatrix, type PairVerdict, verdictKey } from './family-matrix.ts';
import type { Ground } from './ground.ts';
import type { DirectionVerdicts } from './tier-walks.ts';

/** Columns at the other end that one verdict holds for. */
export interface RowPart {
  readonly columns: Bitset;
  readonly verdict: PairVerdict;
}

/** The verdict with one column, where it is not that of the rest. */
export interface RowPatch {
  readonly column: number;
  readonly verdict: PairVerdict;
}

/** A partition of all columns that is right but for a few of them. Equal partitions are the very same list. */
export interface PatchedRow {
  readonly parts: readonly RowPart[];
  readonly patches: readonly RowPatch[];
}

/** Owners that say something else to `others` than they say to most. */
interface Exception {
  readonly owners: number[];
  readonly others: Bitset;
  readonly usual: number;
  readonly verdict: number;
}

/** An exception of more owners than this is told as a set of its own. */
const FEW_OWNERS = 24;

/** Verdicts by number, so that parts of a row with one verdict are joined. */
class VerdictNumbers {
  readonly list: PairVerdict[] = [];
  readonly #numbers = new Map<number, number>();

  of(verdict: PairVerdict): number {
    const key = verdictKey(verdict);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.list.length);
    this.list.push(verdict);
    return this.list.length - 1;
  }
}

/** The owners that judge alike. */
interface Owners {
  readonly verdicts: DirectionVerdicts;
  readonly doubt: EndDoubt;
  /** The points that count. */
  readonly scope: ConnectionId;
  readonly list: number[];
}

function ownersAlike(matrix: FamilyMatrix, scopes: readonly ConnectionId[]): Iterable<Owners> {
  const certain = new Map<DirectionVerdicts, Owners[]>();
  const doubtful: Owners[] = [];
  for (const [id, scope] of scopes.entries()) {
    const verdicts = matrix.ingressWithin(id, scope);
    const doubt = matrix.doubtOf(id);
    if (doubt !== 'certain') {
      doubtful.push({ verdicts, doubt, scope, list: [id] });
      continue;
    }
    const byScope = certain.get(verdicts);
    const alike = byScope?.find((one) => one.scope === scope);
    if (alike) {
      alike.list.push(id);
      continue;
    }
    const own = { verdicts, doubt, scope, list: [id] };
    if (byScope) byScope.push(own);
    else certain.set(verdicts, [own]);
  }
  return [...[...certain.values()].flat(), ...doubtful];
}

/**
 * Each class as an owner says one thing to most columns and other things to a few. Kept are what is usual, as sets of
 * owners, and the exceptions by the column they are made for; owners that make the same exception share it. So what all
 * owners say to one column costs as much as the exceptions made for it.
 */
export class EndRows {
  readonly #numbers = new VerdictNumbers();
  readonly #usual = new Map<number, Bitset>();
  readonly #exceptions: Exception[] = [];
  readonly #byOther: number[][] = [];
  readonly #size: number;
  readonly #table: ConnectionTable;
  readonly #parts = new Map<string, readonly RowPart[]>();

  /** `scopes`: the points that count, by class. */
  constructor(matrix: FamilyMatrix, { universe, table }: Ground, scopes: readonly ConnectionId[]) {
    const { classes, size } = universe;
    this.#table = table;
    this.#size = size;
    // Addresses have no policy of their own.
    const open = { allowed: table.all, unknown: table.none };
    this.#usual.set(this.#numbers.of(open), Bitset.range(size, classes.length, size));
    const found = new Map<string, Exception[]>();
    for (const owners of ownersAlike(matrix, scopes)) this.#addOwners(matrix, owners, found);
    for (const list of found.values()) this.#exceptions.push(...list);
    for (const [index, { others }] of this.#exceptions.entries()) {
      for (const other of others) {
        const own = this.#byOther[other];
        if (own) own.push(index);
        else this.#byOther[other] = [index];
      }
    }
  }

  #addOwners(matrix: FamilyMatrix, { verdicts, doubt, scope, list }: Owners, found: Map<string, Exception[]>): void {
    const table = this.#table;
    const said = new Map<number, Bitset>();
    for (const { columns, allowed, unknown } of verdicts.groups) {
      const verdict = matrix.doubted({ allowed, unknown }, doubt);
      const number = this.#numbers.of({
        allowed: table.intersection(verdict.allowed, scope),
        unknown: table.intersection(verdict.unknown, scope),
      });
      const alike = said.get(number);
      said.set(number, alike ? alike.or(columns) : columns);
    }
    const groups = [...said].map(([verdict, columns]) => ({ columns, verdict }));
    const sizes = groups.map(({ columns }) => columns.count());
    const most = groups[sizes.indexOf(Math.max(...sizes))];
    if (!most) return;
    const usual = this.#usual.get(most.verdict) ?? new Bitset(this.#size);
    this.#usual.set(most.verdict, usual);
    for (const owner of list) usual.add(owner);
    for (const { columns, verdict } of groups) {
      if (verdict === most.verdict) continue;
      const key = `${most.verdict}/${verdict}/${columns.hash()}`;
      const alike = found.get(key) ?? [];
      found.set(key, alike);
      const same = alike.find(({ others }) => others.equals(columns));
      if (same) same.owners.push(...list);
      else alike.push({ owners: [...list], others: columns, usual: most.verdict, verdict });
    }
  }

  /** What all columns as owners say to one column. */
  to(other: number): PatchedRow {
    const many: number[] = [];
    const patches: RowPatch[] = [];
    for (const index of this.#byOther[other] ?? []) {
      const exception = this.#exceptions[index];
      const verdict = this.#numbers.list[exception?.verdict ?? -1];
      if (!exception || !verdict) continue;
      if (exception.owners.length > FEW_OWNERS) many.push(index);
      else for (const column of exception.owners) patches.push({ column, verdict });
    }
    return { parts: this.#partsWith(many), patches };
  }

  #partsWith(exceptions: readonly number[]): readonly RowPart[] {
    const key = exceptions.join();
    const known = this.#parts.get(key);
    if (known) return known;
    const sets = new Map([...this.#usual].map(([number, columns]) => [number, columns.copy()]));
    for (const index of exceptions) {
      const exception = this.#exceptions[index];
      if (!exception) continue;
      const { owners, usual, verdict } = exception;
      const into = sets.get(verdict) ?? new Bitset(this.#size);
      sets.set(verdict, into);
      for (const owner of owners) {
        sets.get(usual)?.remove(owner);
        into.add(owner);
      }
    }
    const parts: RowPart[] = [];
    for (const [number, columns] of sets) {
      const verdict = this.#numbers.list[number];
      if (verdict && !columns.isEmpty()) parts.push({ columns, verdict });
    }
    this.#parts.set(key, parts);
    return parts;
  }
}
