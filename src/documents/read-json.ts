// One JSON value with ranges, as Go's `encoding/json` reads it, without recursion.
import type { DocumentValue, MapEntry, Span } from './document-value.ts';
import { jsonError, jsonNumber, scanJsonNumber, scanJsonString } from './json-scanner.ts';
import type { NodeCount } from './node-assembler.ts';
import type { ReadBudget } from './read-budget.ts';
import { ReadingError, type ReadingProblem } from './reading-error.ts';
import type { ReadingNotes } from './reading-notes.ts';
import { tooDeep } from './scanner-errors.ts';
import { skipJsonSpace } from './split-stream.ts';

export interface JsonDocument extends Span {
  readonly root: DocumentValue;
  /** The value is good JSON, but kubectl refuses the document when it uses it (a number beyond float64). */
  readonly problem: ReadingProblem | undefined;
}

interface OpenCollection {
  readonly start: number;
  readonly items: DocumentValue[];
  /** Present in objects. */
  readonly entries: Map<string, MapEntry> | undefined;
  key: { readonly value: string; readonly span: Span } | undefined;
}

export class JsonReader {
  readonly #text: string;
  readonly #budget: ReadBudget;
  readonly #used: NodeCount;
  readonly #notes: ReadingNotes | undefined;
  #problem: ReadingProblem | undefined;
  #at = 0;

  constructor(text: string, budget: ReadBudget, used: NodeCount, notes: ReadingNotes | undefined) {
    this.#text = text;
    this.#budget = budget;
    this.#used = used;
    this.#notes = notes;
  }

  /**
   * The value that begins at `start`, which is not white space.
   * @throws ReadingError
   */
  read(start: number): JsonDocument {
    const stack: OpenCollection[] = [];
    this.#at = start;
    this.#problem = undefined;
    for (;;) {
      const opened = this.#open(stack);
      if (opened) continue;
      let value = this.#closeEmpty(stack) ?? this.#scalar();
      for (;;) {
        const parent = stack.at(-1);
        if (parent === undefined) return { root: value, start, end: this.#at, problem: this.#problem };
        this.#attach(parent, value);
        if (this.#continues(parent)) break;
        stack.pop();
        value = collected(parent, this.#at);
      }
    }
  }

  /** Opens a list or map, up to its first value. */
  #open(stack: OpenCollection[]): boolean {
    const c = this.#text.charCodeAt(this.#at);
    if (c !== 0x7b && c !== 0x5b) return false;
    if (stack.length >= this.#budget.depth) throw tooDeep(this.#at, this.#budget.depth);
    this.#count();
    const opened: OpenCollection = {
      start: this.#at,
      items: [],
      entries: c === 0x7b ? new Map() : undefined,
      key: undefined,
    };
    stack.push(opened);
    this.#at = skipJsonSpace(this.#text, this.#at + 1);
    if (c === 0x7b && this.#text.charCodeAt(this.#at) !== 0x7d) this.#key(opened, 'a key in double quotes or `}`');
    return true;
  }

  /** The innermost collection, if it ends right after it began. */
  #closeEmpty(stack: OpenCollection[]): DocumentValue | undefined {
    const parent = stack.at(-1);
    if (parent === undefined) return undefined;
    const c = this.#text.charCodeAt(this.#at);
    const empty =
      parent.entries === undefined ? c === 0x5d && parent.items.length === 0 : c === 0x7d && parent.key === undefined;
    if (!empty) return undefined;
    this.#at++;
    stack.pop();
    return collected(parent, this.#at);
  }

  #attach(parent: OpenCollection, value: DocumentValue): void {
    if (parent.entries === undefined) {
      parent.items.push(value);
      return;
    }
    if (parent.key === undefined) return;
    const { value: key, span } = parent.key;
    const earlier = parent.entries.get(key);
    if (earlier !== undefined) {
      this.#notes?.duplicateKey(key, earlier.keySpan, span);
      parent.entries.delete(key);
    }
    parent.entries.set(key, { key, keySpan: span, value });
  }

  /** Moves past a comma to the next value, or past the closing bracket. */
  #continues(parent: OpenCollection): boolean {
    const text = this.#text;
    this.#at = skipJsonSpace(text, this.#at);
    const c = text.charCodeAt(this.#at);
    const isMap = parent.entries !== undefined;
    if (c === (isMap ? 0x7d : 0x5d)) {
      this.#at++;
      return false;
    }
    if (c !== 0x2c) throw jsonError(text, this.#at, isMap ? '`,` or `}`' : '`,` or `]`');
    this.#at = skipJsonSpace(text, this.#at + 1);
    if (isMap) this.#key(parent, 'a key in double quotes');
    return true;
  }

  #key(parent: OpenCollection, expected: string): void {
    const text = this.#text;
    const start = this.#at;
    if (text.charCodeAt(start) !== 0x22) throw jsonError(text, start, expected);
    const { value, end } = scanJsonString(text, start);
    this.#checkLength(value.length, this.#budget.keyLength, 'key', start, end);
    this.#count();
    parent.key = { value, span: { start, end } };
    this.#at = skipJsonSpace(text, end);
    if (text.charCodeAt(this.#at) !== 0x3a) throw jsonError(text, this.#at, '`:`');
    this.#at = skipJsonSpace(text, this.#at + 1);
  }

  #scalar(): DocumentValue {
    const text = this.#text;
    const start = this.#at;
    this.#count();
    const c = text.charCodeAt(start);
    if (c === 0x22) {
      const { value, end } = scanJsonString(text, start);
      this.#checkLength(value.length, this.#budget.scalarLength, 'value', start, end);
      this.#at = end;
      return { kind: 'string', value, start, end };
    }
    for (const [word, value] of WORDS) {
      if (!text.startsWith(word, start)) continue;
      const end = start + word.length;
      this.#at = end;
      return value === null ? { kind: 'null', start, end } : { kind: 'bool', value, text: word, start, end };
    }
    if (c !== 0x2d && !(c >= 0x30 && c <= 0x39)) throw jsonError(text, start, 'a value');
    return this.#number(start, scanJsonNumber(text, start));
  }

  #number(start: number, end: number): DocumentValue {
    this.#at = end;
    const text = this.#text.slice(start, end);
    const number = jsonNumber(text);
    if (number === undefined) {
      this.#problem ??= {
        kind: 'number-range',
        message: `The number \`${text.slice(0, 60)}\` is too large for any field`,
        advice: 'Correct the number, or quote it.',
        start,
        end,
      };
      return { kind: 'null', start, end };
    }
    return number.kind === 'int'
      ? { kind: 'int', value: number.value, text, start, end }
      : { kind: 'float', value: number.value, text, start, end };
  }

  #count(): void {
    this.#used.nodes++;
    if (this.#used.nodes <= this.#budget.nodes) return;
    throw this.#overBudget(`This file has more than ${this.#budget.nodes} keys and values`, this.#at, this.#at + 1);
  }

  #checkLength(length: number, limit: number, what: string, start: number, end: number): void {
    if (length <= limit) return;
    throw this.#overBudget(`This ${what} has ${length} characters; Sluice reads at most ${limit}`, start, end);
  }

  #overBudget(message: string, start: number, end: number): ReadingError {
    return new ReadingError({
      kind: 'over-budget',
      message,
      advice: 'Split the file or shorten the text.',
      start,
      end,
    });
  }
}

const WORDS: readonly (readonly [string, boolean | null])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];

function collected({ start, items, entries }: OpenCollection, end: number): DocumentValue {
  if (entries === undefined) return { kind: 'list', items, start, end };
  return { kind: 'map', entries: [...entries.values()], start, end };
}
