// The proof of lessons for a terminal: a line for each problem, its place first, then what was proven.
import { counted } from '../base/counted.ts';
import { visibleText } from '../base/visible-text.ts';
import type { Problem } from '../engine/results.ts';
import type { Exporter } from './exporter.ts';
import { isProven, type LessonReport, type ProvenCounts, type ProvenLesson, sumCounts } from './lesson-report.ts';

export const lessonText: Exporter<LessonReport> = {
  format: 'text',
  export: ({ lessons }) => {
    const lines = lessons.flatMap((one) => [...one.problems.map(problemLine), lessonLine(one)]);
    return `${[...lines, ...(lessons.length > 1 ? ['', sumLine(lessons)] : [])].join('\n')}\n`;
  },
};

function problemLine({ location, severity, message, advice, code }: Problem): string {
  const { file, line, column } = location;
  const what = advice === undefined ? message : `${message.replace(/[.;]$/, '')}. ${advice}`;
  return `${visibleText(file)}:${line}:${column}: ${severity}: ${visibleText(what)} [${code}]`;
}

function countWords({ steps, goals, mistakes, looser, facts }: ProvenCounts): string {
  return [
    counted(steps, 'step'),
    counted(goals, 'goal'),
    counted(mistakes, 'mistake'),
    counted(looser, 'looser answer'),
    counted(facts, 'fact'),
  ].join(', ');
}

function lessonLine(lesson: ProvenLesson): string {
  const { path, name, title, problems, counts } = lesson;
  if (name === undefined) return `unreadable  ${visibleText(path)}`;
  const head = `${visibleText(name)}  ${visibleText(title ?? '')}`;
  if (isProven(lesson)) return `proven  ${head}: ${countWords(counts)}`;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return `not proven  ${head}: ${counted(errors, 'problem')} in ${countWords(counts)}`;
}

function sumLine(lessons: readonly ProvenLesson[]): string {
  const proven = lessons.filter(isProven);
  return `${proven.length} of ${counted(lessons.length, 'lesson')} proven: ${countWords(sumCounts(proven))}`;
}
