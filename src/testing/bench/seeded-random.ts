// Random numbers that are the same on every machine and in every run.

export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from 0 up to, not including, `count`. */
  below(count: number): number;
  pick<T>(list: readonly [T, ...T[]]): T;
}

/** Spreads the bits of a number over 32 bits, so that neighbours have nothing in common. */
export function mixBits(value: number): number {
  let bits = (value ^ 0x9e3779b9) >>> 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b) >>> 0;
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35) >>> 0;
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** The stream of one thing: objects with streams of their own do not depend on how many others are made before them. */
export function seededRandom(seed: number, stream: number): Random {
  let state = mixBits(mixBits(seed) + stream);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    return mixBits(state) / 2 ** 32;
  };
  const below = (count: number): number => Math.floor(next() * count);
  return { next, below, pick: (list) => list[below(list.length)] ?? list[0] };
}

const LETTERS = 'bcdfghjklmnpqrstvwxz2456789';

/** A suffix as Kubernetes gives to names: the same for the same number. */
export function nameHash(value: number, length: number): string {
  let text = '';
  for (let i = 0, bits = mixBits(value); i < length; i++, bits = mixBits(bits + i))
    text += LETTERS[bits % LETTERS.length];
  return text;
}
