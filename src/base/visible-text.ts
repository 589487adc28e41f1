// Makes characters that cannot be seen visible, for plain-text outputs: a name from a manifest must not look like another, nor steer a terminal.

/** Control, format, separators other than the space, lone surrogates, private use, default-ignorable letters, the blank Braille cell. */
const invisible = /(?! )[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** The text in one line; each invisible character becomes its code point: `\u{202e}`. */
export function visibleText(text: string): string {
  return text.replaceAll(invisible, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
