// The lines of a manifest that a step of a trace is about, with the words marked that made it so; long ones cut around the marks.
import type { TextMark } from '../engine/explanation.ts';
import type { Location } from '../engine/results.ts';

export interface ExcerptPart {
  readonly text: string;
  readonly mark: TextMark['kind'] | undefined;
}

export type ExcerptRow =
  | { readonly type: 'line'; readonly line: number; readonly parts: readonly ExcerptPart[] }
  /** Lines left out. */
  | { readonly type: 'gap'; readonly count: number };

/** Lines shown where nothing is marked, and around each mark. */
const HEAD = 6;
const AROUND = 1;
/** Shorter excerpts are shown whole, and so few lines are never left out. */
const SHORT = 8;
const SMALLEST_GAP = 3;

interface Line {
  readonly start: number;
  readonly text: string;
}

/** The lines of `location`, from the first one's beginning, without blank ones at the end. */
function linesOf(text: string, { start, end }: Pick<Location, 'start' | 'end'>): Line[] {
  const lines: Line[] = [];
  const first = text.lastIndexOf('\n', start - 1) + 1;
  for (let at = first; at < Math.max(end, start + 1) && at < text.length; ) {
    const found = text.indexOf('\n', at);
    const next = found < 0 ? text.length : found;
    lines.push({ start: at, text: text.slice(at, next).replace(/\r$/, '') });
    at = next + 1;
  }
  while (lines.length > 1 && lines.at(-1)?.text.trim() === '') lines.pop();
  return lines;
}

/** A mark's part of one line, without the blanks around it. */
function markIn({ start, text }: Line, mark: TextMark): TextMark | undefined {
  const from = Math.max(0, mark.start - start);
  const to = Math.min(text.length, mark.end - start);
  const part = text.slice(from, to);
  // The dash of an item is no part of what it says.
  const lead = /^[ \t]*(- +)*/.exec(part)?.[0].length ?? 0;
  const trimmed = part.slice(lead).trimEnd();
  if (from >= to || trimmed === '') return undefined;
  return { kind: mark.kind, start: from + lead, end: from + lead + trimmed.length };
}

function partsOf(line: Line, marks: readonly TextMark[], indent: number): ExcerptPart[] {
  const own = marks.flatMap((mark) => markIn(line, mark) ?? []).sort((a, b) => a.start - b.start || b.end - a.end);
  const parts: ExcerptPart[] = [];
  let at = Math.min(indent, line.text.length);
  for (const { kind, start, end } of own) {
    if (start < at) continue;
    if (start > at) parts.push({ text: line.text.slice(at, start), mark: undefined });
    parts.push({ text: line.text.slice(start, end), mark: kind });
    at = end;
  }
  if (at < line.text.length) parts.push({ text: line.text.slice(at), mark: undefined });
  return parts;
}

/** Which lines stay: those around marks, or the first ones; all of a short text. */
function keptLines(lines: readonly Line[], marks: readonly TextMark[]): boolean[] {
  const isMarked = lines.map((line) => marks.some((mark) => markIn(line, mark) !== undefined));
  const head = isMarked.includes(true) ? 0 : HEAD;
  const kept = lines.map(
    (_, at) =>
      lines.length <= SHORT || at < head || isMarked.slice(Math.max(0, at - AROUND), at + AROUND + 1).includes(true),
  );
  for (let at = 0; at < kept.length; at++) {
    if (kept[at]) continue;
    let to = at;
    while (to < kept.length && !kept[to]) to++;
    if (to - at < SMALLEST_GAP) kept.fill(true, at, to);
    at = to;
  }
  return kept;
}

/** Rows in order. Offsets are into `text`, the file's; empty where the place is not in it. */
export function excerptRows(
  text: string,
  location: Pick<Location, 'start' | 'end' | 'line'>,
  marks: readonly TextMark[] = [],
): readonly ExcerptRow[] {
  if (location.start >= text.length) return [];
  const lines = linesOf(text, location);
  const indents = lines.flatMap((line) => (line.text.trim() === '' ? [] : [line.text.search(/\S/)]));
  const indent = Math.min(...indents);
  const kept = keptLines(lines, marks);
  const rows: ExcerptRow[] = [];
  for (const [at, line] of lines.entries()) {
    const last = rows.at(-1);
    if (kept[at]) rows.push({ type: 'line', line: location.line + at, parts: partsOf(line, marks, indent) });
    else if (last?.type === 'gap') rows[rows.length - 1] = { type: 'gap', count: last.count + 1 };
    else rows.push({ type: 'gap', count: 1 });
  }
  return rows;
}
