// Lists of policies in evaluation order, each list once: lists that begin alike share their beginning.
import type { Policy } from '../model/policy.ts';

/** A list's number; 0 is the empty list. */
export type PolicyList = number;

export const NO_POLICIES: PolicyList = 0;

const FIRST_CAPACITY = 1024;

function grown(array: Int32Array): Int32Array {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

/**
 * A trie of policies. Equal lists of the very same policies have equal numbers, so that what follows from a list is
 * computed once, and what follows from the beginning of one serves all lists that go on from there. Hundreds of thousands
 * are made where hundreds of policies apply to each of thousands of classes, so a list is a few numbers.
 */
export class PolicyLists {
  /** By list: the list without its last policy, that policy's number, how long the list is, and how many go on from it. */
  #parents: Int32Array = new Int32Array(FIRST_CAPACITY);
  #lasts: Int32Array = new Int32Array(FIRST_CAPACITY);
  #lengths: Int32Array = new Int32Array(FIRST_CAPACITY);
  #branches: Int32Array = new Int32Array(FIRST_CAPACITY);
  #size = 1;
  /** Open addressing: lists by a hash of what they go on from, and with which policy. */
  #slots: Int32Array = new Int32Array(FIRST_CAPACITY * 2);
  readonly #policies: (Policy | undefined)[] = [undefined];
  readonly #numbers = new Map<Policy, number>();

  /** The list with one more policy at its end. */
  extend(list: PolicyList, policy: Policy): PolicyList {
    const number = this.#numberOf(policy);
    const mask = this.#slots.length - 1;
    let slot = this.#slotOf(list, number, mask);
    for (let known = this.#slots[slot] ?? 0; known !== 0; known = this.#slots[slot] ?? 0) {
      if (this.#parents[known] === list && this.#lasts[known] === number) return known;
      slot = (slot + 1) & mask;
    }
    const made = this.#size;
    this.#slots[slot] = made;
    this.#parents[made] = list;
    this.#lasts[made] = number;
    this.#lengths[made] = this.length(list) + 1;
    this.#branches[list] = this.branches(list) + 1;
    this.#size++;
    if (this.#size === this.#parents.length) this.#grow();
    return made;
  }

  #numberOf(policy: Policy): number {
    const known = this.#numbers.get(policy);
    if (known !== undefined) return known;
    const number = this.#policies.push(policy) - 1;
    this.#numbers.set(policy, number);
    return number;
  }

  #slotOf(list: PolicyList, number: number, mask: number): number {
    const hash = Math.imul(list, 0x9e3779b1) ^ Math.imul(number, 0x85ebca6b);
    return (hash ^ (hash >>> 15)) & mask;
  }

  #grow(): void {
    this.#parents = grown(this.#parents);
    this.#lasts = grown(this.#lasts);
    this.#lengths = grown(this.#lengths);
    this.#branches = grown(this.#branches);
    const slots = new Int32Array(this.#parents.length * 2);
    const mask = slots.length - 1;
    for (let list = 1; list < this.#size; list++) {
      let slot = this.#slotOf(this.parent(list), this.#lasts[list] ?? 0, mask);
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = list;
    }
    this.#slots = slots;
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
    return this.#policies[this.#lasts[list] ?? 0];
  }

  length(list: PolicyList): number {
    return this.#lengths[list] ?? 0;
  }

  /** How many lists go on from this one. */
  branches(list: PolicyList): number {
    return this.#branches[list] ?? 0;
  }

  policies(list: PolicyList): Policy[] {
    const found: Policy[] = [];
    for (let at = list; at !== NO_POLICIES; at = this.parent(at)) {
      const policy = this.last(at);
      if (policy) found.push(policy);
    }
    return found.reverse();
  }

  /** Lists made so far. */
  get size(): number {
    return this.#size;
  }
}
