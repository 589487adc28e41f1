// Text from manifests inside Markdown: shown as it is, never read as Markdown, and without invisible characters.
import { visibleText } from '../base/visible-text.ts';

/** Longer names are cut; the editor itself shows them whole. */
const LONGEST = 253;
const PUNCTUATION = /[!-/:-@[-`{-~]/g;

/** Invisible characters by their code points, all ASCII punctuation escaped. */
export function plainMarkdown(text: string): string {
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return visibleText(cut).replace(PUNCTUATION, '\\$&');
}
