// Which of the checks that are graded with a step belong to which of its paragraphs.
import type { LessonParagraph } from '../../lessons/lesson.ts';

/** For each paragraph the place of its first check among those of all facts, which come in the order of the text. */
export function factPlaces(text: readonly LessonParagraph[]): readonly number[] {
  let next = 0;
  return text.map(({ fact }) => {
    const first = next;
    next += fact?.holds.length ?? 0;
    return first;
  });
}
