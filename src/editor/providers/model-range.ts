// Offsets of the store's text as Monaco's ranges: both count the same lines.
import type { IRange } from 'monaco-editor/editor';
import type { Span } from '../../documents/document-value.ts';
import type { LineIndex } from '../../documents/line-index.ts';
import type { Location } from '../../engine/results.ts';

export function rangeOf(lines: LineIndex, span: Span): IRange {
  const start = lines.positionAt(span.start);
  const end = lines.positionAt(span.end);
  return { startLineNumber: start.line, startColumn: start.column, endLineNumber: end.line, endColumn: end.column };
}

export function rangeOfLocation({ line, column, endLine, endColumn }: Location): IRange {
  return { startLineNumber: line, startColumn: column, endLineNumber: endLine, endColumn };
}
