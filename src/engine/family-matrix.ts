// Verdicts over one address family: each class is judged once per direction, and classes governed alike share the result.
import type { Policy } from '../model/policy.ts';
import type { Bitset } from '../net/bitset.ts';
import type { ConnectionId } from '../net/connection-table.ts';
import { namedPortsAt, usesNames } from './match-traffic.ts';
import type { PeerMatcher } from './peer-match.ts';
import type { Direction } from './results.ts';
import { ownMatch, type VerdictGroup, type WalkContext, walkTiers } from './walk-tiers.ts';

/** Verdict of a pair for all points; denied is the rest. `allowed` and `unknown` are disjoint. */
export interface PairVerdict {
  readonly allowed: ConnectionId;
  readonly unknown: ConnectionId;
}

/** What one end says to every column. */
export interface DirectionVerdicts {
  /** Indexes into the snapshot's policies: those that govern the class, in evaluation order. */
  readonly policies: readonly number[];
  readonly groups: readonly VerdictGroup[];
  /** Group of each column. */
  readonly groupOf: Uint32Array;
}

export class FamilyMatrix {
  readonly #context: WalkContext;
  readonly #policies: readonly Policy[];
  readonly #subjects: readonly Bitset[];
  readonly #byClass: Record<Direction, (DirectionVerdicts | undefined)[]> = { egress: [], ingress: [] };
  readonly #shared = new Map<string, DirectionVerdicts>();
  readonly #open: PairVerdict;

  constructor(context: WalkContext, policies: readonly Policy[], subjects: readonly Bitset[]) {
    this.#context = context;
    this.#policies = policies;
    this.#subjects = subjects;
    this.#open = { allowed: context.table.all, unknown: context.table.none };
  }

  get peers(): PeerMatcher {
    return this.#context.peers;
  }

  /** How a class judges every column in a direction. */
  verdicts(direction: Direction, classId: number): DirectionVerdicts {
    const known = this.#byClass[direction][classId];
    if (known) return known;
    const governing = this.#policies.flatMap((policy, index) =>
      policy[direction] && this.#subjects[index]?.has(classId) ? [index] : [],
    );
    const made = this.#judge(direction, classId, governing);
    this.#byClass[direction][classId] = made;
    return made;
  }

  /** What a host's forwarding side says about a flow that `own`, one of its pods, has with `other`: rules look at those two. */
  through(direction: Direction, gate: number, own: number, other: number): PairVerdict {
    const { groups, groupOf } = this.#judge(direction, own, this.verdicts(direction, gate).policies);
    return groups[groupOf[other] ?? 0] ?? this.#open;
  }

  /** What a host says to its own pods: only some tiers are asked (`Tier.reachesOwnHost`). */
  atOwnHost(classId: number, other: number): PairVerdict {
    const tiers = new Set(this.#context.tiers.filter((tier) => tier.reachesOwnHost).map((tier) => tier.name));
    const { policies } = this.verdicts('ingress', classId);
    const asked = policies.filter((index) => tiers.has(this.#policies[index]?.tier ?? ''));
    if (asked.length === 0) return this.#open;
    const { groups, groupOf } = this.#judge('ingress', classId, asked);
    return groups[groupOf[other] ?? 0] ?? this.#open;
  }

  #judge(direction: Direction, classId: number, governing: readonly number[]): DirectionVerdicts {
    const key = `${direction}/${governing.join(',')}/${this.#ownKey(direction, governing, classId)}`;
    const known = this.#shared.get(key);
    if (known) return known;
    const policies = governing.flatMap((index) => this.#policies[index] ?? []);
    const groups = walkTiers({ direction, policies, classId }, this.#context);
    const groupOf = new Uint32Array(this.#context.universe.size);
    for (const [id, group] of groups.entries()) for (const column of group.columns) groupOf[column] = id;
    const made = { policies: governing, groups, groupOf };
    this.#shared.set(key, made);
    return made;
  }

  /**
   * What tells results of one list of policies apart: restrictions of the subject's own end, and its port names, which
   * ingress rules with port names mean.
   */
  #ownKey(direction: Direction, governing: readonly number[], classId: number): string {
    const { universe, peers, selectors } = this.#context;
    let own = '';
    let named = false;
    const among: string[] = [];
    for (const index of governing) {
      for (const { matches } of this.#policies[index]?.[direction] ?? []) {
        for (const match of matches) {
          if (match.own) own += ownMatch(match, classId, peers)[0];
          if (direction === 'egress' || !usesNames(match)) continue;
          named = true;
          for (const term of [...match.traffic, ...(match.except ?? [])]) {
            if (term.type === 'named' && term.among) among.push(selectors.select(term.among).has(classId) ? '1' : '0');
          }
        }
      }
    }
    if (!named) return own;
    const ports = namedPortsAt(universe.classes[classId]?.sample);
    const meant = ports.map((port) => `${port.name}=${port.protocol}/${port.port}`);
    return `${own}/${among.join('')}/${meant.join(',')}`;
  }

  /** What one end says about a flow with the column at the other end; addresses have no policy of their own. */
  end(direction: Direction, own: number, other: number): PairVerdict {
    if (own >= this.#context.universe.classes.length) return this.#open;
    const { groups, groupOf } = this.verdicts(direction, own);
    const verdict = groups[groupOf[other] ?? 0] ?? this.#open;
    const { classes, hostNetwork } = this.#context.universe;
    const doubt = classes[own]?.sample.doubt;
    if (doubt) return this.#doubtful(verdict, doubt.governed);
    // Only policies that may or may not apply on the host network select a pod there at all.
    return hostNetwork.has(own) ? this.#doubtful(verdict, 'perhaps') : verdict;
  }

  /** A host that may be governed otherwise than judged: what policy allows is allowed if it is at least known which one it is. */
  #doubtful(verdict: PairVerdict, governed: 'perhaps' | 'unknown'): PairVerdict {
    const { table } = this.#context;
    const allowed = governed === 'perhaps' ? verdict.allowed : table.none;
    return { allowed, unknown: table.difference(table.all, allowed) };
  }

  /** Both ends must allow: egress at the source and ingress at the destination. Not for an endpoint to itself. */
  pair(src: number, dst: number): PairVerdict {
    const { table } = this.#context;
    const egress = this.end('egress', src, dst);
    const ingress = this.end('ingress', dst, src);
    const allowed = table.intersection(egress.allowed, ingress.allowed);
    if (egress.unknown === table.none && ingress.unknown === table.none) return { allowed, unknown: table.none };
    const may = table.intersection(
      table.union(egress.allowed, egress.unknown),
      table.union(ingress.allowed, ingress.unknown),
    );
    return { allowed, unknown: table.difference(may, allowed) };
  }
}
