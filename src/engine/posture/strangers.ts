// Who no rule names: how policies judge a pod without labels in a namespace without labels, and an address outside that nobody names.
import type { Endpoint, LabelView } from '../../model/cluster.ts';
import type { Peer, Rule, RuleMatch } from '../../model/policy.ts';
import { type Labelled, NAMESPACE_NAME_LABEL, selectsOne } from '../../model/selector.ts';
import { Bitset } from '../../net/bitset.ts';
import { type Family, parseCidr } from '../../net/cidr.ts';
import type { PairVerdict } from '../family-matrix.ts';
import type { Ground } from '../ground.ts';
import { matchTraffic } from '../match-traffic.ts';
import type { Direction } from '../results.ts';
import { asksOwn, coversFamily, ownMatch, type RuleContext, type RulePart, type Subject } from '../rule-parts.ts';
import type { Snapshot } from '../snapshot.ts';
import { TierWalks } from '../tier-walks.ts';
import { columnOfCidr } from '../universe.ts';

/** Columns of the walks of strangers. */
const POD = 0;
const ADDRESS = 1;
const SIZE = 2;

/** A destination that is no class, so that no port has a name there. */
const NOBODY = -1;

/** A name that no manifest can hold. */
const NAMESPACE = '\u0000';

const STRANGER: Endpoint = {
  id: `pod:${NAMESPACE}/${NAMESPACE}`,
  type: 'pod',
  namespace: NAMESPACE,
  name: NAMESPACE,
  labels: new Map(),
  serviceAccount: 'default',
  ports: [],
  hostNetwork: false,
  node: undefined,
  addresses: [],
  count: 1,
  perNode: false,
  workload: -1,
};

function strangerSeenBy(labelOf: LabelView): Labelled {
  return {
    type: 'pod',
    labelOf: (scope, key) => {
      if (scope === 'endpoint') return labelOf(STRANGER, key);
      return key === NAMESPACE_NAME_LABEL ? NAMESPACE : undefined;
    },
  };
}

/** Which of the strangers a peer matches, the pod with the address outside as its own: always for certain, or perhaps. */
interface StrangerMatch {
  readonly certain: Bitset;
  readonly possible: Bitset;
}

/** As `RuleParts`, with two columns only: the strangers. */
class StrangerParts {
  readonly #context: RuleContext;
  readonly #pod: Labelled;
  /** Column of the address in the universe. */
  readonly #address: number;
  readonly #shared = {
    egress: new WeakMap<Rule, readonly RulePart[]>(),
    ingress: new WeakMap<Rule, readonly RulePart[]>(),
  };

  constructor(context: RuleContext, labelOf: LabelView) {
    this.#context = context;
    this.#pod = strangerSeenBy(labelOf);
    const whole = parseCidr(context.family === 4 ? '0.0.0.0/0' : '::/0');
    this.#address = whole ? columnOfCidr(context.universe, whole.cidr) : NOBODY;
  }

  of(rule: Rule, { direction, classId }: Subject): readonly RulePart[] {
    const shared = this.#shared[direction];
    const known = shared.get(rule);
    if (known) return known;
    const { family, peers } = this.#context;
    const matches = coversFamily(rule, family) ? rule.matches : [];
    const made = matches.flatMap((match): RulePart[] => {
      const own = ownMatch(match, classId, peers);
      if (own === 'no') return [];
      const { certain, possible } = this.#match(match);
      const traffic = matchTraffic(match, direction === 'ingress' ? classId : NOBODY, this.#context);
      return [{ certain: own === 'yes' ? certain : new Bitset(SIZE), possible, traffic }];
    });
    if (!rule.matches.some((match) => asksOwn(match, direction))) shared.set(rule, made);
    return made;
  }

  #match({ peer }: RuleMatch): StrangerMatch {
    const { certain, possible } = this.#context.peers.match(peer);
    const sets = { certain: new Bitset(SIZE), possible: new Bitset(SIZE) };
    if (this.#matchesPod(peer)) {
      sets.certain.add(POD);
      sets.possible.add(POD);
    }
    if (certain.has(this.#address)) sets.certain.add(ADDRESS);
    if (possible.has(this.#address)) sets.possible.add(ADDRESS);
    return sets;
  }

  /** All facts about the pod are known, so a peer matches it or does not. */
  #matchesPod(peer: Peer): boolean {
    switch (peer.op) {
      case 'any':
        return true;
      case 'endpoints':
        return selectsOne(peer.selector, this.#pod);
      case 'addresses':
        return this.#context.peers.match(peer).certain.has(this.#address);
      case 'unresolved':
        // Addresses outside of the pods.
        return false;
      case 'hosts':
      case 'objects':
        throw new Error('peers that name hosts or sets are resolved to addresses before they are matched');
      case 'and':
        return peer.terms.every((term) => this.#matchesPod(term));
      case 'or':
        return peer.terms.some((term) => this.#matchesPod(term));
      case 'not':
        return !this.#matchesPod(peer.term);
    }
  }
}

type Walks = Readonly<Record<Direction, TierWalks>>;

/** What a class says to the strangers in a direction, over one family. */
export interface StrangerVerdicts {
  readonly pod: PairVerdict;
  readonly address: PairVerdict;
}

/** The walks of a ground: they grow as lists of policies are asked for, and edits on one ground share them. */
export class StrangerWalks {
  readonly #ground: Ground;
  readonly #labelOf: LabelView;
  readonly #families = new Map<Family, Walks>();

  constructor({ ground, labelOf }: Pick<Snapshot, 'ground' | 'labelOf'>) {
    this.#ground = ground;
    this.#labelOf = labelOf;
  }

  #over(family: Family): Walks {
    const known = this.#families.get(family);
    if (known) return known;
    const { universe, selectors, table, tiers, lists } = this.#ground;
    const asked = { universe, selectors, table, family, peers: this.#ground.over(family).peers };
    // The same walk as that over all columns, but for how many there are.
    const context = { ...asked, universe: { ...universe, size: SIZE }, tiers };
    const parts = new StrangerParts(asked, this.#labelOf);
    const made = {
      egress: new TierWalks('egress', { ...context, parts }, lists),
      ingress: new TierWalks('ingress', { ...context, parts }, lists),
    };
    this.#families.set(family, made);
    return made;
  }

  /** Of this snapshot's policies, which stand on the ground. */
  verdicts({ matrix }: Snapshot, direction: Direction, classId: number, family: Family): StrangerVerdicts {
    const said = this.#over(family)[direction].verdicts(matrix.governs[direction][classId] ?? 0, classId);
    const over = matrix.over(family);
    const doubt = over.doubtOf(classId);
    const { table } = this.#ground;
    const at = (column: number): PairVerdict =>
      over.doubted(said.at(column) ?? { allowed: table.all, unknown: table.none }, doubt);
    return { pod: at(POD), address: at(ADDRESS) };
  }
}

const walksOfGround = new WeakMap<Ground, StrangerWalks>();

export function strangerWalks(snapshot: Snapshot): StrangerWalks {
  const known = walksOfGround.get(snapshot.ground) ?? new StrangerWalks(snapshot);
  walksOfGround.set(snapshot.ground, known);
  return known;
}
