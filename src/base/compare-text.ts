// The one order of texts used wherever output must not depend on locale or machine.

/** Compares by UTF-16 code unit: negative, zero or positive, as `Array.prototype.sort` wants it. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
