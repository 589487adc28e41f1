// The syntax tree of a Calico selector expression: `app == 'web' && !has(canary)`.

/** Offsets into the selector's text, half-open. */
export interface SelectorSpan {
  readonly start: number;
  readonly end: number;
}

export interface SelectorWord extends SelectorSpan {
  /** A label's name, or a value without its quotes. */
  readonly text: string;
}

/** Calico reference, "Selectors". Each node knows where it is written. */
export type CalicoSelector = SelectorSpan &
  (
    | { readonly op: 'all' }
    | { readonly op: 'global' }
    | { readonly op: 'has'; readonly key: SelectorWord }
    | {
        readonly op: 'equals' | 'differs' | 'contains' | 'starts-with' | 'ends-with';
        readonly key: SelectorWord;
        readonly value: SelectorWord;
      }
    | { readonly op: 'in' | 'not-in'; readonly key: SelectorWord; readonly values: readonly SelectorWord[] }
    | { readonly op: 'not'; readonly term: CalicoSelector }
    | { readonly op: 'and' | 'or'; readonly terms: readonly CalicoSelector[] }
  );
