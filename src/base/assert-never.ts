// Proves to the compiler that a switch covers every case.

/** Throws a `TypeError`; reached only if a value escaped its type. */
export function assertNever(value: never): never {
  throw new TypeError(`unexpected value: ${JSON.stringify(value)}`);
}
