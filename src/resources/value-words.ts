// How messages show values and name their types.
import type { DocumentValue } from '../documents/document-value.ts';

const MAX_SHOWN = 120;

function cut(text: string): string {
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}

function escapeInvisible(text: string): string {
  return text.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, (character) => {
    const units = character.split('').map((unit) => unit.charCodeAt(0).toString(16).padStart(4, '0'));
    return units.map((unit) => `\\u${unit}`).join('');
  });
}

/** `text`, cut where it is very long, invisible characters as escapes. */
export function cutText(text: string): string {
  return escapeInvisible(cut(text));
}

/** `text` in double quotes, cut and escaped. */
export function quoteText(text: string): string {
  return `"${escapeInvisible(cut(text).replaceAll(/["\\]/g, '\\$&'))}"`;
}

/** What a value of the wrong type is: "`5` reads as a number", "it is a map". */
export function whatItIs(value: DocumentValue): string {
  switch (value.kind) {
    case 'int': {
      const read = String(value.value);
      return `\`${value.text}\` reads as ${read === value.text ? 'a number' : `the number ${read}`}`;
    }
    case 'float':
      return `\`${value.text}\` reads as a number with a fraction`;
    case 'bool': {
      const read = String(value.value);
      return `\`${value.text}\` reads as ${read === value.text ? 'a boolean' : `the boolean ${read}`}`;
    }
    case 'string':
      return `${quoteText(value.value)} is a string`;
    case 'map':
      return 'it is a map';
    case 'list':
      return 'it is a list';
    case 'null':
      return 'it is null';
  }
}

/** Names the characters of `name` outside ASCII by code point, since they may look like letters: "`е` is U+0435". */
export function strangeCharacters(name: string): string {
  const strange = new Set<string>();
  for (const character of name) if (!/^[\x20-\x7e]$/.test(character)) strange.add(character);
  const words = [...strange].slice(0, 8).map((character) => {
    const codePoint = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    return /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character) ? `\`${character}\` is ${codePoint}` : codePoint;
  });
  return words.length === 0 ? '' : `not ASCII: ${words.join(', ')}`;
}
