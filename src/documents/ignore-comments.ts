// Comments that let findings pass: `# sluice-ignore CODE[, CODE…]: reason`, at the end of a line, above one, or above a whole object.
import { type DocumentValue, entryOf, type SourceDocument, type Span } from './document-value.ts';

/** A text without it has no such comment: nothing else need be looked at. */
export const IGNORE_WORD = 'sluice-ignore';

export interface IgnoreComment {
  /** From its `#` to the end of the line. */
  readonly span: Span;
  /** Whether nothing else stands on its line. */
  readonly isAlone: boolean;
  readonly codes: readonly string[];
  /** Undefined where none is given, or only what stands for one. */
  readonly reason: string | undefined;
  /** What begins here passes: a line, or a whole object. Undefined where nothing follows. */
  readonly covers: Span | undefined;
}

const COMMENT = /(^|[ \t])#+[ \t]*sluice-ignore(?![\w-])([^:]*)(?::(.*))?$/;

/** What people leave in where a reason is asked for. */
const NO_REASON = /^(reason|the reason|why|todo|tbd|fixme|xxx|\W*|<.*>|\[.*\])$/i;

const MOST = 1000;
const MOST_CODES = 20;

interface Line extends Span {
  readonly text: string;
}

/** In the order of the text, at most a thousand. `documents`: those of the text; `#` inside their values begins no comment. */
export function ignoreComments(text: string, documents: readonly SourceDocument[]): readonly IgnoreComment[] {
  const words = placesOf(IGNORE_WORD, text);
  const last = words.at(-1);
  if (last === undefined) return [];
  const scalars = new ScalarPlaces(documents, words);
  const lines = linesOf(text);
  const found: IgnoreComment[] = [];
  let next: Line | undefined;
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at];
    if (!line) continue;
    const match = line.start < last && line.text.includes(IGNORE_WORD) ? COMMENT.exec(line.text) : null;
    const start = line.start + (match?.index ?? 0) + (match?.[1]?.length ?? 0);
    const isComment = match !== null && !scalars.contains(start);
    const before = isComment ? line.text.slice(0, start - line.start) : line.text;
    const isAlone = isEmpty(before);
    if (isComment) {
      const covers = isAlone ? next && coveredBelow(next, text, documents) : { start: line.start, end: line.end };
      const codes = (match[2] ?? '')
        .split(/[\s,]+/)
        .filter((word) => word !== '')
        .slice(0, MOST_CODES);
      found.push({ span: { start, end: line.end }, isAlone, codes, reason: reasonIn(match[3]), covers });
    }
    if (!isAlone) next = line;
  }
  return found.reverse();
}

/** In order; the first ones of very many. */
function placesOf(word: string, text: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word); at >= 0 && places.length < MOST; at = text.indexOf(word, at + 1)) places.push(at);
  return places;
}

/** Whether a text says why: it says something, and not only what stands for a reason. */
export function reasonIn(text = ''): string | undefined {
  const reason = text.trim();
  return NO_REASON.test(reason) ? undefined : reason;
}

/** Blank lines, comments, and marks between documents. */
function isEmpty(text: string): boolean {
  return /^\s*(#.*|---\s*(#.*)?)?$/.test(text);
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= text.length; ) {
    const feed = text.indexOf('\n', start);
    const stop = feed < 0 ? text.length : feed;
    const end = text[stop - 1] === '\r' && stop > start ? stop - 1 : stop;
    lines.push({ start, end, text: text.slice(start, end) });
    start = stop + 1;
  }
  return lines;
}

/** The object that begins on a line, a whole document or an item of a list of objects; else the line. */
function coveredBelow(line: Line, text: string, documents: readonly SourceDocument[]): Span {
  const begins = ({ start }: Span): boolean =>
    start >= line.start && start <= line.end && /^[\s-]*$/.test(text.slice(line.start, start));
  const document = documents.find(({ span }) => span.start <= line.end && line.start < span.end);
  if (document) {
    const { root, span } = document;
    if (begins(root)) return { start: root.start, end: span.end };
    const items = root.kind === 'map' ? entryOf(root, 'items')?.value : undefined;
    const item = items?.kind === 'list' ? items.items.find(begins) : undefined;
    if (item?.kind === 'map') return { start: item.start, end: item.end };
  }
  return { start: line.start, end: line.end };
}

/** The place in a sorted list of the first number that is not below `least`. */
function firstFrom(numbers: readonly number[], least: number): number {
  let low = 0;
  for (let high = numbers.length; low < high; ) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Keys and texts that have one of some words in them. */
class ScalarPlaces {
  readonly #spans: Span[] = [];

  /** `words`: where they stand, in order. */
  constructor(documents: readonly SourceDocument[], words: readonly number[]) {
    const seen = new Set<DocumentValue>();
    const add = (span: Span): void => {
      const at = words[firstFrom(words, span.start)];
      if (at !== undefined && at < span.end) this.#spans.push(span);
    };
    const waiting: DocumentValue[] = documents.map(({ root }) => root);
    for (let value = waiting.pop(); value; value = waiting.pop()) {
      if (seen.has(value)) continue;
      seen.add(value);
      if (value.kind === 'string') add(value);
      else if (value.kind === 'list') waiting.push(...value.items);
      else if (value.kind === 'map') {
        for (const entry of value.entries) {
          add(entry.keySpan);
          waiting.push(entry.value);
        }
      }
    }
  }

  contains(offset: number): boolean {
    return this.#spans.some(({ start, end }) => start <= offset && offset < end);
  }
}
