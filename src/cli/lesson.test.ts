// Lessons from the command: proven, listed, begun from a template, packed into a link.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { inflateLetters } from '../importers/compress-text.ts';
import { allLessons } from '../lessons/all-lessons.ts';
import { lessonTemplate } from '../lessons/lesson-template.ts';
import { RememberingTerminal } from '../testing/remembering-terminal.ts';
import { runCommand } from './run-command.ts';

let terminal: RememberingTerminal;
beforeEach(() => {
  terminal = new RememberingTerminal();
});
afterEach(() => terminal.dispose());

const run = (line: string) => runCommand(['lesson', ...line.split(' ')], terminal);

const { text } = lessonTemplate;
/** One fact of it is not so. */
const untrue = text.replace('by: no policy }', 'by: allow-all }');

it('proves a lesson, and those of a folder', async () => {
  terminal.write({ 'mine.lesson.yaml': text });
  expect(await run('check mine.lesson.yaml')).toBe(0);
  expect(terminal.output).toMatch(
    /^proven {2}only-the-web {2}Only the web .*: 1 step, 2 goals, 2 mistakes, 1 looser answer, 2 facts\n$/,
  );
  terminal.write({ 'more/a.lesson.yml': untrue, 'more/pod.yaml': 'kind: Pod' });
  expect(await run('check mine.lesson.yaml more')).toBe(1);
  expect(terminal.output).toMatch(
    /^more\/a\.lesson\.yml:46:\d+: error: A fact does not hold as the step begins: .*\[fact-fails\]$/m,
  );
  expect(terminal.output).toContain('1 of 2 lessons proven: 1 step');
});

it('says where a file cannot be read as a lesson', async () => {
  terminal.write({ 'mine.yaml': text.replace('hints:', 'hint:') });
  expect(await run('check mine.yaml --format json')).toBe(2);
  const [lesson] = JSON.parse(terminal.output).lessons;
  expect(lesson).toMatchObject({ file: 'mine.yaml', proven: false });
  expect(lesson.problems).toContainEqual(
    expect.objectContaining({ code: 'unknown-field', line: 57, advice: 'Did you mean `hints`?' }),
  );
});

it.each([
  ['check', /name the file of a lesson/],
  ['check nothing.yaml', /no such file/],
  ['chek a', /did you mean check\?/],
  ['list a', /takes no arguments/],
  ['template nothing-at-all', /no lesson is called/],
  ['link a.yaml --page javascript:alert(1)', /no address of a page/],
  ['link a.yaml', /a\.yaml:1:1: A lesson is a map/],
])('refuses `%s`', async (line, message) => {
  terminal.write({ 'a.yaml': '[]' });
  expect(await run(line)).toBe(2);
  expect(terminal.messages.join('\n')).toMatch(message);
});

it('writes the template, over nothing', async () => {
  expect(await run('template --output mine.lesson.yaml')).toBe(0);
  expect(readFileSync(join(terminal.cwd, 'mine.lesson.yaml'), 'utf8')).toBe(text);
  expect(await run('template --output mine.lesson.yaml')).toBe(2);
  expect(await run('template')).toBe(0);
  expect(terminal.output).toBe(text);
});

it('packs a lesson into a link', async () => {
  terminal.write({ 'mine.lesson.yaml': untrue });
  expect(await run('link mine.lesson.yaml --page https://example.com/sluice/#old')).toBe(0);
  const [, letters = ''] = /^https:\/\/example\.com\/sluice\/#lesson-file=1\.([\w-]+)\n$/.exec(terminal.output) ?? [];
  expect(await inflateLetters(letters, 2 ** 20)).toEqual({ ok: true, value: untrue });
  expect(terminal.messages.join()).toContain('is not proven');
});

it('lists what there is', async () => {
  expect(await run('list --format json')).toBe(0);
  const listed = JSON.parse(terminal.output).lessons.map(({ name }: { name: string }) => name);
  expect(listed).toEqual(allLessons.map(({ name }) => name));
});
