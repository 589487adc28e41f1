// Excerpts: which lines are shown, and which words of them are marked.
import { expect, it } from 'vitest';
import { excerptRows } from './excerpt.ts';

function draw(text: string, marked: readonly string[], from = 0, to = text.length): string {
  const marks = marked.map((word) => {
    const start = text.indexOf(word);
    return { kind: 'matched' as const, start, end: start + word.length };
  });
  const line = text.slice(0, from).split('\n').length;
  return excerptRows(text, { start: from, end: to, line }, marks)
    .map((row) =>
      row.type === 'gap'
        ? `… ${row.count}`
        : `${row.line} ${row.parts.map((part) => (part.mark ? `[${part.text}]` : part.text)).join('')}`,
    )
    .join('\n');
}

it('marks words, line by line, without the blanks before them', () => {
  const text = 'a:\n  - from:\n      - podSelector:\n          matchLabels:\n            app: web\n    ports: [80]\n';
  expect(draw(text, ['matchLabels:\n            app: web', '80'], text.indexOf('from'))).toBe(
    '2 - from:\n3     - podSelector:\n4         [matchLabels:]\n5           [app: web]\n6   ports: [[80]]',
  );
});

it('cuts long texts around what is marked', () => {
  const text = Array.from({ length: 40 }, (_, at) => `line${at + 1}.`).join('\n');
  expect(draw(text, ['line20.'])).toBe('… 18\n19 line19.\n20 [line20.]\n21 line21.\n… 19');
  expect(draw(text, [])).toBe('1 line1.\n2 line2.\n3 line3.\n4 line4.\n5 line5.\n6 line6.\n… 34');
});

it('takes lines that end in CR LF, and gives nothing for a place that is not in the text', () => {
  expect(draw('a: 1\r\nb: 2\r\n', ['b: 2'])).toBe('1 a: 1\n2 [b: 2]');
  expect(draw('', [], 5, 6)).toBe('');
});
