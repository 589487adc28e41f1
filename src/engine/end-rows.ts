// What all ends together say to one column, over one address family: the verdicts of the other direction, turned around.
import { Bitset } from '../net/bitset.ts';
import type { EndDoubt, FamilyMatrix, PairVerdict } from './family-matrix.ts';
import type { Direction } from './results.ts';
import type { DirectionVerdicts } from './tier-walks.ts';
import type { Universe } from './universe.ts';

/** Columns at the other end that one verdict holds for. */
export interface RowPart {
  readonly columns: Bitset;
  readonly verdict: PairVerdict;
}

/** Owners that say something else to `others` than they say to most. */
interface Exception {
  readonly owners: Bitset;
  readonly others: Bitset;
  readonly usual: number;
  readonly verdict: number;
}

/** Verdicts by number, so that parts of a row with one verdict are joined. */
class VerdictNumbers {
  readonly list: PairVerdict[] = [];
  readonly #numbers = new Map<string, number>();

  of({ allowed, unknown }: PairVerdict): number {
    const key = `${allowed}/${unknown}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.list.length);
    this.list.push({ allowed, unknown });
    return this.list.length - 1;
  }
}

function hashOf({ words }: Bitset): number {
  let hash = 0;
  for (const word of words) hash = (Math.imul(hash, 31) + word) | 0;
  return hash;
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

  constructor(direction: Direction, matrix: FamilyMatrix, { classes, size }: Universe, open: PairVerdict) {
    this.#size = size;
    const alike = new Map<DirectionVerdicts, Map<EndDoubt, Bitset>>();
    for (let id = 0; id < classes.length; id++) {
      const verdicts = matrix.verdicts(direction, id);
      const byDoubt = alike.get(verdicts) ?? new Map<EndDoubt, Bitset>();
      alike.set(verdicts, byDoubt);
      const doubt = matrix.doubtOf(id);
      const owners = byDoubt.get(doubt) ?? new Bitset(size);
      byDoubt.set(doubt, owners);
      owners.add(id);
    }
    // Addresses have no policy of their own.
    this.#addUsual(this.#numbers.of(open), Bitset.range(size, classes.length, size));
    const exceptions = new Map<string, { owners: Bitset; others: Bitset; usual: number; verdict: number }[]>();
    for (const [verdicts, byDoubt] of alike) {
      for (const [doubt, owners] of byDoubt) this.#addOwners(matrix, verdicts, doubt, owners, exceptions);
    }
    for (const list of exceptions.values()) this.#exceptions.push(...list);
    for (const [index, { others }] of this.#exceptions.entries()) {
      for (const other of others) {
        const own = this.#byOther[other];
        if (own) own.push(index);
        else this.#byOther[other] = [index];
      }
    }
  }

  #addUsual(verdict: number, owners: Bitset): void {
    this.#usual.set(verdict, this.#usual.get(verdict)?.or(owners) ?? owners);
  }

  #addOwners(
    matrix: FamilyMatrix,
    verdicts: DirectionVerdicts,
    doubt: EndDoubt,
    owners: Bitset,
    exceptions: Map<string, { owners: Bitset; others: Bitset; usual: number; verdict: number }[]>,
  ): void {
    const groups = verdicts.groups.map(({ columns, allowed, unknown }) => ({
      columns,
      verdict: this.#numbers.of(matrix.doubted({ allowed, unknown }, doubt)),
    }));
    const sizes = groups.map(({ columns }) => columns.count());
    const most = groups[sizes.indexOf(Math.max(...sizes))];
    if (!most) return;
    this.#addUsual(most.verdict, owners);
    for (const { columns, verdict } of groups) {
      if (verdict === most.verdict) continue;
      const key = `${most.verdict}/${verdict}/${hashOf(columns)}`;
      const list = exceptions.get(key) ?? [];
      exceptions.set(key, list);
      const same = list.find(({ others }) => others.equals(columns));
      if (same) same.owners = same.owners.or(owners);
      else list.push({ owners, others: columns, usual: most.verdict, verdict });
    }
  }

  /** What all columns as owners say to one column: a partition. */
  to(other: number): RowPart[] {
    const parts = new Map(this.#usual);
    for (const index of this.#byOther[other] ?? []) {
      const exception = this.#exceptions[index];
      if (!exception) continue;
      const { owners, usual, verdict } = exception;
      parts.set(usual, parts.get(usual)?.andNot(owners) ?? new Bitset(this.#size));
      parts.set(verdict, parts.get(verdict)?.or(owners) ?? owners);
    }
    const rows: RowPart[] = [];
    for (const [number, columns] of parts) {
      const verdict = this.#numbers.list[number];
      if (verdict && !columns.isEmpty()) rows.push({ columns, verdict });
    }
    return rows;
  }
}
