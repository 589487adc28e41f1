// Flips counted by the groups their parties lie in, from changed sets of columns: as many flips as there are cost no more than a few.
import type { Bitset } from '../net/bitset.ts';
import type { ConnectionId } from '../net/connection-table.ts';
import type { ChangePart } from './column-changes.ts';
import type { DiffParty } from './diff-parties.ts';
import type { SnapshotDiff } from './diff-snapshots.ts';
import type { FlipChoice } from './flip-choice.ts';
import { ANY_ROLE, type FlowFilter, type PartyRole, passes } from './flow-filter.ts';
import { addImpact, NO_IMPACT } from './impact.ts';
import type { Impact, NodeId } from './results.ts';

/** Flips from one group to each group, by destination. */
export interface FlipCounts {
  readonly opened: Float64Array;
  readonly closed: Float64Array;
  readonly unknown: Float64Array;
}

/** Counts kept of lists of parts that many groups share. */
const MAX_KEPT = 256;

/** A changed source column of a group, for so many of its parties that need the same of a destination. */
interface ChangedSource {
  readonly column: number;
  readonly needs: number;
  count: number;
}

export class GroupFlips {
  readonly #diff: SnapshotDiff;
  readonly #groups: number;
  /** Groups of a party: none where it is not counted, several where its flips show at several nodes. */
  readonly #groupsOf: (party: DiffParty) => readonly number[];
  readonly #choice: FlipChoice | undefined;
  readonly #sources = new Map<number, Map<string, ChangedSource>>();
  /** Flips of pairs that columns do not tell of: by source group, then destination group. */
  readonly #single = new Map<number, Map<number, Impact>>();
  readonly #counts: FlipCounts;
  readonly #kept = new Map<readonly ChangePart[], Map<number, FlipCounts>>();
  /** Parts that were counted once. */
  readonly #met = new Set<readonly ChangePart[]>();

  /** `filter`: only flips that meet its conditions. */
  constructor(diff: SnapshotDiff, groups: number, groupsOf: (id: NodeId) => readonly number[], filter?: FlowFilter) {
    this.#diff = diff;
    this.#choice = filter && !diff.isEmpty ? diff.choose(filter) : undefined;
    this.#groups = groups;
    this.#counts = noFlips(groups);
    const known = new Map<DiffParty, readonly number[]>();
    this.#groupsOf = (one) => {
      const own = known.get(one) ?? groupsOf(one.party.id);
      known.set(one, own);
      return own;
    };
    if (diff.isEmpty) return;
    this.#gatherColumns();
    this.#gatherSingle();
  }

  /** Groups that some flip starts from, among others. */
  get sources(): ReadonlySet<number> {
    return new Set([...this.#sources.keys(), ...this.#single.keys()]);
  }

  /** Flips from one group. The arrays are the caller's until it asks for the next one. */
  from(group: number): FlipCounts {
    const counts = this.#counts;
    for (const kind of KINDS) counts[kind].fill(0);
    const alike = new Map<readonly ChangePart[], Map<number, number>>();
    for (const { column, needs, count } of this.#sources.get(group)?.values() ?? []) {
      const { parts, patches } = this.#diff.changes.from(column);
      if (parts.length > 0) {
        const times = alike.get(parts) ?? new Map<number, number>();
        alike.set(parts, times.set(needs, (times.get(needs) ?? 0) + count));
      }
      const covering = (one: number): ChangePart | undefined => parts.find(({ columns }) => columns.has(one));
      let own: Omit<ChangePart, 'columns'> | undefined = covering(column);
      for (const patch of patches) {
        const covered = covering(patch.column);
        if (covered) this.#addColumn(counts, patch.column, covered, needs, -count);
        this.#addColumn(counts, patch.column, patch, needs, count);
        if (patch.column === column) own = patch;
      }
      if (own) this.#takeOutItself(counts, group, { column, needs }, own);
    }
    for (const [parts, times] of alike) {
      for (const [needs, count] of times) this.#addParts(counts, parts, needs, count);
    }
    for (const [target, impact] of this.#single.get(group) ?? []) countImpact(counts, target, impact, 1);
    return counts;
  }

  #gatherColumns(): void {
    for (const column of this.#diff.changes.sources()) {
      for (const one of this.#diff.parties.plainAt(column)) {
        const { isSource, needs } = this.#roleOf(one);
        for (const group of isSource ? this.#groupsOf(one) : []) {
          const own = this.#sources.get(group) ?? new Map<string, ChangedSource>();
          this.#sources.set(group, own);
          const key = `${column}/${needs}`;
          const source = own.get(key) ?? { column, needs, count: 0 };
          own.set(key, source);
          source.count++;
        }
      }
    }
  }

  #roleOf(one: DiffParty): PartyRole {
    return this.#choice?.role(one) ?? ANY_ROLE;
  }

  /** Whether a flow to a party counts, from a source that needs this of it. */
  #isTarget(one: DiffParty, needs: number): boolean {
    return !this.#choice || passes({ ...ANY_ROLE, needs }, this.#choice.role(one));
  }

  #impactAt(change: Omit<ChangePart, 'columns'>, one: DiffParty): Impact {
    return this.#diff.impactOf(change, this.#choice?.scope(one) ?? one.scope, this.#choice);
  }

  #gatherSingle(): void {
    const { list, others } = this.#diff.parties;
    for (const src of others.length > 0 ? list : []) {
      for (const { dst, impact } of this.#diff.othersFrom(src, this.#choice)) {
        for (const from of this.#groupsOf(src)) {
          const own = this.#single.get(from) ?? new Map<number, Impact>();
          this.#single.set(from, own);
          for (const to of this.#groupsOf(dst)) {
            own.set(to, addImpact(own.get(to) ?? NO_IMPACT, impact));
          }
        }
      }
    }
  }

  /** A pod to itself is no flow. */
  #takeOutItself(
    counts: FlipCounts,
    group: number,
    { column, needs }: Pick<ChangedSource, 'column' | 'needs'>,
    change: Omit<ChangePart, 'columns'>,
  ): void {
    for (const one of this.#diff.parties.plainAt(column)) {
      const groups = this.#groupsOf(one);
      const role = this.#roleOf(one);
      if (one.pods >= 2 || !groups.includes(group) || role.needs !== needs || !passes(role, role)) continue;
      for (const to of groups) countImpact(counts, to, this.#impactAt(change, one), -1);
    }
  }

  #addParts(counts: FlipCounts, parts: readonly ChangePart[], needs: number, times: number): void {
    const kept = this.#kept.get(parts)?.get(needs) ?? this.#keep(parts, needs);
    if (kept) addCounts(counts, kept, times);
    else for (const part of parts) this.#addColumns(counts, part.columns, part, needs, times);
  }

  /** Counts of parts that come again are kept: there may be as many lists of parts as columns, and each counts all groups. */
  #keep(parts: readonly ChangePart[], needs: number): FlipCounts | undefined {
    const isNew = !this.#met.has(parts);
    this.#met.add(parts);
    if (isNew || this.#kept.size >= MAX_KEPT) return undefined;
    const made = noFlips(this.#groups);
    for (const part of parts) this.#addColumns(made, part.columns, part, needs, 1);
    const byNeeds = this.#kept.get(parts) ?? new Map<number, FlipCounts>();
    this.#kept.set(parts, byNeeds.set(needs, made));
    return made;
  }

  #addColumns(counts: FlipCounts, columns: Bitset, change: ChangePart, needs: number, times: number): void {
    const byScope = new Map<ConnectionId, Impact>();
    for (const column of columns) {
      for (const one of this.#diff.parties.plainAt(column)) {
        if (!this.#isTarget(one, needs)) continue;
        const impact = byScope.get(one.scope) ?? this.#impactAt(change, one);
        byScope.set(one.scope, impact);
        for (const to of this.#groupsOf(one)) countImpact(counts, to, impact, times);
      }
    }
  }

  #addColumn(
    counts: FlipCounts,
    column: number,
    change: Omit<ChangePart, 'columns'>,
    needs: number,
    times: number,
  ): void {
    for (const one of this.#diff.parties.plainAt(column)) {
      if (!this.#isTarget(one, needs)) continue;
      const impact = this.#impactAt(change, one);
      for (const to of this.#groupsOf(one)) countImpact(counts, to, impact, times);
    }
  }
}

function noFlips(groups: number): FlipCounts {
  return {
    opened: new Float64Array(groups),
    closed: new Float64Array(groups),
    unknown: new Float64Array(groups),
  };
}

const KINDS = ['opened', 'closed', 'unknown'] as const;

function countImpact(counts: FlipCounts, group: number, impact: Impact, times: number): void {
  for (const kind of KINDS)
    if (impact[kind] > 0) counts[kind][group] = (counts[kind][group] ?? 0) + impact[kind] * times;
}

function addCounts(counts: FlipCounts, more: FlipCounts, times: number): void {
  for (const kind of KINDS) {
    const [sum, own] = [counts[kind], more[kind]];
    for (let group = 0; group < sum.length; group++) sum[group] = (sum[group] ?? 0) + (own[group] ?? 0) * times;
  }
}
