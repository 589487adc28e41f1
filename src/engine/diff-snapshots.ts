// The one comparison behind preview, review and lesson goals: every flow whose verdict differs between two snapshots.
import type { ConnectionId, ConnectionTable } from '../net/connection-table.ts';
import { columnCells } from './column-cells.ts';
import { type ChangePart, ColumnChanges } from './column-changes.ts';
import { type DiffParties, type DiffParty, diffParties } from './diff-parties.ts';
import type { PairVerdict } from './family-matrix.ts';
import { FlipChoice } from './flip-choice.ts';
import type { FlowFilter } from './flow-filter.ts';
import type { MemberEnd } from './flow-place.ts';
import { addImpact, NO_IMPACT } from './impact.ts';
import type { JointMember } from './joint-party.ts';
import { memberVerdict } from './member-verdict.ts';
import { missingSentence, rowsOf } from './pair-cells.ts';
import type { FlipKind, FlipRow, Impact, NodeId, PortScope, Verdict } from './results.ts';
import { onOneGround, type Snapshot, type SnapshotCache } from './snapshot.ts';

const VERDICTS: readonly Verdict[] = ['allowed', 'unknown', 'denied'];

/** A change to or from unknown is neither an opening nor a closing. */
function flipKind(was: Verdict, now: Verdict): FlipKind {
  if (was === 'unknown' || now === 'unknown') return 'unknown';
  return now === 'allowed' ? 'opened' : 'closed';
}

function pointsWith(verdict: Verdict, pair: PairVerdict, table: ConnectionTable): ConnectionId {
  if (verdict === 'allowed') return pair.allowed;
  if (verdict === 'unknown') return pair.unknown;
  return table.difference(table.difference(table.all, pair.allowed), pair.unknown);
}

interface Change {
  readonly was: Verdict;
  readonly now: Verdict;
  readonly points: ConnectionId;
  readonly pairs: number;
}

/** What changed between two parties, and their pod pairs in all. */
interface PartyChange {
  readonly dst: DiffParty;
  readonly changes: readonly Change[];
  readonly of: number;
}

function pairCount(src: DiffParty, dst: DiffParty, from: JointMember, to: JointMember): number {
  return src === dst && from === to ? from.count * (from.count - 1) : from.count * to.count;
}

/** Adds up kinds of change between cells of pod pairs. */
class ChangeSum {
  readonly #table: ConnectionTable;
  readonly #scope: ConnectionId;
  readonly #changes = new Map<string, Change>();

  constructor(table: ConnectionTable, scope: ConnectionId) {
    this.#table = table;
    this.#scope = scope;
  }

  add(before: PairVerdict, after: PairVerdict, pairs: number): void {
    if (before.allowed === after.allowed && before.unknown === after.unknown) return;
    const table = this.#table;
    for (const was of VERDICTS) {
      for (const now of VERDICTS) {
        if (was === now) continue;
        const both = table.intersection(pointsWith(was, before, table), pointsWith(now, after, table));
        const points = table.intersection(both, this.#scope);
        if (points === table.none) continue;
        const key = `${was}/${now}`;
        const known = this.#changes.get(key);
        const joined = known ? table.union(known.points, points) : points;
        this.#changes.set(key, { was, now, points: joined, pairs: (known?.pairs ?? 0) + pairs });
      }
    }
  }

  get changes(): readonly Change[] {
    return [...this.#changes.values()];
  }
}

/**
 * All flips from one snapshot to another. Both must share one connection table.
 *
 * A pair's verdict is the meet of the source's egress and the destination's ingress, so it can only differ where one of
 * the two does. Flips are counted by sets of columns, and told one by one only as far as they are asked for.
 */
export class SnapshotDiff {
  readonly #base: Snapshot;
  readonly #head: Snapshot;
  readonly #ports: PortScope;
  #parties: DiffParties | undefined;
  #columnChanges: ColumnChanges | undefined;
  readonly #cells = new Map<string, readonly Change[]>();
  /** Destinations that may say something else than before; all of them, and those that are not plain. */
  #changed: readonly DiffParty[] | undefined;
  #changedOthers: readonly DiffParty[] | undefined;
  readonly #impacts = new Map<readonly ChangePart[], Impact>();
  readonly #counted = new WeakMap<readonly Change[], Impact>();
  #impact: Impact | undefined;
  #flips: readonly FlipRow[] | undefined;
  #byNode: ReadonlyMap<NodeId, Impact> | undefined;

  constructor(base: Snapshot, head: Snapshot, ports: PortScope) {
    if (base.table !== head.table) throw new Error('snapshots to compare must share one connection table');
    this.#base = base;
    this.#head = head;
    this.#ports = ports;
  }

  /** The parties of both snapshots. */
  get parties(): DiffParties {
    this.#parties ??= diffParties(this.#base, this.#head, this.#ports);
    return this.#parties;
  }

  /** What changed between the columns behind the parties. */
  get changes(): ColumnChanges {
    this.#columnChanges ??= new ColumnChanges(this.#base, this.#head, this.parties.joint, this.#ports);
    return this.#columnChanges;
  }

  /** One row for each pair of workloads (or external nodes), protocol, contiguous port range and kind of flip. */
  get flips(): readonly FlipRow[] {
    this.#flips ??= [...this.rows()];
    return this.#flips;
  }

  /** Whether the two snapshots are one. */
  get isEmpty(): boolean {
    return this.#base === this.#head;
  }

  /** Flips at either end of each node, workloads and externals by id. */
  get byNode(): ReadonlyMap<NodeId, Impact> {
    this.#byNode ??= this.#sumByNode();
    return this.#byNode;
  }

  get impact(): Impact {
    this.#impact ??= this.#count();
    return this.#impact;
  }

  /** What of the flips meets the conditions. */
  choose(filter: FlowFilter): FlipChoice {
    return new FlipChoice(filter, this.parties, this.#head.table);
  }

  /** The flips in stable order, computed on the way. */
  *rows(choice?: FlipChoice): Generator<FlipRow> {
    if (this.#base === this.#head) return;
    for (const src of this.#sourcesToAsk()) {
      if (choice && !choice.role(src).isSource) continue;
      for (const { dst, changes, of } of this.#changesFrom(src, choice)) {
        for (const change of changes) {
          if (choice && !choice.counts(flipKind(change.was, change.now), change.now)) continue;
          yield* this.#rowsOf(src, dst, change, of);
        }
      }
    }
  }

  /** Parties that may be the source of a flip, in stable order. */
  #sourcesToAsk(): readonly DiffParty[] {
    const { list, others } = this.parties;
    if (others.length > 0) return list;
    const found = [...this.changes.sources()].flatMap((column) => this.parties.plainAt(column));
    return found.sort((a, b) => a.index - b.index);
  }

  /** Changed destinations of one party, in stable order. */
  #changesFrom(src: DiffParty, choice?: FlipChoice): readonly PartyChange[] {
    const found = [...(src.kind === 'plain' ? this.#plainFrom(src, choice) : []), ...this.#othersFrom(src, choice)];
    return found.sort((a, b) => a.dst.index - b.dst.index);
  }

  #plainFrom(src: DiffParty, choice?: FlipChoice): PartyChange[] {
    const [column] = src.columns;
    if (column === undefined) return [];
    const found: PartyChange[] = [];
    const wanted = choice?.columns(src);
    for (const { columns, before, after } of this.changes.allFrom(column)) {
      for (const one of wanted ? columns.and(wanted) : columns) {
        for (const dst of this.parties.plainAt(one)) {
          const isBetweenOutside = src.party.isOutside && dst.party.isOutside;
          const pairs = isBetweenOutside ? 0 : src.pods * (src === dst ? src.pods - 1 : dst.pods);
          if (pairs === 0 || choice?.passes(src, dst) === false) continue;
          const scope = choice?.scope(dst) ?? dst.scope;
          const changes = this.#cell(before, after, scope).map((change) => ({ ...change, pairs }));
          if (changes.length > 0) found.push({ dst, changes, of: pairs });
        }
      }
    }
    return found;
  }

  /** The kinds of change of one cell, for one pair. */
  #cell(before: PairVerdict, after: PairVerdict, scope: ConnectionId): readonly Change[] {
    const key = `${before.allowed}/${before.unknown}>${after.allowed}/${after.unknown}/${scope}`;
    const known = this.#cells.get(key);
    if (known) return known;
    const sum = new ChangeSum(this.#head.table, scope);
    sum.add(before, after, 1);
    this.#cells.set(key, sum.changes);
    return sum.changes;
  }

  /** Flips between two plain parties whose columns changed so; `scope` is the destination's. */
  impactOf({ before, after }: Omit<ChangePart, 'columns'>, scope: ConnectionId, choice?: FlipChoice): Impact {
    return this.#impactOf(this.#cell(before, after, scope), choice);
  }

  /** Flips between one party and every other, where one of the two is not plain. */
  *othersFrom(src: DiffParty, choice?: FlipChoice): Generator<{ readonly dst: DiffParty; readonly impact: Impact }> {
    if (this.#base === this.#head) return;
    for (const { dst, changes } of this.#othersFrom(src, choice))
      yield { dst, impact: this.#impactOf(changes, choice) };
  }

  /** Changed destinations where one of the two parties is not plain. */
  #othersFrom(src: DiffParty, choice?: FlipChoice): PartyChange[] {
    const found: PartyChange[] = [];
    for (const dst of this.#othersToAsk(src)) {
      if ((src.party.isOutside && dst.party.isOutside) || choice?.passes(src, dst) === false) continue;
      const change = this.#between(src, dst, choice?.scope(dst) ?? dst.scope);
      if (change.changes.length > 0) found.push(change);
    }
    return found;
  }

  #othersToAsk(src: DiffParty): readonly DiffParty[] {
    const { list, others, hasGates } = this.parties;
    const isPlain = src.kind === 'plain';
    // What hosts forward is judged beside the ends of a flow, so it can change any of them.
    const isAsked = hasGates || src.columns.some((column) => this.changes.mayDiffer('egress', column));
    if (isAsked) return isPlain ? others : list;
    this.#changed ??= list.filter(({ columns }) => columns.some((one) => this.changes.mayDiffer('ingress', one)));
    this.#changedOthers ??= this.#changed.filter(({ kind }) => kind !== 'plain');
    return isPlain ? this.#changedOthers : this.#changed;
  }

  /** Judges every kind of pod pair of two parties. */
  #between(src: DiffParty, dst: DiffParty, scope: ConnectionId): PartyChange {
    const sum = new ChangeSum(this.#head.table, scope);
    let of = 0;
    if (src.party.whole && dst.party.whole) {
      const before = columnCells(this.#base, src.party.whole, dst.party.whole);
      // The same columns on the same nodes: the same cells in the same order.
      for (const [index, { verdict, pairs }] of columnCells(this.#head, src.party.whole, dst.party.whole).entries()) {
        of += pairs;
        sum.add(before[index]?.verdict ?? verdict, verdict, pairs);
      }
      return { dst, changes: sum.changes, of };
    }
    for (const from of src.party.members) {
      for (const to of dst.party.members) {
        const pairs = pairCount(src, dst, from, to);
        if (pairs === 0) continue;
        of += pairs;
        sum.add(verdictIn(this.#base, from.base, to.base), verdictIn(this.#head, from.head, to.head), pairs);
      }
    }
    return { dst, changes: sum.changes, of };
  }

  #rowsOf(src: DiffParty, dst: DiffParty, change: Change, of: number): FlipRow[] {
    return rowsOf(change.points, 'range', this.#head.table).map(({ protocol, ports }) => ({
      src: src.party.id,
      dst: dst.party.id,
      protocol,
      ports,
      verdict: change.now,
      was: change.was,
      flip: flipKind(change.was, change.now),
      ...(change.pairs < of ? { mixed: { pairs: change.pairs, of } } : {}),
      ...(change.was === 'unknown' || change.now === 'unknown'
        ? { missing: missingSentence(src.party, dst.party) }
        : {}),
    }));
  }

  /** Flips of some kinds of change between two parties. */
  #impactOf(changes: readonly Change[], choice?: FlipChoice): Impact {
    const known = choice ? undefined : this.#counted.get(changes);
    if (known) return known;
    let impact = NO_IMPACT;
    for (const { was, now, points } of changes) {
      const kind = flipKind(was, now);
      if (choice && !choice.counts(kind, now)) continue;
      impact = { ...impact, [kind]: impact[kind] + rowsOf(points, 'range', this.#head.table).length };
    }
    if (!choice) this.#counted.set(changes, impact);
    return impact;
  }

  #count(): Impact {
    let impact = NO_IMPACT;
    if (this.#base === this.#head) return impact;
    for (const column of this.changes.sources()) impact = addImpact(impact, this.#countPlain(column));
    const { list, others } = this.parties;
    for (const src of others.length > 0 ? list : []) {
      for (const { changes } of this.#othersFrom(src)) impact = addImpact(impact, this.#impactOf(changes));
    }
    return impact;
  }

  /** Flips between the plain parties of one column and all plain parties. */
  #countPlain(column: number): Impact {
    const sources = this.parties.plainAt(column);
    if (sources.length === 0) return NO_IMPACT;
    const { parts, patches } = this.changes.from(column);
    let impact = this.#impactOfParts(parts);
    const at = (one: number): ChangePart | undefined => parts.find(({ columns }) => columns.has(one));
    let own: Omit<ChangePart, 'columns'> | undefined = at(column);
    for (const patch of patches) {
      const covered = at(patch.column);
      if (covered) impact = addImpact(impact, this.#impactAt(patch.column, covered), -1);
      impact = addImpact(impact, this.#impactAt(patch.column, patch));
      if (patch.column === column) own = patch;
    }
    impact = addImpact(NO_IMPACT, impact, sources.length);
    // A pod to itself is no flow.
    for (const { pods, scope } of own ? sources : []) {
      const isAlone = pods < 2;
      if (own && isAlone) impact = addImpact(impact, this.#impactOf(this.#cell(own.before, own.after, scope)), -1);
    }
    return impact;
  }

  /** Flips from one party to all plain parties behind these columns. */
  #impactOfParts(parts: readonly ChangePart[]): Impact {
    const known = this.#impacts.get(parts);
    if (known) return known;
    let impact = NO_IMPACT;
    for (const { columns, before, after } of parts) {
      for (const { scope, count } of this.parties.countByScope(columns)) {
        if (count > 0) impact = addImpact(impact, this.#impactOf(this.#cell(before, after, scope)), count);
      }
    }
    this.#impacts.set(parts, impact);
    return impact;
  }

  /** Flips from one party to the plain parties behind one column. */
  #impactAt(column: number, { before, after }: Omit<ChangePart, 'columns'>): Impact {
    let impact = NO_IMPACT;
    for (const { scope } of this.parties.plainAt(column)) {
      impact = addImpact(impact, this.#impactOf(this.#cell(before, after, scope)));
    }
    return impact;
  }

  #sumByNode(): ReadonlyMap<NodeId, Impact> {
    const byNode = new Map<NodeId, Impact>();
    const add = (id: NodeId, impact: Impact): void => {
      byNode.set(id, addImpact(byNode.get(id) ?? NO_IMPACT, impact));
    };
    if (this.#base === this.#head) return byNode;
    for (const src of this.#sourcesToAsk()) {
      for (const { dst, changes } of this.#changesFrom(src)) {
        const impact = this.#impactOf(changes);
        add(src.party.id, impact);
        if (dst !== src) add(dst.party.id, impact);
      }
    }
    return byNode;
  }
}

/** The verdict of a pair in one snapshot; where an end does not exist no flow is possible. */
function verdictIn(snapshot: Snapshot, src: MemberEnd | undefined, dst: MemberEnd | undefined): PairVerdict {
  const { none } = snapshot.table;
  return src === undefined || dst === undefined ? { allowed: none, unknown: none } : memberVerdict(snapshot, src, dst);
}

/** All flips from `base` to `head`, which are put on one ground for it. */
export function compareSnapshots(base: Snapshot, head: Snapshot, cache: SnapshotCache, ports: PortScope): SnapshotDiff {
  return diffSnapshots(...onOneGround(base, head, cache), ports);
}

/** All flips from `base` to `head`, which share one connection table. */
export function diffSnapshots(base: Snapshot, head: Snapshot, ports: PortScope): SnapshotDiff {
  return new SnapshotDiff(base, head, ports);
}
