// `sluice lesson`: proves lessons, lists those there are, gives a template to begin with, and writes links that hold one.
import { nearestName } from '../base/nearest-name.ts';
import { lessonExporters } from '../exporters/all-exporters.ts';
import type { Command } from './command.ts';
import type { CommandLine } from './command-line.ts';
import type { ExitStatus } from './exit-status.ts';
import { checkLessons } from './lesson-check.ts';
import { linkLesson } from './lesson-link.ts';
import { listLessons, writeTemplate } from './lesson-list.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';
import { formatFlag } from './write-reports.ts';

type Task = (line: CommandLine, paths: readonly string[], terminal: Terminal) => Promise<ExitStatus>;

const tasks: Readonly<Record<string, Task>> = {
  check: checkLessons,
  list: listLessons,
  template: writeTemplate,
  link: linkLesson,
};

export const lesson: Command = {
  name: 'lesson',
  summary: 'Lessons: lists them, proves those that teachers write, and makes links of them.',
  usage: 'check FILE… | list | template [NAME] | link FILE [flags]',
  examples: [
    ['sluice lesson check mine.lesson.yaml', 'whether it can be done, knows wrong answers, and states facts only'],
    ['sluice lesson template --output mine.lesson.yaml', 'a lesson to begin with, with comments'],
    ['sluice lesson link mine.lesson.yaml --page https://sluice.example.com/', 'a link that holds the whole lesson'],
    ['sluice lesson list', 'the lessons of the page'],
  ],
  flags: {
    format: formatFlag(lessonExporters),
    output: { type: 'text', placeholder: 'FILE', help: 'for template: the file to write, which must not be there yet' },
    page: { type: 'text', placeholder: 'URL', help: 'for link: the address of the page that it opens' },
  },
  run: runLesson,
};

async function runLesson(line: CommandLine, terminal: Terminal) {
  const [name, ...paths] = line.positionals;
  const names = Object.keys(tasks);
  const task = name !== undefined && Object.hasOwn(tasks, name) ? tasks[name] : undefined;
  if (task) return task(line, paths, terminal);
  const near = nearestName(name ?? '', names);
  const hint = near === undefined ? `; there are ${names.join(', ')}` : `; did you mean ${near}?`;
  throw new UsageError(name === undefined ? `say what to do: ${names.join(', ')}` : `lesson cannot ${name}${hint}`);
}
