// Numbers for a place between others: the shortest that fit, whole ones first, in the middle of the room there is.
import type { OrderRange } from '../dialects/dialect.ts';

/** Digits behind the point, at most. */
const DIGITS = 6;
/** Apart from one another where nothing bounds them. */
const STEP = 10;

/** `count` multiples of a power of ten in the open interval, spread over it; undefined where only longer numbers fit. */
function spread(low: number, high: number, count: number, leastPower: number): readonly number[] | undefined {
  for (let power = Math.max(0, Math.floor(Math.log10(high - low))); power >= leastPower; power--) {
    const scale = 10 ** Math.abs(power);
    const times = (index: number): number => (power < 0 ? index / scale : index * scale);
    const per = (value: number): number => (power < 0 ? value * scale : value / scale);
    const first = Math.floor(per(low)) + 1;
    const room = Math.ceil(per(high)) - first;
    if (room < count) continue;
    const numbers = Array.from({ length: count }, (_, index) =>
      times(first + Math.floor(((2 * index + 1) * room) / (2 * count))),
    );
    if (isAscending([low, ...numbers, high])) return numbers;
  }
  return undefined;
}

function isAscending(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => index === 0 || (numbers[index - 1] ?? number) < number);
}

/** `count` ascending numbers above `low` and below `high`, which may be infinite; undefined where they do not fit. */
export function numbersBetween(
  low: number,
  high: number,
  count: number,
  { whole, min, max }: OrderRange,
): readonly number[] | undefined {
  if (!(low < high)) return undefined;
  const isBounded = Number.isFinite(low) && Number.isFinite(high);
  const [from, to] = [whole ? Math.max(low, min - 1) : low, whole ? Math.min(high, max + 1) : high];
  const isRight = (numbers: readonly number[]): boolean => isAscending([from, ...numbers, to]);
  const numbers = isBounded ? undefined : beyond(low, high, count);
  if (numbers && isRight(numbers)) return numbers;
  const within =
    Number.isFinite(from) && Number.isFinite(to) ? spread(from, to, count, whole ? 0 : -DIGITS) : undefined;
  return within && isRight(within) ? within : undefined;
}

/** In round steps away from the one end there is; below it not under zero, while there is room. */
function beyond(from: number, to: number, count: number): readonly number[] {
  if (to === Number.POSITIVE_INFINITY) {
    const start = from === Number.NEGATIVE_INFINITY ? 0 : Math.floor(from / STEP) * STEP;
    return Array.from({ length: count }, (_, index) => start + STEP * (index + 1));
  }
  const top = Math.ceil(to / STEP) * STEP;
  const positive = to > 0 ? spread(0, to, count, 0) : undefined;
  return positive ?? Array.from({ length: count }, (_, index) => top - STEP * (count - index));
}
