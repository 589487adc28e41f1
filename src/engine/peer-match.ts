// Which columns a rule's peer matches over one address family: for certain, and possibly (where an address is not known).
import type { Peer } from '../model/policy.ts';
import { Bitset } from '../net/bitset.ts';
import type { Family } from '../net/cidr.ts';
import type { Addressing } from './addressing.ts';
import type { SelectorIndex } from './selector-index.ts';
import type { Universe } from './universe.ts';
import type { AddressPeer } from './vocabulary.ts';

/** `certain` is within `possible`; what lies between them is unknown. Columns of the universe. */
export interface PeerMatch {
  readonly certain: Bitset;
  readonly possible: Bitset;
}

export class PeerMatcher {
  readonly #universe: Universe;
  readonly #selectors: SelectorIndex;
  readonly #family: Family;
  readonly #byAddressing: readonly Bitset[];
  readonly #memo = new WeakMap<Peer, PeerMatch>();
  readonly #everything: Bitset;

  constructor(universe: Universe, selectors: SelectorIndex, family: Family) {
    this.#universe = universe;
    this.#family = family;
    this.#selectors = selectors;
    this.#everything = Bitset.full(universe.size);
    const byAddressing = universe.addressings.map(() => new Bitset(universe.size));
    for (const [id, one] of universe.classes.entries()) byAddressing[one.addressing]?.add(id);
    this.#byAddressing = byAddressing;
  }

  match(peer: Peer): PeerMatch {
    const known = this.#memo.get(peer);
    if (known) return known;
    const result = this.#evaluate(peer);
    this.#memo.set(peer, result);
    return result;
  }

  #evaluate(peer: Peer): PeerMatch {
    switch (peer.op) {
      case 'any':
        return { certain: this.#everything, possible: this.#everything };
      case 'endpoints': {
        const selected = this.#selectors.select(peer.selector).andNot(this.#universe.onHosts);
        return { certain: selected, possible: selected };
      }
      case 'addresses':
        return this.#matchAddresses(this.#universe.space.cover(peer));
      case 'unresolved':
        return { certain: new Bitset(this.#universe.size), possible: this.#outside() };
      case 'hosts':
      case 'objects':
        throw new Error('peers that name hosts or sets are resolved to addresses before they are matched');
      case 'and':
        return peer.terms.map((term) => this.match(term)).reduce((a, b) => joined(a, b, 'and'));
      case 'or':
        return this.#either(peer.terms);
      case 'not': {
        const inner = this.match(peer.term);
        const certain = inner.possible.not();
        return { certain, possible: inner.certain === inner.possible ? certain : inner.certain.not() };
      }
    }
  }

  /** Everything that may have an address outside of the pods. */
  #outside(): Bitset {
    const { classes, size, onHosts } = this.#universe;
    return Bitset.range(size, classes.length, size).or(onHosts);
  }

  /** Blocks are joined before they are compared, so that two halves of a pod range cover it for certain. */
  #either(terms: readonly Peer[]): PeerMatch {
    const blocks = terms.filter((term): term is AddressPeer => term.op === 'addresses');
    const others = terms.filter((term) => term.op !== 'addresses').map((term) => this.match(term));
    const all = blocks.length > 0 ? [this.#matchAddresses(this.#coverOf(blocks)), ...others] : others;
    const none = new Bitset(this.#universe.size);
    return all.reduce((a, b) => joined(a, b, 'or'), { certain: none, possible: none });
  }

  /** The address columns that the blocks cover together. */
  #coverOf(blocks: readonly AddressPeer[]): Bitset {
    const { space } = this.#universe;
    return blocks.map((block) => space.cover(block)).reduce((a, b) => a.or(b));
  }

  #matchAddresses(covered: Bitset): PeerMatch {
    const { classes, size } = this.#universe;
    const certain = new Bitset(size);
    for (const column of covered) certain.add(classes.length + column);
    let may: Bitset | undefined;
    for (const [id, addressing] of this.#universe.addressings.entries()) {
      const verdict = coverage(addressing, this.#family, covered);
      const classes = this.#byAddressing[id];
      if (!classes || verdict === 'none') continue;
      if (verdict === 'all') certain.addAll(classes);
      else may = may?.or(classes) ?? classes;
    }
    return { certain, possible: may ? certain.or(may) : certain };
  }
}

/** Two matches together; where nothing is unknown about either, both sets are the very same. */
function joined(a: PeerMatch, b: PeerMatch, op: 'and' | 'or'): PeerMatch {
  const certain = a.certain[op](b.certain);
  const isKnown = a.certain === a.possible && b.certain === b.possible;
  return { certain, possible: isKnown ? certain : a.possible[op](b.possible) };
}

/** Whether blocks cover an endpoint's address of a family: for certain (`all`), perhaps (`part`), or not (`none`). */
function coverage(addressing: Addressing, family: Family, covered: Bitset): 'all' | 'part' | 'none' {
  const own = addressing.places.filter((place) => place.family === family);
  if (!own.some((place) => place.columns.intersects(covered))) return 'none';
  return own.some((place) => place.columns.isSubsetOf(covered)) ? 'all' : 'part';
}
