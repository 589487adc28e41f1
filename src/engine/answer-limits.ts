// How much of an answer is listed one by one; counts are always complete.

export interface AnswerLimits {
  /** With more workloads than this, a report lists only those of the namespaces asked for. */
  readonly workloads: number;
  /** Of a report: objects of one file, nodes of one policy, problems, objects of no use. */
  readonly objects: number;
  readonly nodes: number;
  readonly problems: number;
  readonly unused: number;
  /** Pinned flows that are judged with every edit. */
  readonly assertions: number;
  /** Pairs of columns looked at for all of them together. */
  readonly assertedPairs: number;
  /** Rows of flows or flips that a table is sorted from, and pairs looked at to find them. */
  readonly rows: number;
  readonly lookedAt: number;
}

/** Everything: for a command that prints what it was asked. */
export const NO_LIMITS: AnswerLimits = {
  workloads: Number.POSITIVE_INFINITY,
  objects: Number.POSITIVE_INFINITY,
  nodes: Number.POSITIVE_INFINITY,
  problems: Number.POSITIVE_INFINITY,
  unused: Number.POSITIVE_INFINITY,
  assertions: Number.POSITIVE_INFINITY,
  assertedPairs: 5_000_000,
  rows: Number.POSITIVE_INFINITY,
  lookedAt: Number.POSITIVE_INFINITY,
};

/** What a page can show, and what can be answered while somebody waits. */
export const PAGE_LIMITS: AnswerLimits = {
  workloads: 2000,
  objects: 300,
  nodes: 2000,
  problems: 2000,
  unused: 2000,
  assertions: 500,
  assertedPairs: 20_000,
  rows: 20_000,
  lookedAt: 400_000,
};
