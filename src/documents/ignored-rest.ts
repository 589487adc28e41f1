// What stands in a chunk after its first document: kubectl ignores it without a word.
import { isBlank, isBreak } from './characters.ts';
import type { Span } from './document-value.ts';
import type { ReadingNotes } from './reading-notes.ts';
import type { Token } from './yaml-token.ts';

const MAX_NAMED = 40;

/** @param rest the token after the root node */
export function noteIgnoredRest(text: string, rest: Token, chunkEnd: number, notes: ReadingNotes): void {
  if (rest.type === 'stream-end') return;
  const marker = rest.type === 'document-end' || rest.type === 'document-start';
  const ignored = contentAfter(text, marker ? rest.end : rest.start, chunkEnd);
  if (ignored === undefined) return;
  const begins = text.slice(ignored.start, Math.min(ignored.end, ignored.start + MAX_NAMED)).split(/[\r\n]/)[0];
  notes.add(marker ? 'ignored-document' : 'ignored-text', () => ({
    ...ignored,
    severity: 'error',
    gap: 'unreadable',
    message: marker
      ? `kubectl ignores the document that begins with \`${begins}\`: it reads one document between two \`---\` lines`
      : `The document is complete above, and kubectl ignores everything from \`${begins}\` on`,
    advice: marker
      ? 'Put a line `---` before it.'
      : 'Indent it if it belongs to the document, or put a line `---` before it.',
  }));
}

/** From the first to the last character that is neither blank nor comment nor a document marker, in whole lines after the first. */
function contentAfter(text: string, from: number, end: number): Span | undefined {
  let start = from;
  while (start < end) {
    while (start < end && (isBlank(text.charCodeAt(start)) || isBreak(text.charCodeAt(start)))) start++;
    const isMarker = text.startsWith('...', start) || text.startsWith('---', start);
    if (isMarker) start += 3;
    else if (text.charCodeAt(start) === 0x23) while (start < end && !isBreak(text.charCodeAt(start))) start++;
    else break;
  }
  let last = end;
  while (last > start && (isBlank(text.charCodeAt(last - 1)) || isBreak(text.charCodeAt(last - 1)))) last--;
  return start < last ? { start, end: last } : undefined;
}
