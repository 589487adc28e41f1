// What posture asks of one kind of pod: is it governed, closed to what no rule names, and what may it have with the Internet.
import { contains } from '../../net/connection-set.ts';
import type { ConnectionId } from '../../net/connection-table.ts';
import type { PairVerdict } from '../family-matrix.ts';
import { isOnHostEnd, type MemberEnd } from '../flow-place.ts';
import { partiesOf } from '../known-parties.ts';
import { memberVerdict } from '../member-verdict.ts';
import { NO_POLICIES } from '../policy-lists.ts';
import type { Direction } from '../results.ts';
import type { Snapshot } from '../snapshot.ts';
import { ownFamilies } from './own-families.ts';
import { strangerWalks } from './strangers.ts';
import { unnamedPoint } from './unnamed-port.ts';

/** What becomes of a flow that no rule names. */
export type Stance = 'closed' | 'open' | 'undecided';

type Directed<Value> = Record<Direction, (Value | undefined)[]>;

const empty = <Value>(): Directed<Value> => ({ egress: [], ingress: [] });

/** Answers for the columns of one snapshot; each is found once. */
export class EndPostures {
  readonly #snapshot: Snapshot;
  readonly #point: number;
  readonly #internet: readonly MemberEnd[];
  readonly #stances = empty<Stance>();
  readonly #exposures = empty<PairVerdict>();
  /** Of ends whose place counts as well. */
  readonly #placed = new Map<string, PairVerdict>();
  readonly #written = new Map<number, boolean>();

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot;
    this.#point = unnamedPoint(snapshot);
    this.#internet = partiesOf(snapshot).find(({ id }) => id === 'internet')?.members ?? [];
  }

  /** Whether no policy of pods or hosts has a say on it. */
  isOnHost(column: number): boolean {
    return this.#snapshot.universe.hostNetwork.has(column);
  }

  /** Whether a policy that somebody wrote applies. */
  isGoverned(direction: Direction, column: number): boolean {
    const { matrix, ground } = this.#snapshot;
    const list = matrix.governs[direction][column] ?? NO_POLICIES;
    if (list === NO_POLICIES) return false;
    const known = this.#written.get(list);
    if (known !== undefined) return known;
    const made = ground.lists.policies(list).some((policy) => !policy.implied);
    this.#written.set(list, made);
    return made;
  }

  /** Closed where neither stranger gets through over any family; open where one does for certain. */
  stance(direction: Direction, column: number): Stance {
    const known = this.#stances[direction][column];
    if (known) return known;
    const { table } = this.#snapshot;
    const has = (points: ConnectionId): boolean => contains(table.set(points), this.#point);
    const verdicts = this.#strangers(direction, column);
    const isOpen = verdicts.some(({ allowed }) => has(allowed));
    const made = isOpen ? 'open' : verdicts.some(({ unknown }) => has(unknown)) ? 'undecided' : 'closed';
    this.#stances[direction][column] = made;
    return made;
  }

  #strangers(direction: Direction, column: number): PairVerdict[] {
    const walks = strangerWalks(this.#snapshot);
    return ownFamilies(this.#snapshot, column).flatMap((family) => {
      const { pod, address } = walks.verdicts(this.#snapshot, direction, column, family);
      return [pod, address];
    });
  }

  /** What may come from the Internet (`ingress`) or go there (`egress`); what one of its families allows is allowed. */
  internet(direction: Direction, end: MemberEnd): PairVerdict {
    if (this.#snapshot.transit.size > 0 || isOnHostEnd(this.#snapshot, end))
      return this.#placedInternet(direction, end);
    const known = this.#exposures[direction][end.column];
    if (known) return known;
    const walks = strangerWalks(this.#snapshot);
    const { universe, table } = this.#snapshot;
    const verdicts = this.#internet.map(({ column }) => {
      const family = universe.space.columns[column - universe.classes.length]?.family ?? 4;
      return walks.verdicts(this.#snapshot, direction, end.column, family).address;
    });
    const made = joined(verdicts, table);
    this.#exposures[direction][end.column] = made;
    return made;
  }

  #placedInternet(direction: Direction, end: MemberEnd): PairVerdict {
    const key = `${direction} ${end.column} ${end.node ?? ''}`;
    const known = this.#placed.get(key);
    if (known) return known;
    const verdicts = this.#internet.map((outside) =>
      direction === 'ingress'
        ? memberVerdict(this.#snapshot, outside, end)
        : memberVerdict(this.#snapshot, end, outside),
    );
    const made = joined(verdicts, this.#snapshot.table);
    this.#placed.set(key, made);
    return made;
  }
}

function joined(verdicts: readonly PairVerdict[], table: Snapshot['table']): PairVerdict {
  const allowed = verdicts.reduce((sum, one) => table.union(sum, one.allowed), table.none);
  const unknown = verdicts.reduce((sum, one) => table.union(sum, one.unknown), table.none);
  return { allowed, unknown: table.difference(unknown, allowed) };
}
