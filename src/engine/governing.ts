// Which policies govern each class: its list of policies per direction.
import type { Policy } from '../model/policy.ts';
import type { Bitset } from '../net/bitset.ts';
import { NO_POLICIES, type PolicyList, type PolicyLists } from './policy-lists.ts';
import type { Direction } from './results.ts';

/** The list of each class. */
export type Governing = Readonly<Record<Direction, Uint32Array>>;

/** A policy, and the classes it applies to. */
export interface PlacedSubject {
  readonly policy: Policy;
  readonly subject: Bitset;
}

const DIRECTIONS: readonly Direction[] = ['egress', 'ingress'];

/** Lists for all classes; `placed` in evaluation order. Takes time in proportion to the sizes of the subjects. */
export function governAll(lists: PolicyLists, placed: readonly PlacedSubject[], classes: number): Governing {
  const made: Record<Direction, Uint32Array> = { egress: new Uint32Array(classes), ingress: new Uint32Array(classes) };
  for (const { policy, subject } of placed) {
    for (const direction of DIRECTIONS) {
      if (!policy[direction]) continue;
      const own = made[direction];
      let before = -1;
      let after = NO_POLICIES;
      for (const id of subject) {
        const list = own[id] ?? NO_POLICIES;
        // Neighbours mostly have the same list.
        if (list !== before) {
          before = list;
          after = lists.extend(list, policy);
        }
        own[id] = after;
      }
    }
  }
  return made;
}

/** What changed between two sets of policies over the same classes. */
export interface PolicyChange {
  readonly gone: readonly PlacedSubject[];
  readonly come: readonly PlacedSubject[];
}

/** Lists after a change: only those of classes that the changed policies apply to are made anew. `compare`: evaluation order. */
export function governAfter(
  lists: PolicyLists,
  before: Governing,
  { gone, come }: PolicyChange,
  compare: (a: Policy, b: Policy) => number,
): Governing {
  const left = new Set(gone.map(({ policy }) => policy));
  const renew = (direction: Direction): Uint32Array => {
    const own = before[direction].slice();
    const touched = new Set<number>();
    for (const { policy, subject } of [...gone, ...come]) {
      if (policy[direction]) for (const id of subject) touched.add(id);
    }
    const moved = new Map<string, PolicyList>();
    for (const id of touched) {
      const added = come.flatMap(({ policy, subject }) => (policy[direction] && subject.has(id) ? [policy] : []));
      const list = own[id] ?? NO_POLICIES;
      const key = `${list}/${added.map((policy) => policy.id).join()}`;
      let after = moved.get(key);
      if (after === undefined) {
        const kept = lists.policies(list).filter((policy) => !left.has(policy));
        after = lists.of(added.length > 0 ? [...kept, ...added].sort(compare) : kept);
        moved.set(key, after);
      }
      own[id] = after;
    }
    return own;
  };
  return { egress: renew('egress'), ingress: renew('ingress') };
}
