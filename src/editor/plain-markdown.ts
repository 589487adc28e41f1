// Text from manifests inside Markdown: shown as it is, never read as Markdown, and without invisible characters.

/** Longer names are cut; the editor itself shows them whole. */
const LONGEST = 253;
/** C0 and C1 controls, format characters (bidi, zero-width), separators and lone surrogates. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
const PUNCTUATION = /[!-/:-@[-`{-~]/g;

/** Invisible characters by their code points, all ASCII punctuation escaped. */
export function plainMarkdown(text: string): string {
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return visibleText(cut).replace(PUNCTUATION, '\\$&');
}

/** Characters that nobody can see, by their code points: `[U+202E]`. */
export function visibleText(text: string): string {
  return text.replace(INVISIBLE, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `[U+${code}]`;
  });
}
