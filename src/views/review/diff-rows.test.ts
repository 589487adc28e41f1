import { describe, expect, it } from 'vitest';
import type { Location } from '../../engine/results.ts';
import type { ChangeHunk, ManifestChange } from '../../engine/review/review.ts';
import { diffRows } from './diff-rows.ts';

const before = `a: 1
b: 2
c: 3
d: 4
e: 5
f: 6
g: 7
h: 8
i: 9
`;
const after = before.replace('b: 2', 'b: 20').replace('i: 9', 'i: 9\nj: 10');

/** The words in a text, as a place in a file that has two lines above it. */
function place(text: string, words: string): Location {
  const start = text.indexOf(words);
  const line = text.slice(0, start).split('\n').length + 2;
  return { file: 'x.yaml', line, column: 1, endLine: line, endColumn: 2, start, end: start + words.length };
}

const none = { opened: 0, closed: 0, unknown: 0 };
const hunk = (id: string, part: Partial<ChangeHunk>): ChangeHunk => ({
  ...{ id, change: 'changed', sentence: `does ${id}`, flips: none },
  ...part,
});
const whole = (text: string): Location => ({ ...place(text, text), line: 3 });

function drawn(change: Partial<ManifestChange>, texts: { base: string; head: string }): string[] {
  const object = { id: 'x', change: 'changed', kind: 'K', namespace: '', name: 'x', hunks: [], ...change } as const;
  return diffRows(object, texts).map((row) => {
    if (row.type === 'note') return `» ${row.hunk.id}`;
    if (row.type === 'gap') return `… ${row.lines.length}`;
    const mark = { same: ' ', removed: '-', added: '+' }[row.line.change];
    return `${row.line.before ?? ''}|${row.line.after ?? ''}${mark}${row.line.text}`;
  });
}

describe('the rows of a changed object', () => {
  it('shows lines with their numbers in the files, notes below what they are about, and leaves out what is far', () => {
    const hunks = [
      hunk('b', { base: place(before, 'b: 2'), head: place(after, 'b: 20') }),
      hunk('j', { change: 'added', head: place(after, 'j: 10') }),
    ];
    const longer = after.replace('f: 6', 'f: 6\nf1: 6\nf2: 6\nf3: 6');
    const old = before.replace('f: 6', 'f: 6\nf1: 6\nf2: 6\nf3: 6');
    const rows = drawn(
      {
        base: whole(old),
        head: whole(longer),
        hunks: [hunk('b', { ...hunks[0] }), hunk('j', { change: 'added', head: place(longer, 'j: 10') })],
      },
      { base: old, head: longer },
    );
    expect(rows).toEqual([
      '3|3 a: 1',
      ...['4|-b: 2', '|4+b: 20', '» b', '5|5 c: 3', '6|6 d: 4', '7|7 e: 5'],
      '… 4',
      ...['12|12 g: 7', '13|13 h: 8', '14|14 i: 9', '|15+j: 10', '» j'],
    ]);
  });

  it('puts the note of a whole object above it', () => {
    const rows = drawn(
      {
        change: 'removed',
        base: whole('a: 1\nb: 2'),
        hunks: [hunk('gone', { change: 'removed', base: whole('a: 1\nb: 2') })],
      },
      { base: 'a: 1\nb: 2', head: '' },
    );
    expect(rows).toEqual(['» gone', '3|-a: 1', '4|-b: 2']);
  });
});
