// Makes characters that cannot be seen visible: a name from a manifest must not look like another, nor steer a terminal.

/** Control, format, separators other than the space, lone surrogates, private use, default-ignorable letters, the blank Braille cell. */
const invisible = /(?! )[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/gu;

export interface TextPart {
  readonly text: string;
  /** True for one invisible character, whose `text` is its code point: `U+202E`. */
  readonly invisible: boolean;
}

function codePointOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}

/** The text in pieces, in order; each invisible character is a piece of its own, named by its code point. */
export function visibleParts(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  const plainUpTo = (end: number): void => {
    if (end > at) parts.push({ text: text.slice(at, end), invisible: false });
  };
  for (const { 0: character, index } of text.matchAll(invisible)) {
    plainUpTo(index);
    parts.push({ text: `U+${codePointOf(character).toString(16).toUpperCase().padStart(4, '0')}`, invisible: true });
    at = index + character.length;
  }
  plainUpTo(text.length);
  return parts;
}

/** The text in one line, for plain outputs, titles and labels; each invisible character becomes its code point: `\u{202e}`. */
export function visibleText(text: string): string {
  return text.replaceAll(invisible, (character) => `\\u{${codePointOf(character).toString(16)}}`);
}

/** The same line by line, for blocks that keep their line breaks. */
export function visibleLines(text: string): string {
  return text.split('\n').map(visibleText).join('\n');
}
