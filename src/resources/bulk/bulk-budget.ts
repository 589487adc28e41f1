// How much of a large file is read before it is called too large.

export interface BulkBudget {
  /** Bytes of one object. */
  readonly objectBytes: number;
  /** Objects of the file, used or not. */
  readonly objects: number;
  /** UTF-16 code units of all excerpts together. */
  readonly excerptLength: number;
  /** Objects that no answer uses and that are listed by name; further ones are counted. */
  readonly namedUnused: number;
  /** Bytes that are gathered before they are read. */
  readonly windowBytes: number;
}

const MiB = 1024 * 1024;

/** Five times the largest cluster that Kubernetes supports. */
export const BULK_BUDGET: BulkBudget = {
  objectBytes: 8 * MiB,
  objects: 1_000_000,
  excerptLength: 64 * MiB,
  namedUnused: 10_000,
  windowBytes: MiB,
};
