// Whole numbers as people read them in English: `1,000,000`. `toLocaleString` takes 25 ms to begin with.

/** Digits in groups of three. `count` is a whole number that is written without an exponent. */
export function groupedDigits(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
