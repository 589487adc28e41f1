// Where such a comment is one, what it names, and what it covers.
import { expect, it } from 'vitest';
import { ignoreComments } from './ignore-comments.ts';
import { readDocuments } from './read-documents.ts';

const read = (text: string) => ignoreComments(text, readDocuments({ path: 'a.yaml', text }).documents);
/** Codes, reason, and the text that is covered. */
const drawn = (text: string) =>
  read(text).map(({ codes, reason, covers }) => [codes.join(), reason, covers && text.slice(covers.start, covers.end)]);

it.each([
  ['a: 1 # sluice-ignore x: known', 'x', 'known', 'a: 1 # sluice-ignore x: known'],
  ['a: 1\n# sluice-ignore x, y: since 2024: known\nb: 2\nc: 3', 'x,y', 'since 2024: known', 'b: 2'],
  ['a: 1\n# sluice-ignore x: known\n\n# another\nb: 2', 'x', 'known', 'b: 2'],
  ['a:\n  # sluice-ignore x: known\n  - b: 2\n  - c', 'x', 'known', '  - b: 2'],
  ['a: 1 # sluice-ignore x: known\r\nb: 2', 'x', 'known', 'a: 1 # sluice-ignore x: known'],
  ['# sluice-ignore x: known\na: 1\nb: 2\n', 'x', 'known', 'a: 1\nb: 2\n'],
  ['# sluice-ignore x: known\n---\na: 1\nb: 2\n---\nc: 3', 'x', 'known', 'a: 1\nb: 2\n'],
  ['c: 3\n---\n# sluice-ignore x: known\na: 1\nb: 2', 'x', 'known', 'a: 1\nb: 2'],
  ['c: 3\n--- # sluice-ignore x: known\na: 1\nb: 2', 'x', 'known', 'a: 1\nb: 2'],
  ['kind: List\nitems:\n# sluice-ignore x: known\n- a: 1\n  b: 2\n- c: 3', 'x', 'known', 'a: 1\n  b: 2'],
  ['a: 1 # sluice-ignore x', 'x', undefined, 'a: 1 # sluice-ignore x'],
  ['a: 1 # sluice-ignore x: REASON', 'x', undefined, 'a: 1 # sluice-ignore x: REASON'],
  ['a: 1 # sluice-ignore x:  …', 'x', undefined, 'a: 1 # sluice-ignore x:  …'],
  ['a: 1 # sluice-ignore', '', undefined, 'a: 1 # sluice-ignore'],
  ['a: 1\n# sluice-ignore x: known\n', 'x', 'known', undefined],
  ['a: [\n# sluice-ignore x: known\n1, ', 'x', 'known', '1, '],
])('reads %j', (text, codes, reason, covers) => expect(drawn(text)).toEqual([[codes, reason, covers]]));

it.each([
  'a: "b # sluice-ignore x: known"',
  'a: |\n  # sluice-ignore x: known\n  b',
  'a: b# sluice-ignore x: known',
  'a: 1 # sluice-ignored x: known',
  '{"a": "# sluice-ignore x: known"}',
])('sees none in %j', (text) => expect(read(text)).toEqual([]));

it('ends in hostile texts', () => {
  expect(read('# sluice-ignore x: y\n'.repeat(5000))).toHaveLength(1000);
  expect(read(`a: &a [1]\nb: [${'*a, '.repeat(2000)}] # sluice-ignore x: y`)).toHaveLength(1);
});
