// Finds where a YAML document or an item of a list ends by its lines alone, where it cannot be read the fast way.

import type { YamlLines } from '../../documents/bulk/yaml-lines.ts';
import { isUnicodeSpace } from '../../documents/characters.ts';

const SPACE = 0x20;
const DASH = 0x2d;

/**
 * `at`: the line after the end; undefined where the end is not among the bytes at hand. Then up to `sure` it is not, and the
 * search may go on from there, in the middle of a line.
 */
export interface LineSearchResult {
  readonly at: number | undefined;
  readonly sure: number;
}

/** Begins at the first line of what is looked for. */
export type LineSearch = (lines: YamlLines, from: number) => LineSearchResult;

/** Whether the line at `at` begins with `---`; undefined where too few bytes are at hand. */
function isSeparator({ bytes, end, final }: YamlLines, at: number): boolean | undefined {
  for (let place = at; place < at + 3; place++) {
    if (place >= end) return final ? false : undefined;
    if (bytes[place] !== DASH) return false;
  }
  return true;
}

/** The next line after the one at `from` that `ends` what is looked for. */
function search(lines: YamlLines, from: number, ends: (line: number) => boolean | undefined): LineSearchResult {
  const { bytes, end, final } = lines;
  for (let line = from; ; ) {
    const feed = bytes.indexOf(0x0a, line);
    if (feed < 0 || feed >= end) return { at: final ? end : undefined, sure: end };
    if (feed + 1 >= end) return { at: final ? end : undefined, sure: feed };
    const next = feed + 1;
    const found = ends(next);
    if (found === undefined) return { at: undefined, sure: feed };
    if (found) return { at: next, sure: next };
    line = next;
  }
}

/** A document ends before a line that begins with `---` (see `splitStream`). */
export const documentEnd: LineSearch = (lines, from) => search(lines, from, (line) => isSeparator(lines, line));

/** An item ends before a line, neither empty nor a comment, that is not indented more than the dashes in `column`. */
export function itemEnd(lines: YamlLines, from: number, column: number): LineSearchResult {
  const { bytes, end, final } = lines;
  return search(lines, from, (line) => {
    let at = line;
    while (bytes[at] === SPACE && at - line <= column) at++;
    if (at - line > column) return false;
    // A dash must be seen with what follows it.
    if (at + 3 >= end && !final) return undefined;
    const c = bytes[at];
    return c !== 0x0a && c !== 0x0d && c !== 0x23;
  });
}

/** The separator line at `start`, if there is one; `problem` where kubectl refuses it. */
export function afterSeparator(lines: YamlLines, start: number): { end: number; problem?: true } | undefined {
  const is = isSeparator(lines, start);
  if (is === undefined) throw lines.stop(lines.end);
  if (!is) return undefined;
  const { bytes } = lines;
  let at = start + 3;
  while (bytes[at] !== 0x0a && isUnicodeSpace(bytes[at] ?? 0) && (bytes[at] ?? 0) < 0x80) at++;
  const c = bytes[at];
  const feed = bytes.indexOf(0x0a, at);
  if (feed < 0 || feed >= lines.end) throw lines.stop(lines.end);
  return c === 0x0a || c === 0x23 ? { end: feed + 1 } : { end: feed + 1, problem: true };
}
