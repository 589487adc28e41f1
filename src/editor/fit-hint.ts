// How much of a hint fits behind its line: it must never push the text of a manifest onto another row.

/** Columns kept free: the blanks in front of a hint, and what a line that wraps may be off by. */
const GAP = 3;
const SLACK = 4;

/** East Asian letters take two columns. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/gu;

const widthOf = (text: string): number => text.length + (text.match(WIDE)?.length ?? 0);

/** Columns left for a hint in the last row of a line, where rows have so many; a line that wraps goes on two deeper. */
export function roomBehind(line: string, columns: number): number {
  const width = widthOf(line.trimEnd());
  if (width <= columns) return columns - widthOf(line) - GAP;
  const indent = line.length - line.trimStart().length + 2;
  let column = 0;
  for (const word of line.match(/\s*\S+/g) ?? []) {
    const added = widthOf(word);
    column = column + added > columns ? indent + widthOf(word.trimStart()) : column + added;
    // A word longer than a row is cut anywhere.
    while (column > columns) column = indent + (column - columns);
  }
  return columns - column - GAP - SLACK;
}

/** The first of `forms`, longest first, that fits; undefined where none does. */
export function fitHint(forms: readonly string[], room: number): string | undefined {
  return forms.find((form) => widthOf(form) <= room);
}
