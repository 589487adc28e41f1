// A text that was loaded or typed, and a place in it.

/** One file of the workspace. `text` is decoded (no byte-order mark); offsets everywhere are UTF-16 code units into it. */
export interface SourceFile {
  /** Path as the user knows it, with `/` between parts, unique in the workspace: `policies/deny-all.yaml`. */
  readonly path: string;
  readonly text: string;
  /** Set for a file too large to hold as a text, which is empty then; what was read from it is known all the same. */
  readonly large?: { readonly bytes: number };
}

/** Half-open range `[start, end)` of UTF-16 offsets in the text of `file`. */
export interface SourceRange {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}
