// One step of a lesson.
import { type DocumentValue, entryOf, type MapEntry, type MapValue } from '../documents/document-value.ts';
import type { SourceRange } from '../documents/source-file.ts';
import { entrySpan } from '../documents/value-parts.ts';
import type { Limits } from '../engine/grading/grade.ts';
import { lessonTextFault } from './check-lesson-text.ts';
import {
  LESSON_VIEWS,
  type LessonMistake,
  type LessonParagraph,
  type LessonStep,
  type LooserAnswer,
} from './lesson.ts';
import type { LessonFields } from './lesson-fields.ts';
import { lessonLimits } from './lesson-limits.ts';
import { readChecks, readFlows, readLook } from './read-check.ts';
import { readChanges, readPath } from './read-files.ts';

const STEP_FIELDS = [
  ...['title', 'open', 'view', 'look', 'text', 'goals', 'pending', 'limits'],
  ...['hints', 'solution', 'mistakes', 'looser'],
];
const MOST_POLICIES = 1000;

/** A text that learners read. */
export function readProse(fields: LessonFields, value: DocumentValue, name: string, most: number): string | undefined {
  const text = fields.text(value, name, most);
  const fault = text === undefined ? undefined : lessonTextFault(text);
  if (fault) fields.fault(value, 'invalid-text', `\`${name}\`: ${fault.message}`, fault.advice);
  return text;
}

function readParagraph(fields: LessonFields, item: DocumentValue): readonly LessonParagraph[] {
  if (item.kind !== 'map') {
    const text = readProse(fields, item, 'text', lessonLimits.paragraph);
    return text === undefined ? [] : [{ text }];
  }
  fields.known(item, ['fact', 'holds', 'at'], 'a statement of fact');
  const entry = fields.required(item, 'fact', 'a paragraph', 'Write `- fact: …` with `holds` below it, or a text.');
  const text = entry && readProse(fields, entry.value, 'fact', lessonLimits.paragraph);
  const holds = readChecks(fields, item, 'holds');
  const at = fields.present(item, 'at');
  const moment = at ? fields.word(at.value, 'at', ['start', 'solution']) : 'start';
  return text === undefined || !moment ? [] : [{ text, fact: { holds, at: moment } }];
}

function readLimits(fields: LessonFields, value: DocumentValue): Limits | undefined {
  const map = fields.map(
    value,
    '`limits`',
    'Write `{ policies: 1, rules: 2 }`, or one of the two; `{ flips: 0 }` where nothing enforced may change.',
  );
  if (!map) return undefined;
  const names = ['policies', 'rules', 'flips'] as const;
  fields.known(map, names, '`limits`');
  const given = names.flatMap((name) => {
    const entry = fields.present(map, name);
    const most = entry && fields.whole(entry.value, name, 0, MOST_POLICIES);
    return most === undefined ? [] : [[name, most] as const];
  });
  return Object.fromEntries(given);
}

function readMistake(fields: LessonFields, item: DocumentValue): readonly LessonMistake[] {
  const map = fields.map(item, 'A mistake', 'Write `name`, `when`, `say` and `example`.');
  if (!map) return [];
  fields.known(map, ['name', 'when', 'unchanged', 'say', 'example'], 'a mistake');
  const name = fields.requiredText(map, 'name', 'a mistake', lessonLimits.about);
  const when = readChecks(fields, map, 'when');
  const entry = fields.required(map, 'say', 'a mistake', 'Write what the learner is told.');
  const say = entry && readProse(fields, entry.value, 'say', lessonLimits.message);
  const example = readChanges(fields, map, 'example', 'a mistake');
  const unchanged = fields.truth(map, 'unchanged');
  if (name === undefined || say === undefined) return [];
  return [{ name, when, say, ...(unchanged ? { unchanged } : {}), example, range: fields.rangeOf(map) }];
}

function readLooser(fields: LessonFields, item: DocumentValue): readonly LooserAnswer[] {
  const map = fields.map(item, 'A looser answer', 'Write `example` and `opens`.');
  if (!map) return [];
  fields.known(map, ['example', 'opens'], 'a looser answer');
  const example = readChanges(fields, map, 'example', 'a looser answer');
  const items = fields.list(map, 'opens', { least: 1, most: lessonLimits.checks }, 'Name a flow that it opens.');
  const opens = readFlows(fields, items, false);
  for (const { expect, range } of opens) {
    if (expect === 'denied')
      fields.fault(range, 'invalid-value', 'What is opened is allowed', 'Write `expect: allowed`.');
  }
  return [{ example, opens, range: fields.rangeOf(map) }];
}

function readHints(fields: LessonFields, map: MapValue): readonly { text: string; at: SourceRange }[] {
  const advice = 'Write a question, then where to look, then nearly the lines.';
  const items = fields.list(map, 'hints', { least: 3, most: 3 }, advice);
  return items.flatMap((item) => {
    const text = readProse(fields, item, 'hints', lessonLimits.hint);
    return text === undefined ? [] : [{ text, at: fields.rangeOf(item) }];
  });
}

/** Where a part is written; the step itself where it is missing. */
function placeOf(fields: LessonFields, map: MapValue, name: string): SourceRange {
  const entry = entryOf(map, name);
  return fields.rangeOf(entry ? entry.keySpan : { start: map.start, end: map.start + 1 });
}

/** What is shown as the step begins. */
function readOpening(fields: LessonFields, map: MapValue): Pick<LessonStep, 'open' | 'view' | 'look'> {
  const of = <T>(name: string, read: (entry: MapEntry) => T | undefined): T | undefined => {
    const entry = fields.present(map, name);
    return entry && read(entry);
  };
  const open = of('open', ({ value }) => readPath(fields, value, 'open'));
  const view = of('view', ({ value }) => fields.word(value, 'view', LESSON_VIEWS));
  const look = of('look', ({ value }) => readLook(fields, value));
  return { ...(open === undefined ? {} : { open }), ...(view ? { view } : {}), ...(look ? { look } : {}) };
}

export function readStep(fields: LessonFields, item: DocumentValue): readonly LessonStep[] {
  const map = fields.map(item, 'A step', 'Write `- title: …` with what belongs to it below.');
  if (!map) return [];
  fields.known(map, STEP_FIELDS, 'a step');
  const title = fields.requiredText(map, 'title', 'a step', lessonLimits.title);
  const items = (name: string, least: number, most: number) => fields.list(map, name, { least, most });
  const hints = readHints(fields, map);
  const limits = fields.present(map, 'limits');
  const read = limits && readLimits(fields, limits.value);
  const opening = readOpening(fields, map);
  const place = (name: string) => placeOf(fields, map, name);
  const step: LessonStep = {
    title: title ?? '',
    ...opening,
    text: items('text', 1, lessonLimits.paragraphs).flatMap((one) => readParagraph(fields, one)),
    goals: readFlows(fields, items('goals', 1, lessonLimits.goals), true),
    pending: fields.truth(map, 'pending'),
    ...(read ? { limits: read } : {}),
    hints: hints.map(({ text }) => text),
    solution: readChanges(fields, map, 'solution', 'a step'),
    mistakes: items('mistakes', 0, lessonLimits.mistakes).flatMap((one) => readMistake(fields, one)),
    looser: items('looser', 0, lessonLimits.looser).flatMap((one) => readLooser(fields, one)),
    places: {
      title: fields.rangeOf(entrySpan(entryOf(map, 'title') ?? { key: '', keySpan: map, value: map })),
      goals: place('goals'),
      solution: place('solution'),
      mistakes: place('mistakes'),
      ...(opening.open === undefined ? {} : { open: place('open') }),
      ...(opening.look ? { look: place('look') } : {}),
      hints: hints.map(({ at }) => at),
    },
  };
  return title === undefined ? [] : [step];
}
