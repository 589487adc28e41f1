// Arbitrary text edits, as typing makes them: words exchanged, lines dropped or doubled, characters anywhere.
import fc from 'fast-check';
import type { TextEdit } from '../documents/text-edit.ts';

const words = [
  'web',
  'db',
  'front',
  'Ingress',
  'Egress',
  'TCP',
  'UDP',
  '80',
  '8080',
  '[]',
  '{}',
  'null',
  'In',
  'NotIn',
];
const fragments = ['', ' ', '\n', '\n  ', '- ', 'x', ':', '# ', '---\n', '"', '\t', 'é', '😀'];

interface Span {
  readonly start: number;
  readonly end: number;
}

function wordsOf(text: string): Span[] {
  return [...text.matchAll(/[\w.-]+/g)].map(({ index, 0: word }) => ({ start: index, end: index + word.length }));
}

function linesOf(text: string): Span[] {
  return [...text.matchAll(/[^\n]*\n/g)].map(({ index, 0: line }) => ({ start: index, end: index + line.length }));
}

/** One edit of `text`; the result need not be YAML any more. */
function textEditArbitrary(file: string, text: string): fc.Arbitrary<TextEdit> {
  const anywhere = fc
    .record({ at: fc.nat(text.length), length: fc.nat(3), inserted: fc.constantFrom(...fragments) })
    .map(({ at, length, inserted }) => ({ file, start: at, end: Math.min(text.length, at + length), text: inserted }));
  const spans = wordsOf(text);
  const lines = linesOf(text);
  if (spans.length === 0 || lines.length === 0) return anywhere;
  const exchange = fc
    .record({ span: fc.constantFrom(...spans), word: fc.constantFrom(...words) })
    .map(({ span, word }) => ({ file, ...span, text: word }));
  const line = fc
    .record({ span: fc.constantFrom(...lines), doubles: fc.boolean() })
    .map(({ span, doubles }) => ({ file, ...span, text: doubles ? text.slice(span.start, span.end).repeat(2) : '' }));
  return fc.oneof({ arbitrary: exchange, weight: 3 }, { arbitrary: line, weight: 2 }, anywhere);
}

/** Edits of one text that do not overlap, in no particular order. */
export function textEditsArbitrary(file: string, text: string): fc.Arbitrary<TextEdit[]> {
  return fc.array(textEditArbitrary(file, text), { maxLength: 5 }).map((edits) => {
    const kept: TextEdit[] = [];
    for (const edit of edits) {
      if (kept.every((other) => edit.end < other.start || edit.start > other.end)) kept.push(edit);
    }
    return kept;
  });
}
