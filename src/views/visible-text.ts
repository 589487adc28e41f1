// Makes characters that cannot be seen visible: a name from a manifest must not look like another one.

/** Control, format, separators other than the space, lone surrogates, private use, default-ignorable letters, the blank Braille cell. */
const invisible = /(?! )[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/u;

export interface TextPart {
  readonly text: string;
  /** True for one invisible character, whose `text` is its code point: `U+202E`. */
  readonly invisible: boolean;
}

/** The text in pieces, in order; each invisible character is a piece of its own, named by its code point. */
export function visibleParts(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let plain = '';
  for (const character of text) {
    if (!invisible.test(character)) {
      plain += character;
      continue;
    }
    if (plain !== '') parts.push({ text: plain, invisible: false });
    plain = '';
    parts.push({ text: codePointName(character), invisible: true });
  }
  if (plain !== '') parts.push({ text: plain, invisible: false });
  return parts;
}

/** The text in one line for titles and labels: invisible characters become `[U+202E]`. */
export function visibleText(text: string): string {
  return visibleParts(text)
    .map((part) => (part.invisible ? `[${part.text}]` : part.text))
    .join('');
}

function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
