// How much of a text is read before it is called too large. All limits are checked before the work they bound.

export interface ReadBudget {
  /** UTF-16 code units of the whole text. */
  readonly fileLength: number;
  /** Documents of one file. */
  readonly documents: number;
  /** Nested lists and maps, aliases expanded; a scalar document has depth 0. */
  readonly depth: number;
  /** Keys and values of one file. */
  readonly nodes: number;
  /** Anchors of one document. */
  readonly anchors: number;
  /** Values of one document that aliases stand for. */
  readonly aliasedValues: number;
  /** Code units of one scalar. */
  readonly scalarLength: number;
  /** Code units of one key. */
  readonly keyLength: number;
}

/** What Sluice reads: far beyond any honest manifest, small enough to stay quick. */
export const SLUICE_BUDGET: ReadBudget = {
  fileLength: 20 * 1024 * 1024,
  documents: 20_000,
  depth: 100,
  nodes: 2_000_000,
  anchors: 100_000,
  aliasedValues: 1_000_000,
  scalarLength: 1024 * 1024,
  keyLength: 1024,
};

/** What kubectl reads: only its own limit on nesting. (Its limit on aliases is not a budget: see `AliasAccount`.) */
export const KUBECTL_BUDGET: ReadBudget = {
  fileLength: Number.POSITIVE_INFINITY,
  documents: Number.POSITIVE_INFINITY,
  depth: 10_000,
  nodes: Number.POSITIVE_INFINITY,
  anchors: Number.POSITIVE_INFINITY,
  aliasedValues: Number.POSITIVE_INFINITY,
  scalarLength: Number.POSITIVE_INFINITY,
  keyLength: Number.POSITIVE_INFINITY,
};
