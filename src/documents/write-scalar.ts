// One string as a YAML scalar that kubectl and every other reader take for exactly that string.
import { resolveScalar } from './resolve-scalar.ts';

/** Texts without any character that could mean something to YAML. */
const HARMLESS = /^[A-Za-z_]([A-Za-z0-9_./-]*[A-Za-z0-9_])?$/;
/** Invisible, a line break to some reader, or refused by YAML: escaped inside of quotes. */
const INVISIBLE = /(?! )[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/gu;

/** Whether every YAML reader takes the bare text for this very string. */
function isPlain(text: string): boolean {
  return HARMLESS.test(text) && resolveScalar(text, '')?.type === 'string';
}

/** Half a surrogate pair is no character that a file could hold. */
const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd');

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code <= 0xffff ? `\\u${code.toString(16).padStart(4, '0')}` : `\\U${code.toString(16).padStart(8, '0')}`;
}

/** The scalar, on one line: bare only where no reader could take it for anything else, or in double quotes where `quoted`. */
export function writeScalar(text: string, quoted = false): string {
  if (isPlain(text) && !quoted) return text;
  // JSON's escapes are YAML's.
  return JSON.stringify(wellFormed(text)).replace(INVISIBLE, escaped);
}
