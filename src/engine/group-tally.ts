// Pairs of parties counted by the groups they lie in: from rows of columns, so that no two parties are looked at that a row tells of together.
import type { Bitset } from '../net/bitset.ts';
import { wholeRanges } from '../net/connection-set.ts';
import type { ConnectionId, ConnectionTable } from '../net/connection-table.ts';
import { columnCells } from './column-cells.ts';
import type { RowPart } from './end-rows.ts';
import { type PairVerdict, verdictKey } from './family-matrix.ts';
import type { FlowFilter } from './flow-filter.ts';
import { type GroupedParty, GroupParties, type PlacedParty, WANTED } from './group-parties.ts';
import { type PairCell, verdictAreas } from './pair-cells.ts';
import { type PairRows, pairRowsOf } from './pair-rows.ts';
import type { PortScope, Verdict } from './results.ts';
import type { Snapshot } from './snapshot.ts';

/** What may hold between two parties, over the ports that count. */
export interface Outcome {
  /** The verdict that opens most. */
  readonly best: Verdict;
  readonly allowed: ConnectionId;
  readonly unknown: ConnectionId;
  /** Empty, unless denied flows are asked for. */
  readonly denied: ConnectionId;
  /** Ranges with a verdict that is asked for, or otherwise allowed or unknown. */
  readonly flows: number;
  /** Whether pods of the two differ in it. */
  readonly isMixed: boolean;
  /** False where a filter leaves nothing of the pair. */
  readonly isCounted: boolean;
}

/** How many pairs with one outcome a source group has with each group. */
export interface OutcomeCounts {
  readonly outcome: Outcome;
  /** By destination group. */
  readonly pairs: Float64Array;
}

/** Sources of one group that a list of parts is true of, but for their patches. */
interface Alike {
  readonly parts: readonly RowPart[];
  readonly bits: number;
  count: number;
}

/** Pairs judged one by one before the rest of them is left out. */
const MAX_SINGLE_PAIRS = 3_000_000;

/** Counts kept of lists of parts that many groups share. */
const MAX_KEPT = 256;

export class GroupTally {
  /** Parties whose pairs were too many to be judged one by one, so that they are not counted. */
  readonly uncounted: readonly GroupedParty[];
  readonly #snapshot: Snapshot;
  readonly #table: ConnectionTable;
  readonly #rows: PairRows;
  readonly #parties: GroupParties;
  readonly #others: ReadonlySet<PlacedParty>;
  readonly #verdictsCounted: ReadonlySet<Verdict> | undefined;
  readonly #verdicts: PairVerdict[] = [];
  readonly #verdictNumbers = new Map<number, number>();
  readonly #outcomes: Outcome[] = [];
  readonly #outcomeNumbers = new Map<string, number>();
  /** By verdict number, then scope; -1 where it is not known yet. */
  readonly #byVerdict: Int32Array[] = [];
  readonly #byCells = new Map<string, number>();
  #counts: Float64Array[] = [];
  readonly #kept = new Map<readonly RowPart[], Map<number, ReadonlyMap<number, Float64Array>>>();
  readonly #uses = new Map<readonly RowPart[], number>();

  /** `filter`: only what of the pairs meets its conditions on ports and verdicts; those on parties are in their roles. */
  constructor(
    snapshot: Snapshot,
    parties: readonly GroupedParty[],
    groups: number,
    ports: PortScope,
    filter?: Pick<FlowFilter, 'points' | 'verdicts'>,
  ) {
    this.#snapshot = snapshot;
    this.#verdictsCounted = filter?.verdicts;
    this.#table = snapshot.table;
    this.#rows = pairRowsOf(snapshot, ports);
    this.#parties = new GroupParties(snapshot, parties, groups, ports, filter?.points);
    const { others, list } = this.#parties;
    const countable = Math.floor(MAX_SINGLE_PAIRS / Math.max(1, list.length * 2));
    this.#others = new Set(others.slice(0, countable));
    this.uncounted = others.slice(countable);
  }

  /** What the pairs from one group come to. The arrays are the caller's until it asks for the next row. */
  from(group: number): readonly OutcomeCounts[] {
    for (const counts of this.#counts) counts.fill(0);
    const sources = this.#parties.byGroup[group] ?? [];
    const plain = sources.filter(({ column }) => column >= 0);
    for (const { parts, bits, count } of this.#gatherAlike(plain)) this.#addParts(parts, bits, count);
    for (const src of plain) for (const dst of this.#others) this.#addPair(src, dst);
    for (const src of sources) {
      if (!this.#others.has(src)) continue;
      for (const dst of this.#parties.list) if (dst.column >= 0 || this.#others.has(dst)) this.#addPair(src, dst);
    }
    return this.#counts.flatMap((pairs, number) => {
      const outcome = this.#outcomes[number];
      return outcome?.isCounted ? [{ outcome, pairs }] : [];
    });
  }

  /** Counts the patches of each source, and gathers what its row has in common with others. */
  #gatherAlike(sources: readonly PlacedParty[]): Iterable<Alike> {
    const alike = new Map<readonly RowPart[], Alike[]>();
    for (const src of sources) {
      const { parts, patches } = this.#rows.patched(src.column);
      const bits = (src.wantsFrom ? 0 : WANTED) | src.asks;
      const lists = alike.get(parts) ?? [];
      alike.set(parts, lists);
      const list = lists.find((one) => one.bits === bits);
      if (list) list.count++;
      else lists.push({ parts, bits, count: 1 });
      let own = src.isAlone ? verdictIn(parts, src.column) : undefined;
      for (const { column, verdict } of patches) {
        const covered = verdictIn(parts, column);
        if (covered) this.#addColumn(column, this.#verdictNumber(covered), bits, -1);
        this.#addColumn(column, this.#verdictNumber(verdict), bits, 1);
        if (src.isAlone && column === src.column) own = verdict;
      }
      // A pod to itself is no flow.
      if (own && (src.is & bits) === bits)
        this.#add(this.#outcomeOf(this.#verdictNumber(own), src.scope), src.group, -1);
    }
    return [...alike.values()].flat();
  }

  #addParts(parts: readonly RowPart[], bits: number, times: number): void {
    const kept = this.#kept.get(parts)?.get(bits) ?? this.#keep(parts, bits);
    if (!kept) {
      this.#spread(parts, bits, (outcome, group, count) => this.#add(outcome, group, count * times));
      return;
    }
    for (const [outcome, pairs] of kept) {
      const counts = this.#countsOf(outcome);
      for (let group = 0; group < counts.length; group++) {
        counts[group] = (counts[group] ?? 0) + (pairs[group] ?? 0) * times;
      }
    }
  }

  /** Counts of parts that come again are kept. */
  #keep(parts: readonly RowPart[], bits: number): ReadonlyMap<number, Float64Array> | undefined {
    const uses = (this.#uses.get(parts) ?? 0) + 1;
    this.#uses.set(parts, uses);
    if (uses < 2 || this.#kept.size >= MAX_KEPT) return undefined;
    const made = new Map<number, Float64Array>();
    this.#spread(parts, bits, (outcome, group, count) => {
      const pairs = made.get(outcome) ?? new Float64Array(this.#parties.groups);
      made.set(outcome, pairs);
      pairs[group] = (pairs[group] ?? 0) + count;
    });
    const byBits = this.#kept.get(parts) ?? new Map<number, ReadonlyMap<number, Float64Array>>();
    this.#kept.set(parts, byBits);
    byBits.set(bits, made);
    return made;
  }

  /** All groups are counted as the largest part has it, then the columns of the others are put right. */
  #spread(parts: readonly RowPart[], bits: number, add: (outcome: number, group: number, count: number) => void): void {
    const sizes = parts.map(({ columns }) => columns.count());
    const most = parts[sizes.indexOf(Math.max(...sizes))];
    if (!most) return;
    const usual = this.#verdictNumber(most.verdict);
    for (const [scope, totals] of this.#parties.totals(bits).entries()) {
      const outcome = this.#outcomeOf(usual, scope);
      for (let group = 0; group < totals.length; group++) {
        const count = totals[group] ?? 0;
        if (count > 0) add(outcome, group, count);
      }
    }
    for (const part of parts) {
      if (part !== most) this.#spreadColumns(part.columns, this.#verdictNumber(part.verdict), usual, bits, add);
    }
  }

  #spreadColumns(
    columns: Bitset,
    verdict: number,
    usual: number,
    bits: number,
    add: (outcome: number, group: number, count: number) => void,
  ): void {
    const { starts, groupAt, scopeAt, bitsAt } = this.#parties;
    for (const column of columns) {
      const end = starts[column + 1] ?? 0;
      for (let at = starts[column] ?? 0; at < end; at++) {
        if (((bitsAt[at] ?? 0) & bits) !== bits) continue;
        const [group, scope] = [groupAt[at] ?? 0, scopeAt[at] ?? 0];
        add(this.#outcomeOf(usual, scope), group, -1);
        add(this.#outcomeOf(verdict, scope), group, 1);
      }
    }
  }

  #addColumn(column: number, verdict: number, bits: number, count: number): void {
    const { starts, groupAt, scopeAt, bitsAt } = this.#parties;
    const end = starts[column + 1] ?? 0;
    for (let at = starts[column] ?? 0; at < end; at++) {
      if (((bitsAt[at] ?? 0) & bits) !== bits) continue;
      this.#add(this.#outcomeOf(verdict, scopeAt[at] ?? 0), groupAt[at] ?? 0, count);
    }
  }

  #addPair(src: PlacedParty, dst: PlacedParty): void {
    const bits = (src.wantsFrom ? 0 : WANTED) | src.asks;
    if ((dst.is & bits) !== bits) return;
    const cells = columnCells(this.#snapshot, src.party, dst.party);
    if (cells.length > 0) this.#add(this.#outcomeOfCells(cells, dst.scope), dst.group, 1);
  }

  #countsOf(outcome: number): Float64Array {
    const known = this.#counts[outcome];
    if (known) return known;
    const made = new Float64Array(this.#parties.groups);
    this.#counts[outcome] = made;
    return made;
  }

  #add(outcome: number, group: number, count: number): void {
    const counts = this.#countsOf(outcome);
    counts[group] = (counts[group] ?? 0) + count;
  }

  #verdictNumber(verdict: PairVerdict): number {
    const key = verdictKey(verdict);
    const known = this.#verdictNumbers.get(key);
    if (known !== undefined) return known;
    const number = this.#verdicts.length;
    this.#verdictNumbers.set(key, number);
    this.#verdicts.push(verdict);
    this.#byVerdict.push(new Int32Array(this.#parties.scopes.length).fill(-1));
    return number;
  }

  #outcomeOf(verdict: number, scope: number): number {
    const byScope = this.#byVerdict[verdict];
    const known = byScope?.[scope] ?? -1;
    if (known >= 0 || !byScope) return known;
    const pair = this.#verdicts[verdict];
    const made = this.#outcomeOfCells(pair ? [{ verdict: pair, pairs: 1 }] : [], scope);
    byScope[scope] = made;
    return made;
  }

  #outcomeOfCells(cells: readonly PairCell[], scope: number): number {
    const key = `${scope}|${cells.map(({ verdict, pairs }) => `${verdict.allowed}/${verdict.unknown}*${pairs}`).join()}`;
    const known = this.#byCells.get(key);
    if (known !== undefined) return known;
    const made = this.#internOutcome(this.#judge(cells, this.#parties.scopes[scope] ?? this.#table.none));
    this.#byCells.set(key, made);
    return made;
  }

  #judge(cells: readonly PairCell[], scope: ConnectionId): Outcome {
    const table = this.#table;
    const counted = this.#verdictsCounted;
    const areas = verdictAreas(cells, scope, table).filter(({ verdict }) => counted?.has(verdict) ?? true);
    const drawn = counted ? areas : areas.filter(({ verdict }) => verdict !== 'denied');
    const pointsOf = (verdict: Verdict): ConnectionId =>
      drawn.reduce((sum, area) => (area.verdict === verdict ? table.union(sum, area.points) : sum), table.none);
    return {
      best: areas[0]?.verdict ?? 'denied',
      allowed: pointsOf('allowed'),
      unknown: pointsOf('unknown'),
      denied: pointsOf('denied'),
      flows: drawn.reduce((sum, { points }) => sum + wholeRanges(table.set(points)).length, 0),
      isMixed: drawn.some(({ pairs, of }) => pairs < of),
      isCounted: areas.length > 0,
    };
  }

  #internOutcome(outcome: Outcome): number {
    const { best, allowed, unknown, denied, flows, isMixed, isCounted } = outcome;
    const key = [best, allowed, unknown, denied, flows, isMixed, isCounted].join('/');
    const known = this.#outcomeNumbers.get(key);
    if (known !== undefined) return known;
    this.#outcomeNumbers.set(key, this.#outcomes.length);
    this.#outcomes.push(outcome);
    this.#countsOf(this.#outcomes.length - 1);
    return this.#outcomes.length - 1;
  }
}

function verdictIn(parts: readonly RowPart[], column: number): PairVerdict | undefined {
  return parts.find(({ columns }) => columns.has(column))?.verdict;
}
