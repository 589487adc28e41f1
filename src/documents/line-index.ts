// Offsets to lines and columns, and back. Lines end at LF, CRLF or CR, as editors count them.

/** 1-based line and column; the column counts UTF-16 code units, as Monaco and the language-server protocol do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export class LineIndex {
  readonly #starts: number[];
  readonly #length: number;

  constructor(text: string) {
    this.#length = text.length;
    this.#starts = [0];
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 13 && text.charCodeAt(i + 1) === 10) continue;
      if (code === 10 || code === 13) this.#starts.push(i + 1);
    }
  }

  /** The position of `offset`, clamped to the text. */
  positionAt(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.#length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= clamped) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: clamped - (this.#starts[low] ?? 0) + 1 };
  }

  /** The offset of a position, clamped to the text. */
  offsetAt(position: Position): number {
    const start = this.#starts[Math.max(1, Math.min(position.line, this.#starts.length)) - 1] ?? 0;
    return Math.min(this.#length, start + Math.max(1, position.column) - 1);
  }

  get lineCount(): number {
    return this.#starts.length;
  }
}
