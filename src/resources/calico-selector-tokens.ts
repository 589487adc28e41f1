// Cuts a Calico selector into tokens, with the tokenizer's own state: after a label only an operator may follow.
import type { SelectorSpan, SelectorWord } from './calico-selector-syntax.ts';

/** Between two words of an operator any blanks may stand, or none. */
type WordOperator = 'contains' | 'starts with' | 'ends with' | 'not in' | 'in';

type SymbolKind = '(' | ')' | '{' | '}' | ',' | '==' | '!=' | '!' | '&&' | '||';

export interface PlainToken extends SelectorSpan {
  readonly kind: SymbolKind | WordOperator | 'all' | 'global' | 'end';
}

export interface WordToken extends SelectorSpan {
  readonly kind: 'label' | 'string' | 'has';
  /** The label, or the string without its quotes. */
  readonly word: SelectorWord;
}

/** What cannot be a token; always the last. */
export interface StrayToken extends SelectorSpan {
  readonly kind: 'stray';
  /** What the tokenizer expected there, in the words of Calico's own error. */
  readonly expected:
    | 'identifier'
    | 'operator'
    | '=='
    | '&&'
    | '||'
    | 'closing quote'
    | 'closing )'
    | 'label in has()'
    | 'shorter label';
}

export type SelectorToken = PlainToken | WordToken | StrayToken;

/** Calico's limit; longer labels are an error wherever they stand. */
const MAX_LABEL_LENGTH = 512;

const BLANKS = /[ \t]*/y;
const LABEL = /[\w./-]+/y;
const WORD_OPERATORS: readonly (readonly [RegExp, WordOperator])[] = [
  [/contains(?![\w./-])/y, 'contains'],
  [/starts[ \t]*with(?![\w./-])/y, 'starts with'],
  [/ends[ \t]*with(?![\w./-])/y, 'ends with'],
  [/not[ \t]*in(?![\w./-])/y, 'not in'],
  [/in(?![\w./-])/y, 'in'],
];

/** Where the match of a sticky expression at `at` ends; `at` itself where it does not match. */
function endOfMatch(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/**
 * All tokens up to the end or to the first thing that is none: the last token is `end` or `stray`. Calico reference,
 * "Selectors", and its tokenizer: blanks are space and tab only; strings have no escapes; keywords are not reserved.
 */
export function readSelectorTokens(text: string): readonly SelectorToken[] {
  const tokens: SelectorToken[] = [];
  for (let at = 0; ; ) {
    const start = endOfMatch(BLANKS, text, at);
    const token = readToken(text, start, tokens.at(-1)?.kind === 'label');
    tokens.push(token);
    if (token.kind === 'end' || token.kind === 'stray') return tokens;
    at = token.end;
  }
}

function readToken(text: string, start: number, afterLabel: boolean): SelectorToken {
  const stray = (expected: StrayToken['expected'], end = start + 1): StrayToken => ({
    kind: 'stray',
    start,
    end,
    expected,
  });
  const character = text.charAt(start);
  switch (character) {
    case '':
      return { kind: 'end', start, end: start };
    case '(':
    case ')':
    case '{':
    case '}':
    case ',':
      return { kind: character, start, end: start + 1 };
    case '"':
    case "'": {
      const close = text.indexOf(character, start + 1);
      if (close < 0) return stray('closing quote', text.length);
      const word = { start: start + 1, end: close, text: text.slice(start + 1, close) };
      return { kind: 'string', start, end: close + 1, word };
    }
    case '!':
      return text.startsWith('!=', start)
        ? { kind: '!=', start, end: start + 2 }
        : { kind: '!', start, end: start + 1 };
    case '=':
      return text.startsWith('==', start) ? { kind: '==', start, end: start + 2 } : stray('==');
    case '&':
      return text.startsWith('&&', start) ? { kind: '&&', start, end: start + 2 } : stray('&&');
    case '|':
      return text.startsWith('||', start) ? { kind: '||', start, end: start + 2 } : stray('||');
    default:
      if (afterLabel) return readOperator(text, start) ?? stray('operator', endOfStray(text, start));
      return readCall(text, start) ?? readLabel(text, start) ?? stray('identifier', endOfStray(text, start));
  }
}

function readOperator(text: string, start: number): PlainToken | undefined {
  for (const [pattern, kind] of WORD_OPERATORS) {
    const end = endOfMatch(pattern, text, start);
    if (end > start) return { kind, start, end };
  }
  return undefined;
}

/** `has(x)`, `all()` or `global()`; no blank may stand before the parenthesis. */
function readCall(text: string, start: number): SelectorToken | undefined {
  for (const kind of ['all', 'global'] as const) {
    if (!text.startsWith(`${kind}(`, start)) continue;
    const close = endOfMatch(BLANKS, text, start + kind.length + 1);
    if (text.charAt(close) !== ')') return strayInCall(text, close, 'closing )');
    return { kind, start, end: close + 1 };
  }
  if (!text.startsWith('has(', start)) return undefined;
  const key = readLabel(text, endOfMatch(BLANKS, text, start + 4));
  if (!key) return strayInCall(text, endOfMatch(BLANKS, text, start + 4), 'label in has()');
  if (key.kind === 'stray') return key;
  const close = endOfMatch(BLANKS, text, key.end);
  if (text.charAt(close) !== ')') return strayInCall(text, close, 'closing )');
  return { kind: 'has', start, end: close + 1, word: key.word };
}

function strayInCall(text: string, start: number, expected: StrayToken['expected']): StrayToken {
  return { kind: 'stray', start, end: endOfStray(text, start), expected };
}

function readLabel(text: string, start: number): WordToken | StrayToken | undefined {
  const end = endOfMatch(LABEL, text, start);
  if (end === start) return undefined;
  if (end - start > MAX_LABEL_LENGTH) return { kind: 'stray', start, end, expected: 'shorter label' };
  return { kind: 'label', start, end, word: { start, end, text: text.slice(start, end) } };
}

/** A whole word, or one character. */
function endOfStray(text: string, start: number): number {
  const word = endOfMatch(LABEL, text, start);
  if (word > start) return word;
  return Math.min(text.length, start + String.fromCodePoint(text.codePointAt(start) ?? 0).length);
}
