// Which orders put one of several where it is wanted: its own alone, or those of as few others as possible.
import { compareText } from '../base/compare-text.ts';
import type { OrderRange } from '../dialects/dialect.ts';
import { numbersBetween } from './order-numbers.ts';
import { compareOrders } from './sort-policies.ts';

/** One that has an order among others. */
export interface Ranked {
  readonly id: string;
  /** Infinite for none. */
  readonly order: number;
  /** Decides between equal orders, the lower in byte order first; undefined where nothing does, or it is not known. */
  readonly tieBreak: string | undefined;
  /** The orders it may get; undefined: it keeps its own. */
  readonly orders: OrderRange | undefined;
}

/** With more others than this to be changed nobody wants the move. */
export const MOST_CHANGED = 50;

const isBefore = (a: Ranked, b: Ranked): boolean => {
  const byOrder = compareOrders(a.order, b.order);
  if (byOrder !== 0) return byOrder < 0;
  return a.tieBreak !== undefined && b.tieBreak !== undefined && compareText(a.tieBreak, b.tieBreak) < 0;
};

/** Those between two that keep their orders. */
interface Gap {
  readonly low: Ranked | undefined;
  readonly high: Ranked | undefined;
}

const fits = (one: Ranked, { low, high }: Gap): boolean =>
  (!low || isBefore(low, one)) && (!high || isBefore(one, high));

const room = ({ low, high }: Gap): readonly [number, number] => [
  low?.order ?? Number.NEGATIVE_INFINITY,
  high?.order ?? Number.POSITIVE_INFINITY,
];

/** The order for one alone between two: its own, a number between, or where there is none an equal one that falls right. */
function orderAlone(moved: Ranked, gap: Gap): number | undefined {
  const [low, high] = room(gap);
  if (!moved.orders) return undefined;
  if (fits(moved, gap) && (moved.order < high || high === Number.POSITIVE_INFINITY)) return moved.order;
  const between = numbersBetween(low, high, 1, moved.orders)?.[0];
  if (between !== undefined) return between;
  // Of equal priorities the API leaves open which goes first (`AdminNetworkPolicySpec.priority`).
  if (moved.orders.whole) return undefined;
  return [low, high].find((order) => order !== Number.NEGATIVE_INFINITY && fits({ ...moved, order }, gap));
}

/** Only whole numbers where one of them takes no others. */
function commonRange(ranked: readonly Ranked[]): OrderRange | undefined {
  const ranges = ranked.flatMap(({ orders }) => orders ?? []);
  if (ranges.length < ranked.length) return undefined;
  return ranges.find(({ whole }) => whole) ?? ranges[0];
}

type Orders = readonly (readonly [id: string, order: number])[];

/** New orders for all of `block` in the gap; what is moved keeps its own where it stands at an end of the block and may. */
function ordersOf(block: readonly Ranked[], moved: Ranked, { low, high }: Gap): Orders | undefined {
  const attempts: (readonly [readonly Ranked[], Gap])[] = [];
  if (block.at(-1) === moved && fits(moved, { low: undefined, high })) {
    attempts.push([block.slice(0, -1), { low, high: moved }]);
  }
  if (block[0] === moved && fits(moved, { low, high: undefined }))
    attempts.push([block.slice(1), { low: moved, high }]);
  attempts.push([block, { low, high }]);
  for (const [changed, gap] of attempts) {
    const range = commonRange(changed);
    const numbers = range && numbersBetween(...room(gap), changed.length, range);
    if (numbers) return changed.map(({ id }, index) => [id, numbers[index] ?? 0]);
  }
  return undefined;
}

/**
 * Orders, by id, that put the one at `at` of `wanted` in its place among the others, which are in order; undefined where
 * none do. Empty where all may stay as they are. Those that change stand next to one another: one that keeps its order between
 * two that change would make the change beyond it useless.
 */
export function placeAmong(wanted: readonly Ranked[], at: number): ReadonlyMap<string, number> | undefined {
  const moved = wanted[at];
  if (!moved) return undefined;
  const alone = orderAlone(moved, { low: wanted[at - 1], high: wanted[at + 1] });
  if (alone !== undefined) return new Map(alone === moved.order ? [] : [[moved.id, alone]]);
  for (let others = 1; others <= MOST_CHANGED; others++) {
    for (let left = 0; left <= others; left++) {
      const [start, end] = [at - left, at + others - left];
      if (start < 0 || end >= wanted.length) continue;
      const block = wanted.slice(start, end + 1);
      const orders = ordersOf(block, moved, { low: wanted[start - 1], high: wanted[end + 1] });
      if (orders) return new Map(orders);
    }
  }
  return undefined;
}
