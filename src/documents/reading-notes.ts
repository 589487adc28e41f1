// What a text hides from its reader although kubectl accepts it: collected while a document is read.
import type { Gap } from './diagnostic.ts';
import type { Span } from './document-value.ts';

export interface ReadingNote extends Span {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly advice: string;
  readonly gap?: Gap;
  readonly related?: readonly { readonly message: string; readonly start: number; readonly end: number }[];
}

/** One hostile text must not produce a million messages; what is beyond is counted. */
const MAX_PER_CODE = 100;

export class ReadingNotes {
  readonly #notes: ReadingNote[] = [];
  readonly #counts = new Map<string, number>();

  get list(): readonly ReadingNote[] {
    return this.#notes;
  }

  /** Codes of which more were found than are listed, with the number found. */
  get overflow(): readonly (readonly [string, number])[] {
    return [...this.#counts].filter(([, count]) => count > MAX_PER_CODE);
  }

  /** Adds a note unless there are enough of its code; only then its words are made. */
  add(code: string, make: () => Omit<ReadingNote, 'code'>): void {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (count <= MAX_PER_CODE) this.#notes.push({ code, ...make() });
  }

  duplicateKey(key: string, first: Span, second: Span): void {
    this.add('duplicate-key', () => ({
      ...span(second),
      severity: 'error',
      message: `The key \`${shown(key)}\` stands twice in this map; kubectl silently keeps only this last one`,
      advice: 'Remove one of the two, or join their values under one key.',
      related: [{ ...span(first), message: 'The value here is lost' }],
    }));
  }

  mergeOverrides(key: string, own: Span, merge: Span): void {
    this.add('merge-overrides', () => ({
      ...span(merge),
      severity: 'warning',
      message: `This merge replaces the key \`${shown(key)}\` that stands above it`,
      advice: 'Put `<<` first in the map if the map’s own keys shall win.',
      related: [{ ...span(own), message: 'The value here is lost' }],
    }));
  }

  keyReadsDifferently(text: string, key: string, at: Span): void {
    this.add('key-reads-differently', () => ({
      ...span(at),
      severity: 'warning',
      message: `The key \`${shown(text)}\` is read as \`${shown(key)}\``,
      advice: `Quote the key if it shall be the text \`${shown(text)}\`.`,
    }));
  }

  numberReadsDifferently(text: string, value: number | bigint, at: Span): void {
    this.add('number-reads-differently', () => ({
      ...span(at),
      severity: Number(text) === Number(value) && !/^[-+]?0[0-9xXbBoO]/.test(text) ? 'info' : 'warning',
      message: `\`${shown(text)}\` is read as the number ${value}`,
      advice: `Write ${value}, or quote it if it shall be the text \`${shown(text)}\`.`,
    }));
  }
}

const MAX_SHOWN = 60;

/** A name cut to what fits into a sentence. */
function shown(text: string): string {
  return text.length <= MAX_SHOWN ? text : `${text.slice(0, MAX_SHOWN)}…`;
}

function span({ start, end }: Span): Span {
  return { start, end };
}
