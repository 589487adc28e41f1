// What snapshots of one cluster stand on: its columns, and every verdict computed so far. Snapshots differ in their policies only.
import type { Tier } from '../model/policy.ts';
import type { Family } from '../net/cidr.ts';
import type { ConnectionTable } from '../net/connection-table.ts';
import { PeerMatcher } from './peer-match.ts';
import { PolicyLists } from './policy-lists.ts';
import type { Direction } from './results.ts';
import { RuleParts } from './rule-parts.ts';
import type { SelectorIndex } from './selector-index.ts';
import { TierWalks } from './tier-walks.ts';
import type { Universe } from './universe.ts';

/** Verdicts over one address family. */
export interface FamilyGround {
  readonly peers: PeerMatcher;
  readonly walks: Readonly<Record<Direction, TierWalks>>;
}

/** Grows as verdicts are asked for; what is in it never changes. */
export class Ground {
  readonly universe: Universe;
  readonly selectors: SelectorIndex;
  readonly table: ConnectionTable;
  readonly tiers: readonly Tier[];
  readonly lists = new PolicyLists();
  readonly #families = new Map<Family, FamilyGround>();

  constructor(universe: Universe, selectors: SelectorIndex, table: ConnectionTable, tiers: readonly Tier[]) {
    this.universe = universe;
    this.selectors = selectors;
    this.table = table;
    this.tiers = tiers;
  }

  over(family: Family): FamilyGround {
    const known = this.#families.get(family);
    if (known) return known;
    const { universe, selectors, table, tiers } = this;
    const peers = new PeerMatcher(universe, selectors, family);
    const asked = { universe, peers, selectors, table, family };
    const context = { ...asked, tiers, parts: new RuleParts(asked) };
    const walks = {
      egress: new TierWalks('egress', context, this.lists),
      ingress: new TierWalks('ingress', context, this.lists),
    };
    const made = { peers, walks };
    this.#families.set(family, made);
    return made;
  }
}
