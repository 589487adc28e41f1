// Finds the ground that a set of policies can stand on: one that already tells apart all that they ask about, or a new one.
import type { Policy, Tier } from '../model/policy.ts';
import { Bitset } from '../net/bitset.ts';
import type { Cidr } from '../net/cidr.ts';
import type { ConnectionTable } from '../net/connection-table.ts';
import type { Assembly } from './assemble.ts';
import type { EngineOptions } from './engine-options.ts';
import { type Governing, governAfter, governAll, type PlacedSubject } from './governing.ts';
import { Ground } from './ground.ts';
import { SelectorIndex } from './selector-index.ts';
import { evaluationOrder } from './sort-policies.ts';
import { buildUniverse } from './universe.ts';
import { collectVocabulary, policyVocabulary } from './vocabulary.ts';

/** Policies with their classes and lists on one ground. */
export interface Placement {
  readonly ground: Ground;
  /** By place in the list of policies. */
  readonly subjects: readonly Bitset[];
  readonly governs: Governing;
  readonly beyondPorts: boolean;
}

interface PlacedList {
  readonly policies: readonly Policy[];
  readonly placement: Placement;
}

interface KeptGround {
  readonly cluster: Assembly['cluster'];
  readonly tiers: readonly Tier[];
  readonly podCIDRs: string;
  /** CIDRs that cut its address space. */
  readonly cidrs: ReadonlySet<string>;
  readonly cidrList: readonly Cidr[];
  readonly ground: Ground;
  /** Policies whose questions the ground answers. */
  readonly covered: WeakSet<Policy>;
  /** The last few placements on it, the newest last. */
  placed: readonly PlacedList[];
}

/** What a ground has to fit. */
type Wanted = Pick<Assembly, 'cluster' | 'tiers' | 'policies' | 'cidrs' | 'labelOf' | 'replaced'>;

/** Grounds kept: of the baseline, of the draft, of both together, and of what was before an edit that is undone again. */
const KEPT = 4;

/** Past this many changed policies all lists are made anew. */
const MANY_CHANGES = 64;

function subjectOf(policy: Policy, { universe, selectors }: Ground): Bitset {
  const selected = selectors.select(policy.subject);
  return policy.perhapsOnHosts ? selected : selected.andNot(universe.hostNetwork);
}

/** Whether a ground tells apart all that a policy asks about; its CIDRs are compared before. */
function answers({ ground }: KeptGround, policy: Policy): boolean {
  const { questions, portNames, blocks } = policyVocabulary(policy);
  const { universe } = ground;
  return (
    [...portNames].every((name) => universe.portNames.has(name)) &&
    blocks.every((block) => universe.space.tellsApart(block)) &&
    questions.every(({ question, namespaces }) => universe.labels.answers(question, namespaces))
  );
}

/** The placement on a ground that these policies are known to follow, but for a few places. */
const followedBy = ({ placed }: KeptGround, { replaced }: Pick<Wanted, 'replaced'>): PlacedList | undefined =>
  replaced && placed.find(({ policies }) => policies === replaced.before);

function cutsAlike(kept: KeptGround, { cidrs }: Wanted): boolean {
  if (kept.cidrList === cidrs) return true;
  return kept.cidrs.size === cidrs.length && cidrs.every((cidr) => kept.cidrs.has(cidr.text));
}

function answersAll(kept: KeptGround, wanted: Wanted): boolean {
  const places = followedBy(kept, wanted) && wanted.replaced?.places;
  const policies = places ? places.flatMap((place) => wanted.policies[place] ?? []) : wanted.policies;
  for (const policy of policies) {
    if (kept.covered.has(policy)) continue;
    if (!answers(kept, policy)) return false;
    kept.covered.add(policy);
  }
  return true;
}

export class GroundStore {
  readonly #table: ConnectionTable;
  #kept: readonly KeptGround[] = [];

  constructor(table: ConnectionTable) {
    this.#table = table;
  }

  /** Lists of policies that the grounds have come to hold; edits that are gone leave theirs behind. */
  get lists(): number {
    return this.#kept.reduce((sum, { ground }) => sum + ground.lists.size, 0);
  }

  /** Policies on the newest ground that answers them; a new one where none does. */
  place(wanted: Wanted, options: EngineOptions): Placement {
    return this.#placeOn(this.#groundFor(wanted, options), wanted);
  }

  /** Policies on a ground that is known to answer them. */
  placeOn(ground: Ground, policies: readonly Policy[]): Placement {
    const kept = this.#kept.find((one) => one.ground === ground);
    return kept ? this.#placeOn(kept, { policies }) : placeAll(ground, policies);
  }

  #placeOn(kept: KeptGround, wanted: Pick<Wanted, 'policies' | 'replaced'>): Placement {
    const { policies } = wanted;
    const { ground, placed } = kept;
    const same = placed.find((one) => one.policies === policies);
    if (same) return same.placement;
    const followed = followedBy(kept, wanted);
    const last = placed.at(-1);
    const placement = followed
      ? placeReplaced(ground, followed, policies, wanted.replaced?.places ?? [])
      : last
        ? placeAfter(ground, last, policies)
        : placeAll(ground, policies);
    // The first is mostly that of the baseline.
    kept.placed = [...placed.slice(0, 1), ...placed.slice(1).slice(-1), { policies, placement }];
    return placement;
  }

  #groundFor(wanted: Wanted, options: EngineOptions): KeptGround {
    const { cluster, tiers } = wanted;
    const podCIDRs = options.podCIDRs.join();
    const found = this.#kept.findLast(
      (kept) =>
        kept.cluster === cluster &&
        kept.tiers === tiers &&
        kept.podCIDRs === podCIDRs &&
        cutsAlike(kept, wanted) &&
        answersAll(kept, wanted),
    );
    if (found) {
      this.#kept = [...this.#kept.filter((kept) => kept !== found), found];
      return found;
    }
    return this.#prepare(wanted, options);
  }

  /**
   * A new ground also answers what the newest one of the same cluster did, so that snapshots of before an edit can move
   * to it; but addresses are cut by what its own policies name only, since people see the pieces.
   */
  #prepare(wanted: Wanted, options: EngineOptions): KeptGround {
    const { cluster, tiers, policies, labelOf } = wanted;
    const cidrs = new Set(wanted.cidrs.map((cidr) => cidr.text));
    const before = this.#kept.findLast((kept) => kept.cluster === cluster)?.placed.at(-1)?.policies ?? [];
    const answered = new Set(policies);
    for (const policy of before) {
      const { blocks } = policyVocabulary(policy);
      if (blocks.every((block) => [...block.include, ...block.exclude].every(({ text }) => cidrs.has(text)))) {
        answered.add(policy);
      }
    }
    const vocabulary = collectVocabulary([...answered]);
    const universe = buildUniverse(cluster, vocabulary, options, labelOf);
    const selectors = new SelectorIndex(cluster, universe, labelOf);
    const ground = new Ground(universe, selectors, this.#table, tiers);
    const podCIDRs = options.podCIDRs.join();
    const made: KeptGround = {
      cluster,
      tiers,
      podCIDRs,
      cidrs,
      cidrList: wanted.cidrs,
      ground,
      covered: new WeakSet(answered),
      placed: [],
    };
    this.#kept = [...this.#kept.slice(1 - KEPT), made];
    return made;
  }
}

function placeAll(ground: Ground, policies: readonly Policy[]): Placement {
  const placed = policies.map((policy) => ({ policy, subject: subjectOf(policy, ground) }));
  return {
    ground,
    subjects: placed.map(({ subject }) => subject),
    governs: governAll(ground.lists, placed, ground.universe.classes.length),
    beyondPorts: policies.some((policy) => policyVocabulary(policy).beyondPorts),
  };
}

/** Only these places hold another policy than before. */
function placeReplaced(
  ground: Ground,
  last: PlacedList,
  policies: readonly Policy[],
  places: readonly number[],
): Placement {
  const subjects = [...last.placement.subjects];
  const gone: PlacedSubject[] = [];
  const come: PlacedSubject[] = [];
  for (const place of places) {
    const [before, policy, subject] = [last.policies[place], policies[place], subjects[place]];
    if (!before || !policy || !subject) continue;
    const now = subjectOf(policy, ground);
    // A policy that applies to the same classes keeps its set: who compares it sees that at once.
    subjects[place] = now.equals(subject) ? subject : now;
    gone.push({ policy: before, subject });
    come.push({ policy, subject: now });
  }
  const isBeyond = ({ policy }: PlacedSubject): boolean => policyVocabulary(policy).beyondPorts;
  const isAsBefore = gone.some(isBeyond) === come.some(isBeyond);
  return {
    ground,
    subjects,
    governs: governAfter(ground.lists, last.placement.governs, { gone, come }, evaluationOrder(ground.tiers)),
    beyondPorts: isAsBefore
      ? last.placement.beyondPorts
      : policies.some((policy) => policyVocabulary(policy).beyondPorts),
  };
}

function placeAfter(ground: Ground, last: PlacedList, policies: readonly Policy[]): Placement {
  const before = new Map(last.policies.map((policy, index) => [policy, last.placement.subjects[index]]));
  const come: PlacedSubject[] = [];
  const subjects = policies.map((policy) => {
    const known = before.get(policy);
    if (known) {
      before.delete(policy);
      return known;
    }
    const subject = subjectOf(policy, ground);
    come.push({ policy, subject });
    return subject;
  });
  const empty = new Bitset(ground.universe.size);
  const gone = [...before].map(([policy, subject]) => ({ policy, subject: subject ?? empty }));
  if (come.length + gone.length > MANY_CHANGES) return placeAll(ground, policies);
  return {
    ground,
    subjects,
    governs: governAfter(ground.lists, last.placement.governs, { gone, come }, evaluationOrder(ground.tiers)),
    beyondPorts: policies.some((policy) => policyVocabulary(policy).beyondPorts),
  };
}
