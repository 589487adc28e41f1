// A query in pieces: words parted by spaces, each with its field, its value and its place; quotes keep spaces together.

export interface QueryWord {
  /** With a minus before it: it must not hold. */
  readonly not: boolean;
  /** `from` of `from:shop/*`; undefined for a bare word. */
  readonly key: string | undefined;
  /** What is behind the colon, or the bare word; without its quotes. */
  readonly value: string;
  readonly isQuoted: boolean;
  /** Places in the text: of the whole word, and where its value begins. */
  readonly from: number;
  readonly to: number;
  readonly valueFrom: number;
  /** Set where a quotation mark has no other. */
  readonly isOpen: boolean;
}

const WORD = /(?:[^\s"]|"[^"]*(?:"|$))+/g;

export function queryWords(text: string): readonly QueryWord[] {
  return [...text.matchAll(WORD)].map((match) => wordOf(match[0], match.index));
}

function wordOf(raw: string, from: number): QueryWord {
  const not = raw.startsWith('-') && raw.length > 1;
  const body = not ? raw.slice(1) : raw;
  const [, key] = /^([a-z]+):/i.exec(body) ?? [];
  const value = key === undefined ? body : body.slice(key.length + 1);
  const quotes = value.split('"').length - 1;
  return {
    not,
    key: key?.toLowerCase(),
    value: value.replaceAll('"', ''),
    isQuoted: quotes > 0,
    from,
    to: from + raw.length,
    valueFrom: from + raw.length - value.length,
    isOpen: quotes % 2 === 1,
  };
}
