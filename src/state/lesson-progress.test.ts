// Progress in lessons: kept and brought back field by field, whatever the browser's storage holds.
import { describe, expect, it } from 'vitest';
import {
  lessonKey,
  noRecord,
  progressText,
  readProgress,
  withHints,
  withPassed,
  withRecord,
} from './lesson-progress.ts';

const answer = {
  changes: [
    { path: 'a.yaml', text: 'kind: A' },
    { path: 'b.yaml', text: null },
  ],
};
const some = withHints(
  withPassed(withRecord(new Map(), 'one', { ...answer, steps: 3, step: 1 }), 'one', 0),
  'one',
  1,
  2,
);

describe('progress', () => {
  it('comes back as it was', () => {
    expect(readProgress(progressText(some))).toEqual(some);
    expect(some.get('one')).toEqual({ ...noRecord, ...answer, steps: 3, step: 1, passed: [0], hints: [0, 2] });
  });
  it('moves the lesson that was touched last to the end, and nothing where nothing changed', () => {
    const two = withRecord(some, 'two', {});
    expect([...withRecord(two, 'one', {}).keys()]).toEqual(['two', 'one']);
    expect(withPassed(two, 'one', 0)).toBe(two);
    expect(withHints(two, 'one', 1, 1)).toBe(two);
  });
  it('tells a teacher’s lesson from ours of the same name', () => {
    expect(lessonKey('one', true)).not.toBe(lessonKey('one', false));
  });
  it('forgets the oldest answers rather than all where they are too much, and never what was passed', () => {
    const long = { changes: [{ path: 'a.yaml', text: 'x'.repeat(250_000) }] };
    let progress = withPassed(new Map(), 'lesson 0', 0);
    for (let at = 0; at < 12; at++) progress = withRecord(progress, `lesson ${at}`, long);
    const back = readProgress(progressText(progress));
    expect(back.get('lesson 11')?.changes).toEqual(long.changes);
    expect(back.get('lesson 0')).toEqual({ ...noRecord, passed: [0] });
  });
});

describe('hostile storage', () => {
  const record = { ...noRecord, changes: [] };
  it.each([
    ['no JSON', '{'],
    ['nothing', undefined],
    ['null', 'null'],
    ['a list', '[]'],
    ['another version', JSON.stringify({ version: 2, lessons: [['one', record]] })],
    ['lessons of another shape', JSON.stringify({ version: 1, lessons: { one: record } })],
    ['entries that are none', JSON.stringify({ version: 1, lessons: [null, 7, ['one'], [7, record], ['one', null]] })],
    ['a step below the first', JSON.stringify({ version: 1, lessons: [['one', { ...record, step: -1 }]] })],
    [
      'a file without a path',
      JSON.stringify({ version: 1, lessons: [['one', { ...record, changes: [{ path: '', text: 'x' }] }]] }),
    ],
    ['hints that are no numbers', JSON.stringify({ version: 1, lessons: [['one', { ...record, hints: ['many'] }]] })],
  ])('%s is no progress', (_, text) => expect(readProgress(text).size).toBe(0));

  it('leaves the good records beside a bad one, and reaches no prototype', () => {
    const text = `{"version":1,"lessons":[["one",{"steps":"x"}],["__proto__",${JSON.stringify(record)}],["two",${JSON.stringify(record)}]]}`;
    const read = readProgress(text);
    expect([...read.keys()]).toEqual(['__proto__', 'two']);
    expect(Object.hasOwn(Object.prototype, 'steps')).toBe(false);
  });
});
