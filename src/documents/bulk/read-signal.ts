// What stops the fast reading of bytes: too few of them, something it does not take, or what is no JSON at all.

/** Thrown at the end of the bytes at hand: with more of them, reading begins anew. Made once, for it is thrown often. */
export const NEED_MORE = new Error('more bytes are needed');

/** Thrown where the text is not plain enough to be read the fast way; the full reader must judge it. Made once. */
export const NOT_PLAIN = new Error('not plain enough for fast reading');

/** Thrown where the text is no JSON, which ends the whole file. `at` is an offset into the window. */
export class BadJson extends Error {
  readonly at: number;

  constructor(at: number) {
    super('no JSON');
    this.at = at;
  }
}
