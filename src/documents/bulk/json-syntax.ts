// The syntax of JSON on bytes: moves past strings, numbers and words, and refuses what `encoding/json` of Go refuses.
import { hexValue } from '../characters.ts';
import { NOT_PLAIN } from './read-signal.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const BRACE = 0x7b;

/** Characters of a string that are nothing special: no quote, escape, control character, or brace (which may begin a template). */
const ORDINARY = new Uint8Array(256).fill(1);
ORDINARY.fill(0, 0, 0x20);
for (const special of [QUOTE, BACKSLASH, BRACE]) ORDINARY[special] = 0;

/** Letters that stand after a backslash; `u` takes four more. */
const ESCAPES = new Set([...'"\\/bfnrt'].map((letter) => letter.charCodeAt(0)));

/** Past the white space from `at` on. */
export function afterSpace(bytes: Uint8Array, at: number): number {
  let place = at;
  for (;;) {
    const c = bytes[place];
    if (c !== 0x20 && c !== 0x0a && c !== 0x0d && c !== 0x09) return place;
    place++;
  }
}

/**
 * Past the closing quote of the string whose opening quote is before `at`; where the syntax is wrong or the bytes end, the
 * complement (`~`) of the place.
 * @throws NOT_PLAIN at `{{` unless `templates` are let pass
 */
export function afterString(bytes: Uint8Array, at: number, templates: boolean): number {
  let place = at;
  for (;;) {
    while (ORDINARY[bytes[place] ?? 0] === 1) place++;
    const c = bytes[place];
    if (c === QUOTE) return place + 1;
    if (c === BRACE) {
      place++;
      if (!templates && bytes[place] === BRACE) throw NOT_PLAIN;
    } else if (c === BACKSLASH) {
      const next = bytes[place + 1] ?? 0;
      if (ESCAPES.has(next)) place += 2;
      else if (next === 0x75) {
        for (let digit = 2; digit < 6; digit++) if (hexValue(bytes[place + digit] ?? 0) < 0) return ~(place + digit);
        place += 6;
      } else return ~(place + 1);
    } else return ~place;
  }
}

/** Past the closing quote of a string of printable ASCII without escapes; otherwise the complement of where it is another. */
export function afterPlainString(bytes: Uint8Array, at: number): number {
  let place = at;
  for (;;) {
    const c = bytes[place] ?? 0;
    if (c === QUOTE) return place + 1;
    if (c >= 0x7f || ORDINARY[c] !== 1) return ~place;
    place++;
  }
}

/** Past a number, or the complement of where it goes wrong. */
export function afterNumber(bytes: Uint8Array, at: number): number {
  let place = bytes[at] === 0x2d ? at + 1 : at;
  if (bytes[place] === 0x30) place++;
  else {
    const digits = afterDigits(bytes, place);
    if (digits === place) return ~place;
    place = digits;
  }
  if (bytes[place] === 0x2e) {
    const digits = afterDigits(bytes, place + 1);
    if (digits === place + 1) return ~digits;
    place = digits;
  }
  const c = bytes[place];
  if (c !== 0x65 && c !== 0x45) return place;
  place++;
  if (bytes[place] === 0x2b || bytes[place] === 0x2d) place++;
  const digits = afterDigits(bytes, place);
  return digits === place ? ~place : digits;
}

function afterDigits(bytes: Uint8Array, at: number): number {
  let place = at;
  for (let c = bytes[place] ?? 0; c >= 0x30 && c <= 0x39; c = bytes[place] ?? 0) place++;
  return place;
}

const WORDS = ['true', 'false', 'null'].map((word) => Uint8Array.from(word, (letter) => letter.charCodeAt(0)));

/** Past `true`, `false` or `null`, or the complement of the first byte that is another. */
export function afterWord(bytes: Uint8Array, at: number): number {
  const word = WORDS.find((one) => one[0] === bytes[at]);
  if (word === undefined) return ~at;
  for (let place = 1; place < word.length; place++) if (bytes[at + place] !== word[place]) return ~(at + place);
  return at + word.length;
}
