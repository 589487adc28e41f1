// Values as people write them where a selector wants strings: bare, in any quotes, in lists with any brackets.

/** Quotation marks of typesetting, and the backtick. */
export const TYPESET_QUOTES = '“”„‟«»‘’‚‛´′″`';

/** A value without quotes, up to what must end it. */
const BARE_VALUE = new RegExp(`[^\\s"'(){}[\\],;&|=!<>${TYPESET_QUOTES}]+`, 'y');
const TYPESET_STRING = new RegExp(`[${TYPESET_QUOTES}]([^\\n"'${TYPESET_QUOTES}]*)["'${TYPESET_QUOTES}]`, 'y');
const PLAIN_STRING = /'([^'\n]*)'|"([^"\n]*)"/y;

export interface WrittenValue {
  readonly value: string;
  readonly bare: boolean;
  readonly end: number;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The value that starts at `at`, in quotes of any kind or none. */
export function readValue(text: string, at: number): WrittenValue | undefined {
  const quoted = matchAt(PLAIN_STRING, text, at) ?? matchAt(TYPESET_STRING, text, at);
  if (quoted) return { value: quoted[1] ?? quoted[2] ?? '', bare: false, end: at + quoted[0].length };
  const bare = matchAt(BARE_VALUE, text, at);
  return bare ? { value: bare[0], bare: true, end: at + bare[0].length } : undefined;
}

/** The value as a selector's string; undefined where it has both quotes, since there are no escapes. */
export function quoted(value: string): string | undefined {
  if (!value.includes("'")) return `'${value}'`;
  return value.includes('"') ? undefined : `"${value}"`;
}

/** The values as a selector's set. */
export function quotedSet(values: readonly string[]): string | undefined {
  const strings = values.map(quoted);
  if (strings.includes(undefined)) return undefined;
  return strings.length === 0 ? '{}' : `{ ${strings.join(', ')} }`;
}

/** Values behind an opening bracket up to a closing one, or to what is no value. */
export function readBracketedValues(
  text: string,
  at: number,
): { readonly values: readonly string[]; readonly end: number } | undefined {
  if (!/[([{]/.test(text.charAt(at)) || text.charAt(at + 1) === '{') return undefined;
  const values: string[] = [];
  let end = at + 1;
  for (let next = end; ; ) {
    while (/[\s,;]/.test(text.charAt(next))) next += 1;
    if (/[)\]}]/.test(text.charAt(next))) return { values, end: next + 1 };
    const written = readValue(text, next);
    if (!written) return values.length === 0 ? undefined : { values, end };
    values.push(written.value);
    end = written.end;
    next = end;
  }
}

/** Strings with commas between them and no brackets around them. */
export function readListedStrings(
  text: string,
  at: number,
): { readonly values: readonly string[]; readonly end: number } | undefined {
  const first = matchAt(PLAIN_STRING, text, at);
  if (!first) return undefined;
  const values = [first[1] ?? first[2] ?? ''];
  let end = at + first[0].length;
  for (;;) {
    let next = end;
    while (/[\s,]/.test(text.charAt(next))) next += 1;
    const another = matchAt(PLAIN_STRING, text, next);
    if (!another || next === end) return { values, end };
    values.push(another[1] ?? another[2] ?? '');
    end = next + another[0].length;
  }
}
