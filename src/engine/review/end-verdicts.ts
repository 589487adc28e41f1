// The verdicts between ends of one snapshot, each pair judged once.
import type { ConnectionId } from '../../net/connection-table.ts';
import type { PairVerdict } from '../family-matrix.ts';
import type { MemberEnd } from '../flow-place.ts';
import { memberVerdict } from '../member-verdict.ts';
import type { Verdict } from '../results.ts';
import type { Snapshot } from '../snapshot.ts';

/** An end of a snapshot as a number; -1 for one that does not exist there. */
export type EndNumber = number;

const MOST_ENDS = 2 ** 24;

export class EndVerdicts {
  readonly #snapshot: Snapshot;
  readonly #numbers = new Map<string, EndNumber>();
  readonly #ends: MemberEnd[] = [];
  readonly #pairs = new Map<number, PairVerdict>();
  readonly #nothing: PairVerdict;

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot;
    const { none } = snapshot.table;
    this.#nothing = { allowed: none, unknown: none };
  }

  numberOf(end: MemberEnd | undefined): EndNumber {
    if (!end) return -1;
    const key = end.node === undefined ? String(end.column) : `${end.column}@${end.node}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#ends.length);
    return this.#ends.push(end) - 1;
  }

  /** Where an end does not exist no flow is possible. */
  pair(from: EndNumber, to: EndNumber): PairVerdict {
    const [src, dst] = [this.#ends[from], this.#ends[to]];
    if (!src || !dst) return this.#nothing;
    const key = from * MOST_ENDS + to;
    const known = this.#pairs.get(key);
    if (known) return known;
    const made = memberVerdict(this.#snapshot, src, dst);
    this.#pairs.set(key, made);
    return made;
  }

  /** The points with a verdict. */
  points(verdict: Verdict, from: EndNumber, to: EndNumber): ConnectionId {
    const { table } = this.#snapshot;
    const { allowed, unknown } = this.pair(from, to);
    if (verdict === 'allowed') return allowed;
    if (verdict === 'unknown') return unknown;
    return table.difference(table.difference(table.all, allowed), unknown);
  }
}
