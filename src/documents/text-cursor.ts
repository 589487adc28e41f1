// A place in one chunk of text, with the column and line the YAML scanner decides by.
import { CR, END, isBreak, isHighSurrogate, isLowSurrogate, LF, LINE_SEPARATOR } from './characters.ts';

/** Tells the cursor which characters go-yaml has looked at; present only for chunks with doubtful characters. */
export interface CharacterGate {
  /**
   * Called when the scanner wants `count` characters from `position` on.
   * @throws ReadingError if an unreadable character is among the blocks that go-yaml reads for them
   */
  need(position: number, count: number): void;
  /** Whether go-yaml, at the start of a line, takes the next character for a byte-order mark and skips it. */
  readonly skipsLineStart: boolean;
}

export class TextCursor {
  readonly text: string;
  /** The chunk is `[start, end)` of the text and ends in a line break. */
  readonly end: number;
  position: number;
  line = 0;
  /** Column 0 of this line; moved on for each astral character, because columns count characters, not code units. */
  #lineStart: number;
  readonly #gate: CharacterGate | undefined;

  constructor(text: string, start: number, end: number, gate?: CharacterGate) {
    this.text = text;
    this.position = start;
    this.end = end;
    this.#lineStart = start;
    this.#gate = gate;
  }

  get column(): number {
    return this.position - this.#lineStart;
  }

  /** The code unit `ahead` of the cursor, or `END`. */
  code(ahead = 0): number {
    const at = this.position + ahead;
    return at < this.end ? this.text.charCodeAt(at) : END;
  }

  /** Marks the next `count` characters as looked at; see `CharacterGate`. */
  need(count: number): void {
    if (this.#gate !== undefined) this.#gate.need(this.position, count);
  }

  /** At column 0, skips what go-yaml mistakes for a byte-order mark. */
  skipByteOrderMark(): void {
    if (this.#gate?.skipsLineStart && this.column === 0 && this.position < this.end) this.skip();
  }

  /** Moves past one character that is not a line break. */
  skip(): void {
    const c = this.text.charCodeAt(this.position);
    this.position++;
    if (isHighSurrogate(c) && this.position < this.end && isLowSurrogate(this.text.charCodeAt(this.position))) {
      this.position++;
      this.#lineStart++;
    }
  }

  /** Moves to `position` on the same line; the text between must have been looked at, `astral` of it in surrogate pairs. */
  advanceTo(position: number, astral: number): void {
    this.position = position;
    this.#lineStart += astral;
  }

  /** Moves past all characters up to the next line break or the end. */
  skipToBreak(): void {
    while (this.position < this.end && !isBreak(this.text.charCodeAt(this.position))) this.skip();
    this.need(1);
  }

  /**
   * Moves past one line break. CR CR LF is one: kubectl's line reader drops the CR directly before a LF, and the YAML scanner
   * takes what is left as CR LF.
   */
  skipBreak(): void {
    const c = this.code();
    if (c === CR && this.code(1) === LF) this.position += 2;
    else if (c === CR && this.code(1) === CR && this.code(2) === LF) this.position += 3;
    else this.position += 1;
    this.line++;
    this.#lineStart = this.position;
  }

  /** Moves past the line break, if there is one, and returns what it means: LF, except that LS and PS stand for themselves. */
  readBreak(): string {
    const c = this.code();
    if (!isBreak(c)) return '';
    this.skipBreak();
    return c < LINE_SEPARATOR ? '\n' : String.fromCharCode(c);
  }

  /** `---` or `...` at the start of a line, followed by a blank, a break or the end. */
  atDocumentMarker(mark: '---' | '...'): boolean {
    if (this.position !== this.#lineStart || !this.text.startsWith(mark, this.position)) return false;
    const c = this.code(3);
    return c === 0x20 || c === 0x09 || c === END || isBreak(c);
  }

  /** The stream's end counts as the start of a new line. */
  forceNewLine(): void {
    if (this.column === 0) return;
    this.line++;
    this.#lineStart = this.position;
  }
}
