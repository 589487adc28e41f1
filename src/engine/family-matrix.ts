// Verdicts over one address family, for any pair of columns.
import type { ConnectionId } from '../net/connection-table.ts';
import type { Governing } from './governing.ts';
import type { FamilyGround, Ground } from './ground.ts';
import type { PeerMatcher } from './peer-match.ts';
import type { Direction } from './results.ts';
import type { DirectionVerdicts } from './tier-walks.ts';

/** Verdict of a pair for all points; denied is the rest. `allowed` and `unknown` are disjoint. */
export interface PairVerdict {
  readonly allowed: ConnectionId;
  readonly unknown: ConnectionId;
}

/** Equal for equal verdicts of one table, whose ids are below 2^26. */
export const verdictKey = ({ allowed, unknown }: PairVerdict): number => unknown * 2 ** 26 + allowed;

/** `certain`: as its policies say; otherwise see `Endpoint.doubt`. */
export type EndDoubt = 'certain' | 'perhaps' | 'unknown';

/**
 * Lists of so many policies are walked for the points asked about alone: most of the policies do not speak of these. The walk of a
 * shorter list is shared by all that ask, whatever points they mean.
 */
const LONG_LIST = 24;

export class FamilyMatrix {
  readonly #ground: Ground;
  readonly #own: FamilyGround;
  readonly #governing: Governing;
  readonly #open: PairVerdict;
  readonly #classes: number;

  constructor(ground: Ground, own: FamilyGround, governing: Governing) {
    this.#ground = ground;
    this.#own = own;
    this.#governing = governing;
    this.#open = { allowed: ground.table.all, unknown: ground.table.none };
    this.#classes = ground.universe.classes.length;
  }

  get peers(): PeerMatcher {
    return this.#own.peers;
  }

  /** How the policies of a class judge every column in a direction. */
  verdicts(direction: Direction, classId: number): DirectionVerdicts {
    return this.#own.walks[direction].verdicts(this.#governing[direction][classId] ?? 0, classId);
  }

  /** How a class as a destination judges every column; of other points than those of `scope` it may say nothing. */
  ingressWithin(classId: number, scope: ConnectionId): DirectionVerdicts {
    const list = this.#governing.ingress[classId] ?? 0;
    const isLong = this.#ground.lists.length(list) >= LONG_LIST;
    return this.#own.walks.ingress.verdicts(list, classId, isLong ? scope : this.#ground.table.all);
  }

  /** What a host's forwarding side says about a flow that `own`, one of its pods, has with `other`: rules look at those two. */
  through(direction: Direction, gate: number, own: number, other: number): PairVerdict {
    return this.#own.walks[direction].verdicts(this.#governing[direction][gate] ?? 0, own).at(other) ?? this.#open;
  }

  /** What a host says to its own pods: only some tiers are asked (`Tier.reachesOwnHost`). */
  atOwnHost(classId: number, other: number): PairVerdict {
    const { lists, tiers } = this.#ground;
    const reaching = new Set(tiers.filter((tier) => tier.reachesOwnHost).map((tier) => tier.name));
    const policies = lists.policies(this.#governing.ingress[classId] ?? 0);
    const asked = lists.of(policies.filter((policy) => reaching.has(policy.tier)));
    return this.#own.walks.ingress.verdicts(asked, classId).at(other) ?? this.#open;
  }

  /** Whether it is known that, and how, policy governs a class. */
  doubtOf(classId: number): EndDoubt {
    const { classes, hostNetwork } = this.#ground.universe;
    const doubt = classes[classId]?.sample.doubt;
    if (doubt) return doubt.governed;
    // Only policies that may or may not apply on the host network select a pod there at all.
    return hostNetwork.has(classId) ? 'perhaps' : 'certain';
  }

  /** What one end says about a flow with the column at the other end; addresses have no policy of their own. */
  end(direction: Direction, own: number, other: number): PairVerdict {
    if (own >= this.#classes) return this.#open;
    return this.doubted(this.verdicts(direction, own).at(other) ?? this.#open, this.doubtOf(own));
  }

  /** A host that may be governed otherwise than judged: what policy allows is allowed if it is at least known which one it is. */
  doubted(verdict: PairVerdict, doubt: EndDoubt): PairVerdict {
    if (doubt === 'certain') return verdict;
    const { table } = this.#ground;
    const allowed = doubt === 'perhaps' ? verdict.allowed : table.none;
    return { allowed, unknown: table.difference(table.all, allowed) };
  }

  /** Both ends must allow: egress at the source and ingress at the destination. Not for an endpoint to itself. */
  pair(src: number, dst: number): PairVerdict {
    return this.meet(this.end('egress', src, dst), this.end('ingress', dst, src));
  }

  /** What two ends allow together. */
  meet(egress: PairVerdict, ingress: PairVerdict): PairVerdict {
    const { table } = this.#ground;
    const allowed = table.intersection(egress.allowed, ingress.allowed);
    if (egress.unknown === table.none && ingress.unknown === table.none) return { allowed, unknown: table.none };
    const may = table.intersection(
      table.union(egress.allowed, egress.unknown),
      table.union(ingress.allowed, ingress.unknown),
    );
    return { allowed, unknown: table.difference(may, allowed) };
  }
}
