// Numbers with their unit, in English.
import { groupedDigits } from './grouped-digits.ts';

function pluralOf(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(s|x|ch)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

/** `1 file`, `1,200 policies`; `plural` where the last word has none of the usual ones. */
export function counted(count: number, noun: string, plural = pluralOf(noun)): string {
  return `${groupedDigits(count)} ${count === 1 ? noun : plural}`;
}
