// Where the comment goes, and that the finding is gone with it.
import { expect, it } from 'vitest';
import { applyEdits } from '../documents/text-edit.ts';
import { drawFinding } from '../testing/draw-finding.ts';
import { letPassEdit, type PassScope, passHindrance } from './let-pass-edit.ts';

const about = (text: string, word: string) => {
  const { location } = drawFinding('a', 'info');
  const start = text.indexOf(word);
  return drawFinding('a', 'info', { location: { ...location, file: 'a.yaml', start, end: start + word.length } });
};
const written = (text: string, word: string, reason = 'known', scope: PassScope = 'line') => {
  const edit = letPassEdit({ path: 'a.yaml', text }, about(text, word), reason, scope);
  return edit && applyEdits(text, [edit]);
};
const COMMENT = '# sluice-ignore a: known';

it.each([
  ['a: 1\nb:\n  c: 2\n', 'c', `a: 1\nb:\n  ${COMMENT}\n  c: 2\n`],
  ['a: 1\r\nb: 2\r\n', 'b', `a: 1\r\n${COMMENT}\r\nb: 2\r\n`],
  ['a: 1\nb: |\n  text\n  more\n', 'more', `${COMMENT}\na: 1\nb: |\n  text\n  more\n`],
  ['a: 1\nb: "text\n  more"\n', 'more', `a: 1\nb: "text\n  more" ${COMMENT}\n`],
  ['a: 1\nb: { c: 2 }', 'c', `a: 1\n${COMMENT}\nb: { c: 2 }`],
])('of a line of %j', (text, word, after) => expect(written(text, word)).toBe(after));

it('of a whole object', () =>
  expect(written('x: 0\n---\na: 1\nb: 2\n', 'b', 'known', 'object')).toBe(`x: 0\n---\n${COMMENT}\na: 1\nb: 2\n`));

it('wants a reason in one line', () => {
  expect(written('a: 1', 'a', ' REASON ')).toBeUndefined();
  expect(written('a: 1', 'a', 'as\n b: x')).toBe('# sluice-ignore a: as b: x\na: 1');
});

it('says where no comment can do', () => {
  const file = { path: 'a.yaml', text: '{"a": 1}' };
  expect(passHindrance(about('a', 'a'), file)).toMatch(/^JSON has no comments/);
  expect(written('{"a": 1}', 'a')).toBeUndefined();
  const odd = { ...about('a', 'a'), gap: 'rejected' as const };
  expect(passHindrance(odd, { path: 'a.yaml', text: 'a: 1' })).toMatch(/incomplete/);
});
