// Lists of policies in evaluation order, each list once: lists that begin alike share their beginning.
import type { Policy } from '../model/policy.ts';

/** A list's number; 0 is the empty list. */
export type PolicyList = number;

export const NO_POLICIES: PolicyList = 0;

/**
 * A trie of policies. Equal lists of the very same policies have equal numbers, so that what follows from a list is
 * computed once, and what follows from the beginning of one serves all lists that go on from there.
 */
export class PolicyLists {
  readonly #parents: PolicyList[] = [NO_POLICIES];
  readonly #last: (Policy | undefined)[] = [undefined];
  readonly #lengths: number[] = [0];
  readonly #longer: (Map<Policy, PolicyList> | undefined)[] = [undefined];

  /** The list with one more policy at its end. */
  extend(list: PolicyList, policy: Policy): PolicyList {
    let longer = this.#longer[list];
    if (!longer) {
      longer = new Map();
      this.#longer[list] = longer;
    }
    const known = longer.get(policy);
    if (known !== undefined) return known;
    const made = this.#parents.length;
    this.#parents.push(list);
    this.#last.push(policy);
    this.#lengths.push(this.length(list) + 1);
    this.#longer.push(undefined);
    longer.set(policy, made);
    return made;
  }

  of(policies: Iterable<Policy>): PolicyList {
    let list = NO_POLICIES;
    for (const policy of policies) list = this.extend(list, policy);
    return list;
  }

  /** The list without its last policy. */
  parent(list: PolicyList): PolicyList {
    return this.#parents[list] ?? NO_POLICIES;
  }

  last(list: PolicyList): Policy | undefined {
    return this.#last[list];
  }

  length(list: PolicyList): number {
    return this.#lengths[list] ?? 0;
  }

  /** How many lists go on from this one. */
  branches(list: PolicyList): number {
    return this.#longer[list]?.size ?? 0;
  }

  policies(list: PolicyList): Policy[] {
    const found: Policy[] = [];
    for (let at = list; at !== NO_POLICIES; at = this.parent(at)) {
      const policy = this.#last[at];
      if (policy) found.push(policy);
    }
    return found.reverse();
  }

  /** Lists made so far. */
  get size(): number {
    return this.#parents.length;
  }
}
