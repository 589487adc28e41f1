// Text to YAML tokens, decision by decision as go-yaml v2 scans: the token queue, candidate keys and indentation.
import { END, isBlank, isBlankOrEnd, isBreak, LF, SPACE, TAB } from './characters.ts';
import { scanBlockScalar } from './scan-block-scalar.ts';
import { scanDirective } from './scan-directive.ts';
import { scanPlainScalar } from './scan-plain-scalar.ts';
import { scanQuotedScalar } from './scan-quoted-scalar.ts';
import { scanAnchor, scanTag } from './scan-tag.ts';
import {
  cannotStartPlain,
  cannotStartToken,
  itemNotAllowed,
  keyNotAllowed,
  missingColon,
  tooDeep,
  valueNotAllowed,
} from './scanner-errors.ts';
import type { TextCursor } from './text-cursor.ts';
import { type Token, type TokenType, token } from './yaml-token.ts';

/** An implicit key must end within so many characters. */
const MAX_CANDIDATE_LENGTH = 1024;

/** A token that turns out to be a key if a `:` follows on its line. One for each flow level, and one for block context. */
interface Candidate {
  possible: boolean;
  /** It stands where only a key may stand, so a missing `:` is an error. */
  required: boolean;
  tokenNumber: number;
  line: number;
  column: number;
  position: number;
}

export class YamlScanner {
  readonly cursor: TextCursor;
  readonly #maxDepth: number;
  /** Offsets of line breaks other than LF and CRLF that end a comment. */
  readonly commentBreaks: number[] = [];
  /** Column of the innermost block collection; -1 outside. */
  indent = -1;
  /** Whether a key could start here, so far as line and context go. */
  keyAllowed = true;
  #flowLevel = 0;
  readonly #indents: number[] = [];
  #tokens: Token[] = [];
  #head = 0;
  #taken = 0;
  #ended = false;
  readonly #candidates: Candidate[] = [freshCandidate(0, 0)];
  /** Number of a waiting token to the flow level whose candidate it is. */
  readonly #levelOfToken = new Map<number, number>();

  /** @param maxDepth how many flow or block collections may be open before the text is refused */
  constructor(cursor: TextCursor, maxDepth: number) {
    this.cursor = cursor;
    this.#maxDepth = maxDepth;
  }

  get inFlow(): boolean {
    return this.#flowLevel > 0;
  }

  /**
   * The next token, without taking it.
   * @throws ReadingError
   */
  peek(): Token {
    while (!this.#ended) {
      if (this.#head !== this.#tokens.length) {
        const level = this.#levelOfToken.get(this.#taken);
        const candidate = level === undefined ? undefined : this.#candidates[level];
        if (candidate === undefined || !this.#isValid(candidate)) break;
      }
      this.#fetch();
    }
    return this.#tokens[this.#head] ?? token('stream-end', this.cursor.position, this.cursor.position);
  }

  /** Drops the token that `peek` returned. */
  take(): void {
    this.#head++;
    this.#taken++;
    if (this.#head === this.#tokens.length) {
      this.#tokens = [];
      this.#head = 0;
    }
  }

  #fetch(): void {
    this.#skipToToken();
    const cursor = this.cursor;
    const column = cursor.column;
    this.#unrollIndent(column);
    cursor.need(4);
    const c = cursor.code();
    if (c === END && cursor.position >= cursor.end) this.#fetchStreamEnd();
    else if (column === 0 && this.#fetchAtLineStart(c)) return;
    else if (!this.#fetchIndicator(c)) this.#fetchPlain(c);
  }

  /** Skips blanks, comments and line breaks. A tab separates tokens only where no key could start. */
  #skipToToken(): void {
    const cursor = this.cursor;
    for (;;) {
      cursor.need(1);
      cursor.skipByteOrderMark();
      cursor.need(1);
      let c = cursor.code();
      while (c === SPACE || (c === TAB && (this.#flowLevel > 0 || !this.keyAllowed))) {
        cursor.advanceTo(cursor.position + 1, 0);
        c = cursor.code();
      }
      cursor.need(1);
      if (c === 0x23) c = this.skipComment();
      if (!isBreak(c)) return;
      cursor.need(2);
      cursor.skipBreak();
      if (this.#flowLevel === 0) this.keyAllowed = true;
    }
  }

  /** Skips a comment up to its line break and returns that. */
  skipComment(): number {
    const cursor = this.cursor;
    cursor.skipToBreak();
    const c = cursor.code();
    if (c !== LF && c !== END && cursor.text.charCodeAt(cursor.position + 1) !== LF) {
      this.commentBreaks.push(cursor.position);
    }
    return c;
  }

  #fetchAtLineStart(c: number): boolean {
    const cursor = this.cursor;
    if (c === 0x25) {
      this.#closeAll();
      this.#tokens.push(scanDirective(cursor));
      return true;
    }
    if (c === 0x2d && cursor.atDocumentMarker('---')) return this.#fetchMarker('document-start');
    if (c === 0x2e && cursor.atDocumentMarker('...')) return this.#fetchMarker('document-end');
    return false;
  }

  #fetchMarker(type: TokenType): true {
    this.#closeAll();
    this.#pushIndicator(type, 3);
    return true;
  }

  #fetchIndicator(c: number): boolean {
    switch (c) {
      case 0x5b: // [
        return this.#openFlow('flow-sequence-start');
      case 0x7b: // {
        return this.#openFlow('flow-mapping-start');
      case 0x5d: // ]
        return this.#closeFlow('flow-sequence-end');
      case 0x7d: // }
        return this.#closeFlow('flow-mapping-end');
      case 0x2c: // ,
        this.#dropCandidate();
        this.keyAllowed = true;
        return this.#pushIndicator('flow-entry', 1);
      case 0x2d: // -
        return isBlankOrEnd(this.cursor.code(1)) && this.#fetchBlockEntry();
      case 0x3f: // ?
        return (this.inFlow || isBlankOrEnd(this.cursor.code(1))) && this.#fetchKey();
      case 0x3a: // :
        return (this.inFlow || isBlankOrEnd(this.cursor.code(1))) && this.#fetchValue();
      case 0x2a: // *
        return this.#pushCandidate(() => scanAnchor(this.cursor, 'alias'));
      case 0x26: // &
        return this.#pushCandidate(() => scanAnchor(this.cursor, 'anchor'));
      case 0x21: // !
        return this.#pushCandidate(() => scanTag(this.cursor));
      case 0x7c: // |
      case 0x3e: // >
        return !this.inFlow && this.#fetchBlockScalar(c === 0x7c);
      case 0x27: // '
      case 0x22: // "
        return this.#pushCandidate(() => scanQuotedScalar(this.cursor, c));
      default:
        return false;
    }
  }

  #fetchPlain(c: number): void {
    const cursor = this.cursor;
    const next = cursor.code(1);
    const starts =
      c === 0x2d
        ? !isBlank(next)
        : c === 0x3f || c === 0x3a
          ? !this.inFlow && !isBlankOrEnd(next)
          : !cannotStartPlain(c) && !isBlankOrEnd(c);
    if (!starts) throw cannotStartToken(cursor, c);
    this.#saveCandidate();
    this.keyAllowed = false;
    this.#tokens.push(scanPlainScalar(this));
  }

  #pushCandidate(scan: () => Token): true {
    this.#saveCandidate();
    this.keyAllowed = false;
    this.#tokens.push(scan());
    return true;
  }

  #pushIndicator(type: TokenType, length: number): true {
    const at = this.cursor.position;
    this.cursor.advanceTo(at + length, 0);
    this.#tokens.push(token(type, at, at + length));
    return true;
  }

  #openFlow(type: TokenType): true {
    this.#saveCandidate();
    this.#candidates.push(freshCandidate(this.#nextNumber(), this.cursor.position));
    this.#flowLevel++;
    if (this.#flowLevel > this.#maxDepth) throw tooDeep(this.cursor.position, this.#maxDepth);
    this.keyAllowed = true;
    return this.#pushIndicator(type, 1);
  }

  /**
   * go-yaml forgets, with the level's candidate, whichever candidate has the same token number: the outer one, if the
   * collection is empty. That is why it reads `[]: v` as the document `[]`.
   */
  #closeFlow(type: TokenType): true {
    this.#dropCandidate();
    if (this.#flowLevel > 0) {
      this.#flowLevel--;
      const last = this.#candidates.pop();
      if (last !== undefined) this.#levelOfToken.delete(last.tokenNumber);
    }
    this.keyAllowed = false;
    return this.#pushIndicator(type, 1);
  }

  #fetchBlockEntry(): true {
    const at = this.cursor.position;
    if (!this.inFlow) {
      if (!this.keyAllowed) {
        throw itemNotAllowed(at);
      }
      this.#rollIndent(this.cursor.column, -1, 'block-sequence-start', at);
    }
    this.#dropCandidate();
    this.keyAllowed = true;
    return this.#pushIndicator('block-entry', 1);
  }

  #fetchKey(): true {
    const at = this.cursor.position;
    if (!this.inFlow) {
      if (!this.keyAllowed) {
        throw keyNotAllowed(at);
      }
      this.#rollIndent(this.cursor.column, -1, 'block-mapping-start', at);
    }
    this.#dropCandidate();
    this.keyAllowed = !this.inFlow;
    return this.#pushIndicator('key', 1);
  }

  #fetchValue(): true {
    const at = this.cursor.position;
    const candidate = this.#candidate();
    if (this.#isValid(candidate)) {
      const number = candidate.tokenNumber;
      this.#insert(number - this.#taken, token('key', candidate.position, candidate.position));
      this.#rollIndent(candidate.column, number, 'block-mapping-start', candidate.position);
      candidate.possible = false;
      this.#levelOfToken.delete(number);
      this.keyAllowed = false;
    } else {
      if (!this.inFlow) {
        if (!this.keyAllowed) {
          throw valueNotAllowed(at);
        }
        this.#rollIndent(this.cursor.column, -1, 'block-mapping-start', at);
      }
      this.keyAllowed = !this.inFlow;
    }
    return this.#pushIndicator('value', 1);
  }

  #fetchBlockScalar(literal: boolean): true {
    this.#dropCandidate();
    this.keyAllowed = true;
    this.#tokens.push(scanBlockScalar(this, literal));
    return true;
  }

  #fetchStreamEnd(): void {
    this.cursor.forceNewLine();
    this.#closeAll();
    this.#tokens.push(token('stream-end', this.cursor.position, this.cursor.position));
    this.#ended = true;
  }

  #closeAll(): void {
    this.#unrollIndent(-1);
    this.#dropCandidate();
    this.keyAllowed = false;
  }

  #nextNumber(): number {
    return this.#taken + this.#tokens.length - this.#head;
  }

  /** A negative place means the token's turn has passed: it goes to the end of the queue, as in go-yaml. */
  #insert(place: number, inserted: Token): void {
    if (place < 0) this.#tokens.push(inserted);
    else this.#tokens.splice(this.#head + place, 0, inserted);
  }

  #rollIndent(column: number, tokenNumber: number, type: TokenType, at: number): void {
    if (this.inFlow || this.indent >= column) return;
    this.#indents.push(this.indent);
    this.indent = column;
    if (this.#indents.length > this.#maxDepth) throw tooDeep(this.cursor.position, this.#maxDepth);
    this.#insert(tokenNumber > -1 ? tokenNumber - this.#taken : -1, token(type, at, at));
  }

  #unrollIndent(column: number): void {
    if (this.inFlow) return;
    while (this.indent > column) {
      this.#tokens.push(token('block-end', this.cursor.position, this.cursor.position));
      this.indent = this.#indents.pop() ?? -1;
    }
  }

  #candidate(): Candidate {
    const last = this.#candidates[this.#candidates.length - 1];
    if (last !== undefined) return last;
    const fresh = freshCandidate(this.#nextNumber(), this.cursor.position);
    this.#candidates.push(fresh);
    return fresh;
  }

  #saveCandidate(): void {
    if (!this.keyAllowed) return;
    const cursor = this.cursor;
    const column = cursor.column;
    this.#dropCandidate();
    const candidate = this.#candidate();
    candidate.possible = true;
    candidate.required = this.#flowLevel === 0 && this.indent === column;
    candidate.tokenNumber = this.#nextNumber();
    candidate.line = cursor.line;
    candidate.column = column;
    candidate.position = cursor.position;
    this.#levelOfToken.set(candidate.tokenNumber, this.#candidates.length - 1);
  }

  #dropCandidate(): void {
    const candidate = this.#candidate();
    if (!candidate.possible) return;
    if (candidate.required) throw missingColon(this.cursor, candidate.position);
    candidate.possible = false;
    this.#levelOfToken.delete(candidate.tokenNumber);
  }

  /** Whether a `:` at the cursor would make the candidate a key. Forgets it if not. */
  #isValid(candidate: Candidate): boolean {
    if (!candidate.possible) return false;
    const cursor = this.cursor;
    if (candidate.line === cursor.line && candidate.column + MAX_CANDIDATE_LENGTH >= cursor.column) return true;
    if (candidate.required) throw missingColon(cursor, candidate.position);
    candidate.possible = false;
    return false;
  }
}

function freshCandidate(tokenNumber: number, position: number): Candidate {
  return { possible: false, required: false, tokenNumber, line: 0, column: 0, position };
}
