// Numbers with their unit.

/** Made once: `toLocaleString` makes one for every number. */
const numbers = new Intl.NumberFormat('en-US');

/** `1 file`, `1,200 files`; words in -y and -s take their English plurals. */
export function counted(count: number, noun: string): string {
  const number = numbers.format(count);
  if (count === 1) return `${number} ${noun}`;
  if (/[^aeiou]y$/.test(noun)) return `${number} ${noun.slice(0, -1)}ies`;
  return `${number} ${noun}${/(s|x|ch)$/.test(noun) ? 'es' : 's'}`;
}
