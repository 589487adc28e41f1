// The machine's proof of every lesson: it can be done, wrong answers are known, its facts are so. Notes how much was proven.
import { expect, it } from 'vitest';
import { counted } from '../base/counted.ts';
import { proofLines } from '../testing/prove-lessons.ts';
import { allLessons, lessonFile } from './all-lessons.ts';
import { lessonTemplate } from './lesson-template.ts';
import { lessonTracks } from './lesson-tracks.ts';

const sum = { lessons: 0, steps: 0, goals: 0, mistakes: 0, looser: 0, facts: 0 };

it.each(allLessons.map((entry) => [`${entry.track}/${entry.name}`, entry] as const))('proves %s', async (_, entry) => {
  const file = await lessonFile(entry);
  const { lines, counts } = proofLines({ ...file, path: `src/lessons/tracks/${file.path}` });
  expect(lines.join('\n')).toBe('');
  sum.lessons++;
  for (const of of ['steps', 'goals', 'mistakes', 'looser', 'facts'] as const) sum[of] += counts[of];
});

it('counts what was proven', ({ task }) => {
  const { lessons, steps, goals, mistakes, looser, facts } = sum;
  expect(lessons).toBe(allLessons.length);
  const parts = [
    ...[counted(steps, 'step'), counted(goals, 'goal'), counted(mistakes, 'mistake')],
    ...[counted(looser, 'looser answer'), counted(facts, 'fact')],
  ];
  task.meta.note = `${counted(lessons, 'lesson')} proven: ${parts.join(', ')}`;
  console.info(task.meta.note);
});

it('proves the template', () => expect(proofLines(lessonTemplate).lines).toEqual([]));

it('stands in the order of the tracks', () => {
  const order = lessonTracks.map(({ id }) => id);
  const places = allLessons.map(({ track }) => order.indexOf(track));
  expect(places).toEqual([...places].sort((a, b) => a - b));
});
