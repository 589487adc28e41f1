// A posture as Markdown: a table that a host renders, names that cannot act in it.
import { expect, it } from 'vitest';
import { postureOf } from '../testing/posture-of.ts';
import { postureMarkdown } from './posture-markdown.ts';
import { postureColumns } from './posture-report.ts';
import { postureWords } from './posture-words.ts';

const text = postureMarkdown.export(postureOf());

it('has a row for each namespace with as many cells as the head', () => {
  const rows = text.split('\n').filter((line) => line.startsWith('|'));
  expect(rows.map((row) => row.split(/(?<!\\)\|/).length)).toEqual(Array(5).fill(postureColumns.length + 3));
  expect(rows[2]).toContain('| `lab` | 1 | open | open |');
});

it('says what every column means', () => {
  for (const fact of postureColumns) expect(text).toContain(`- **${postureWords[fact].title}**: `);
});

it('lets no name act', () => {
  const { posture, ...rest } = postureOf();
  const namespaces = posture.namespaces.map((one) => ({ ...one, name: `<b>|@${one.name}` }));
  expect(postureMarkdown.export({ ...rest, posture: { ...posture, namespaces } })).toContain('| `<b>\\u{7c}@lab` |');
});
