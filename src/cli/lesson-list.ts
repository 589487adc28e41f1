// `sluice lesson list` and `sluice lesson template`: the lessons that Sluice brings along, and one to begin with.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { nearestName } from '../base/nearest-name.ts';
import type { SourceFile } from '../documents/source-file.ts';
import type { Exporter } from '../exporters/exporter.ts';
import { textTable } from '../exporters/text-table.ts';
import { allLessons, type LessonEntry, lessonFile } from '../lessons/all-lessons.ts';
import { lessonTracks } from '../lessons/lesson-tracks.ts';
import type { CommandLine } from './command-line.ts';
import { type ExitStatus, exitStatus } from './exit-status.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';
import { chosenFormats, writeReports } from './write-reports.ts';

type Entries = readonly LessonEntry[];

function tracksText(entries: Entries): string {
  const rows = entries.map(({ track, name, title, minutes }) => ({ track, row: [name, title, `${minutes} min`] }));
  const table = textTable(
    rows.map(({ row }) => row),
    '  ',
  );
  const parts = lessonTracks.flatMap(({ id, title }) => {
    const lines = table.filter((_, at) => rows[at]?.track === id);
    return lines.length > 0 ? [[title, ...lines].join('\n')] : [];
  });
  return `${parts.join('\n\n')}\n`;
}

const listExporters: readonly Exporter<Entries>[] = [
  { format: 'text', export: tracksText },
  {
    format: 'json',
    export: (entries) => {
      const lessons = entries.map(({ name, title, about, track, minutes }) => ({ name, title, about, track, minutes }));
      return `${JSON.stringify({ schema: 'sluice/lessons/v1', lessons }, null, 2)}\n`;
    },
  },
];

export async function listLessons(
  line: CommandLine,
  paths: readonly string[],
  terminal: Terminal,
): Promise<ExitStatus> {
  if (paths.length > 0) throw new UsageError('lesson list takes no arguments');
  writeReports(chosenFormats(line), listExporters, allLessons, terminal);
  return exitStatus.clean;
}

/** The template, or one of our lessons by its name, to begin with. */
export async function writeTemplate(
  line: CommandLine,
  names: readonly string[],
  terminal: Terminal,
): Promise<ExitStatus> {
  const [name, second] = names;
  if (second !== undefined) throw new UsageError('lesson template takes one name of a lesson, or none');
  const entry = allLessons.find((one) => one.name === name);
  if (name !== undefined && !entry) {
    const near = nearestName(
      name,
      allLessons.map((one) => one.name),
    );
    throw new UsageError(
      `no lesson is called ${name}; ${near ? `did you mean ${near}?` : 'sluice lesson list lists them'}`,
    );
  }
  const { text } = entry ? await lessonFile(entry) : await template();
  const output = line.text('output');
  if (output === undefined) terminal.out(text);
  else writeNew(output, text, terminal);
  return exitStatus.clean;
}

/** Read when it is asked for, as all texts of lessons are. */
async function template(): Promise<SourceFile> {
  const { lessonTemplate } = await import('../lessons/lesson-template.ts');
  return lessonTemplate;
}

/** Never over a file that is there: it may be somebody's lesson. */
function writeNew(output: string, text: string, { cwd }: Terminal): void {
  try {
    writeFileSync(resolve(cwd, output), text, { flag: 'wx' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    const why = code === 'EEXIST' ? 'is there already; name another file' : `could not be written (${code})`;
    throw new UsageError(`${output}: ${why}`);
  }
}
