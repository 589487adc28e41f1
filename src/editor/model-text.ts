// Keeps Monaco's copy of a text and the store's text in step without either rewriting the other's line ends.
import { LineIndex } from '../documents/line-index.ts';
import type { SourceFile } from '../documents/source-file.ts';
import type { TextEdit } from '../documents/text-edit.ts';

/** A replaced range of the text before the change, as Monaco reports it: lines and columns from 1. */
export interface ModelChange {
  readonly range: {
    readonly startLineNumber: number;
    readonly startColumn: number;
    readonly endLineNumber: number;
    readonly endColumn: number;
  };
  readonly text: string;
}

/** One replacement of `[start, end)`. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const BYTE_ORDER_MARK = '\ufeff';

/** What a Monaco model makes of `text`: no byte-order mark, and `lineEnd` for every LF, CRLF and CR. */
export function modelText(text: string, lineEnd: string): string {
  const body = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  return body.replace(/\r\n|\n|\r/g, lineEnd);
}

/**
 * Monaco's changes as edits of the store's text. Both count the same lines, so positions carry over, and only what was typed
 * changes: mixed line ends elsewhere in the file stay as they are.
 */
export function editsFromChanges(file: SourceFile, changes: readonly ModelChange[]): TextEdit[] {
  const lines = new LineIndex(file.text);
  const shift = file.text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  const offsetAt = (line: number, column: number) =>
    lines.offsetAt({ line, column: line === 1 ? column + shift : column });
  return changes.map(({ range, text }) => ({
    file: file.path,
    start: offsetAt(range.startLineNumber, range.startColumn),
    end: offsetAt(range.endLineNumber, range.endColumn),
    text,
  }));
}

/** The smallest single replacement that turns `from` into `to`; undefined where they are equal. Never cuts a character in two. */
export function minimalReplacement(from: string, to: string): Replacement | undefined {
  if (from === to) return undefined;
  const shorter = Math.min(from.length, to.length);
  let head = 0;
  while (head < shorter && from.charCodeAt(head) === to.charCodeAt(head)) head++;
  if (head > 0 && isHighSurrogate(from.charCodeAt(head - 1))) head--;
  let tail = 0;
  while (tail < shorter - head && from.charCodeAt(from.length - 1 - tail) === to.charCodeAt(to.length - 1 - tail))
    tail++;
  if (tail > 0 && isLowSurrogate(from.charCodeAt(from.length - tail))) tail--;
  return { start: head, end: from.length - tail, text: to.slice(head, to.length - tail) };
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
