// The proof of lessons as `sluice/lesson/v1`.
import type { Exporter } from './exporter.ts';
import { isProven, type LessonReport, type ProvenLesson } from './lesson-report.ts';
import { problemRecord } from './problem-record.ts';

export const lessonJson: Exporter<LessonReport> = {
  format: 'json',
  export: ({ lessons }) =>
    `${JSON.stringify({ schema: 'sluice/lesson/v1', lessons: lessons.map(lessonRecord) }, null, 2)}\n`,
};

function lessonRecord(lesson: ProvenLesson) {
  const { path, name, title, problems, counts } = lesson;
  return { file: path, name, title, proven: isProven(lesson), counts, problems: problems.map(problemRecord) };
}
