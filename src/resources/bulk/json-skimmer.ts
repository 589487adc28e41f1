// Passes over a JSON value that is too large to be read, however many pieces it comes in.

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

export class JsonSkimmer {
  /** Where the value begins, in bytes of the file. */
  readonly offset: number;
  done = false;
  #depth = 0;
  #inText = false;
  #escaped = false;

  constructor(offset: number) {
    this.offset = offset;
  }

  /** Up to where the value reaches in `[start, end)`. */
  skim(bytes: Uint8Array, start: number, end: number): number {
    for (let at = start; at < end; at++) {
      const c = bytes[at];
      if (this.#inText) {
        if (this.#escaped) this.#escaped = false;
        else if (c === BACKSLASH) this.#escaped = true;
        else if (c === QUOTE) this.#inText = false;
      } else if (c === QUOTE) this.#inText = true;
      else if (c === 0x7b || c === 0x5b) this.#depth++;
      else if (c === 0x7d || c === 0x5d || c === 0x2c) {
        if (this.#depth === 0) return this.#finish(at);
        if (c !== 0x2c && --this.#depth === 0) return this.#finish(at + 1);
      }
    }
    return end;
  }

  #finish(at: number): number {
    this.done = true;
    return at;
  }
}
