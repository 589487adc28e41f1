// Where a cause is best looked at: of a policy that came or went the rule that decides the flip, else the changed words.

import { explainQuery } from '../explain-query.ts';
import type { TraceStep } from '../explanation.ts';
import { isPolicyKind } from '../policy-kinds.ts';
import type { FlipRow, Location } from '../results.ts';
import type { Snapshot } from '../snapshot.ts';
import type { BareHunk, ObjectChange } from './change-hunks.ts';
import type { PlacedObject } from './placed-objects.ts';
import type { FlipCause } from './review.ts';

/** Flips that are explained for it; of others the object itself is told. */
const MOST_EXPLAINED = 200;
/** What stands for all ports of a row. */
const ANY_PORT = 80;

/** A query for some traffic of a row; undefined for protocols that have no name. */
function queryOf({ src, dst, protocol, ports }: FlipRow) {
  const ends = { from: src, to: dst };
  if (protocol.startsWith('ICMP')) return { ...ends, protocol };
  if (!['TCP', 'UDP', 'SCTP'].includes(protocol)) return undefined;
  return { ...ends, protocol, port: ports === 'all' ? ANY_PORT : Number.parseInt(ports, 10) };
}

/** The policy of an object that came or went. */
function policyOf({ change, source }: ObjectChange): PlacedObject | undefined {
  if (source.type !== 'object' || change === 'changed') return undefined;
  const one = change === 'added' ? source.pair.head : source.pair.base;
  return one?.resource && isPolicyKind(one.resource.kind) ? one : undefined;
}

const isWithin = ({ file, start, end }: Location, { reading, object }: PlacedObject): boolean =>
  file === reading.file.path && object.map.start <= start && end <= object.map.end;

export class CausePlaces {
  readonly #base: Snapshot;
  readonly #head: Snapshot;
  readonly #explained = new Map<string, readonly TraceStep[]>();

  constructor(base: Snapshot, head: Snapshot) {
    this.#base = base;
    this.#head = head;
  }

  get explained(): number {
    return this.#explained.size;
  }

  /** The steps of both ends, in one of the snapshots. */
  #steps(flip: FlipRow, side: 'base' | 'head'): readonly TraceStep[] {
    const query = queryOf(flip);
    const key = `${side} ${JSON.stringify(query)}`;
    const known = this.#explained.get(key);
    if (known) return known;
    if (!query || this.#explained.size >= MOST_EXPLAINED) return [];
    const answer = explainQuery(side === 'base' ? this.#base : this.#head, query);
    const steps = 'egress' in answer ? [...answer.egress.steps, ...answer.ingress.steps] : [];
    this.#explained.set(key, steps);
    return steps;
  }

  of(flip: FlipRow, change: ObjectChange, hunk: BareHunk): FlipCause | undefined {
    const side = hunk.change === 'removed' ? 'base' : 'head';
    const policy = policyOf(change);
    const own = policy ? this.#steps(flip, side).filter(({ location }) => location && isWithin(location, policy)) : [];
    const deciding = own.find(({ isDecisive, rule }) => isDecisive && rule !== undefined);
    const location = deciding?.location ?? (side === 'base' ? hunk.base : hunk.head) ?? hunk.base;
    return location && { hunk: hunk.id, side, location };
  }
}
