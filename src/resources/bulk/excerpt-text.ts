// The text of one object of a large file, as a manifest of its own, and where its lines and columns stand in the file.

export interface ExcerptText {
  readonly text: string;
  readonly shift: ExcerptShift;
}

/** How places in an excerpt differ from those in the file. */
export interface ExcerptShift {
  /** Lines that were put before the object. */
  readonly lines: number;
  /** So many columns the object's first line was moved to the left, and its other lines. */
  readonly first: number;
  readonly others: number;
}

export const NO_SHIFT: ExcerptShift = { lines: 0, first: 0, others: 0 };

/** The item of a block list as a document: without its dash, and moved to the left where that is safe. */
export function itemAsDocument(text: string, column: number): ExcerptText {
  const item = `${text.slice(0, column)} ${text.slice(column + 1)}`;
  const content = /^ */.exec(item)?.[0].length ?? 0;
  const moved = item
    .split('\n')
    .map((line) => (line.trim() === '' ? line.slice(Math.min(content, line.length)) : line.slice(content)));
  const isDeep = item.split('\n').every((line) => line.trim() === '' || line.startsWith(' '.repeat(content)));
  const isSafe = isDeep && !moved.some((line) => /^(?:---|\.\.\.|%)/.test(line));
  if (!isSafe) return { text: item, shift: NO_SHIFT };
  return { text: moved.join('\n'), shift: { lines: 0, first: content, others: content } };
}

/** A YAML document that would be taken for JSON, with a line before it. */
export function marked({ text, shift }: ExcerptText): ExcerptText {
  return { text: `---\n${text}`, shift: { ...shift, lines: shift.lines + 1 } };
}

/**
 * A JSON value that begins in `column`, counted from 0: where it stands in a list, its later lines are moved to the left as far as the
 * last one.
 */
export function itemOfJson(text: string, column: number): ExcerptText {
  const indent = /\n([ \t]*)\S?$/.exec(text)?.[1] ?? '';
  const moved = indent === '' ? text : text.replaceAll(`\n${indent}`, '\n');
  return { text: moved, shift: { lines: 0, first: column, others: indent.length } };
}

/** The item of a typed list (`PodList`), which has no type of its own, with that type written in. */
export function withType({ text, shift }: ExcerptText, apiVersion: string, kind: string): ExcerptText {
  if (text.startsWith('{')) {
    const rest = text.slice(1);
    const comma = rest.trimStart().startsWith('}') ? '' : ',';
    const type = `"apiVersion":${JSON.stringify(apiVersion)},"kind":${JSON.stringify(kind)}${comma}`;
    return { text: `{${type}${rest}`, shift: { ...shift, first: shift.first - type.length } };
  }
  const indent = /^(?: *(?:#.*)?\r?\n)*( *)/.exec(text)?.[1] ?? '';
  const type = `${indent}apiVersion: ${JSON.stringify(apiVersion)}\n${indent}kind: ${JSON.stringify(kind)}\n`;
  return { text: `${type}${text}`, shift: { ...shift, lines: shift.lines + 2 } };
}
