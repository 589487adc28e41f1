// Characters that make a text mean other than it looks: hidden line breaks, zero-width and direction-changing characters.
import { CR, codePointName, isBlank, isBreakOrEnd, LF, LINE_SEPARATOR, NEL } from './characters.ts';
import type { DocumentValue, Span } from './document-value.ts';
import type { ReadingNotes } from './reading-notes.ts';

const BREAK_NAMES: ReadonlyMap<number, string> = new Map([
  [CR, 'a lone carriage return'],
  [NEL, 'the line break NEL'],
  [LINE_SEPARATOR, 'the line separator LS'],
  [LINE_SEPARATOR + 1, 'the paragraph separator PS'],
]);

/** Notes every line break of YAML that editors do not show as the end of a line, or show without saying that it is no LF. */
export function noteHiddenBreaks(
  text: string,
  { start, end }: Span,
  commentBreaks: readonly number[],
  notes: ReadingNotes,
): void {
  const afterComment = new Set(commentBreaks);
  for (let at = start; at < end; at++) {
    const c = text.charCodeAt(at);
    if (c !== CR && c !== NEL && c !== LINE_SEPARATOR && c !== LINE_SEPARATOR + 1) continue;
    if (c === CR && isPartOfCrLf(text, at)) continue;
    notes.add('hidden-line-break', () => {
      const hidden = afterComment.has(at) ? hiddenContent(text, at + 1, end) : undefined;
      const name = `${BREAK_NAMES.get(c)} (${codePointName(c)})`;
      const message =
        hidden === undefined
          ? `Kubernetes ends the line at ${name}, which many editors do not show`
          : `The comment ends at ${name}: to Kubernetes, what follows is not a comment`;
      return {
        severity: hidden === undefined ? 'warning' : 'error',
        message,
        advice: 'Replace the character by an ordinary line break, or remove it together with what follows.',
        start: at,
        end: hidden ?? at + 1,
      };
    });
  }
}

/** CR LF, or CR CR LF, which kubectl's line reader makes one break of. */
function isPartOfCrLf(text: string, at: number): boolean {
  return text.charCodeAt(at + 1) === LF || (text.charCodeAt(at + 1) === CR && text.charCodeAt(at + 2) === LF);
}

/** End of the content between a hidden break and the end of the line as editors show it; undefined if it is only a comment. */
function hiddenContent(text: string, from: number, end: number): number | undefined {
  let at = from;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  const c = at < end ? text.charCodeAt(at) : LF;
  if (c === 0x23 || c === LF || (isBreakOrEnd(c) && at + 1 >= end)) return undefined;
  const lineEnd = text.indexOf('\n', at);
  return lineEnd < 0 || lineEnd > end ? end : lineEnd;
}

/** Directions, zero widths, fillers, tags: nobody sees them. Spaces that are no spaces to YAML look like ones. */
const DIRECTIONS = '\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069';
const UNSEEN =
  '\\u00ad\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180e\\u200b-\\u200d\\u2060-\\u2064\\u206a-\\u206f\\u3164\\ufeff\\uffa0\\ufff9-\\ufffb\\u{e0000}-\\u{e007f}';
const SPACES = '\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000';
const DIRECTION = new RegExp(`[${DIRECTIONS}]`, 'gu');
const UNSEEN_OR_DIRECTION = new RegExp(`[${DIRECTIONS}${UNSEEN}]`, 'gu');
const ANY = new RegExp(`[${DIRECTIONS}${UNSEEN}${SPACES}]`, 'gu');

/** Notes such characters in keys and values; in comments and block texts only those that change the direction of text. */
export function noteInvisibleCharacters(
  text: string,
  chunk: Span,
  root: DocumentValue | undefined,
  notes: ReadingNotes,
): void {
  if (!mayHaveInvisible(text, chunk)) return;
  const content = text.slice(chunk.start, chunk.end);
  if (content.search(ANY) < 0) return;
  const noted = new Set<number>();
  if (root !== undefined) {
    for (const { span, what } of scalarsOf(root)) {
      const first = text.charAt(span.start);
      const pattern =
        first === '|' || first === '>' ? DIRECTION : first === '"' || first === "'" ? UNSEEN_OR_DIRECTION : ANY;
      noteIn(text, span, what, pattern, noted, notes);
    }
  }
  noteIn(text, chunk, 'text', DIRECTION, noted, notes);
}

function noteIn(
  text: string,
  { start, end }: Span,
  what: string,
  pattern: RegExp,
  noted: Set<number>,
  notes: ReadingNotes,
): void {
  const places = [...text.slice(start, end).matchAll(pattern)]
    .map((match) => ({ at: start + match.index, character: match[0] }))
    .filter(({ at }) => !noted.has(at));
  const first = places[0];
  if (first === undefined) return;
  for (const { at } of places) noted.add(at);
  notes.add('invisible-character', () => {
    const names = [...new Set(places.map(({ character }) => codePointName(character.codePointAt(0) ?? 0)))];
    return {
      severity: 'warning',
      message: `This ${what} holds characters that cannot be seen for what they are: ${names.slice(0, 8).join(', ')}`,
      advice: 'Remove them; in double quotes they can be written as escapes.',
      start: first.at,
      end: first.at + first.character.length,
    };
  });
}

/** A quick look: whether there is any character beyond ASCII. */
function mayHaveInvisible(text: string, { start, end }: Span): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) >= 0x80) return true;
  return false;
}

function* scalarsOf(root: DocumentValue): Generator<{ span: Span; what: string }> {
  const seen = new Set<DocumentValue>();
  const waiting: DocumentValue[] = [root];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (seen.has(value)) continue;
    seen.add(value);
    if (value.kind === 'list') for (const item of value.items) waiting.push(item);
    else if (value.kind === 'map') {
      for (const entry of value.entries) {
        yield { span: entry.keySpan, what: 'key' };
        waiting.push(entry.value);
      }
    } else yield { span: value, what: 'value' };
  }
}
