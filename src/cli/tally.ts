// How recorded cases are counted.

/** What a case adds to the count. */
export interface Tally {
  agree: number;
  /** Texts that Sluice reads otherwise and says so. */
  flagged: number;
  /** One line each. */
  readonly disagreements: string[];
}

export function agrees(): Tally {
  return { agree: 1, flagged: 0, disagreements: [] };
}

export function disagrees(line: string): Tally {
  return { agree: 0, flagged: 0, disagreements: [line] };
}
