// A lesson's file to a lesson. Strict, and never throws: a lesson is given only where nothing is wrong with how it is written.
import type { Diagnostic } from '../documents/diagnostic.ts';
import { entryOf, type MapValue } from '../documents/document-value.ts';
import { readDocuments } from '../documents/read-documents.ts';
import type { SourceFile } from '../documents/source-file.ts';
import { entrySpan, textAt, textOf } from '../documents/value-parts.ts';
import { ALL_SEMANTICS } from '../model/semantics.ts';
import { parseCidr } from '../net/cidr.ts';
import { LESSON, type Lesson, type LessonReceipt, type TrackId } from './lesson.ts';
import { LessonFields } from './lesson-fields.ts';
import { lessonLimits } from './lesson-limits.ts';
import { lessonTracks } from './lesson-tracks.ts';
import { readFileSet } from './read-files.ts';
import { readProse, readStep } from './read-step.ts';

const FIELDS = [
  ...['apiVersion', 'kind', 'name', 'title', 'about', 'track', 'minutes', 'story', 'options'],
  ...['start', 'baseline', 'steps', 'receipts'],
];
const TRACK_IDS: readonly TrackId[] = lessonTracks.map(({ id }) => id);
const MOST_MINUTES = 120;
const READ_BUDGET = { fileLength: lessonLimits.file, documents: 2, nodes: 20_000, aliasedValues: 20_000, depth: 20 };

export interface ReadLesson {
  /** Undefined where some diagnostic is an error. */
  readonly lesson: Lesson | undefined;
  /** In the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Whether a file says that it is a lesson, well written or not. */
export function isLessonFile(file: SourceFile): boolean {
  if (!file.text.includes(LESSON.kind) || !file.text.includes(LESSON.apiVersion)) return false;
  const root = readDocuments(file, READ_BUDGET).documents[0]?.root;
  if (root?.kind !== 'map') return false;
  return textAt(root, 'apiVersion') === LESSON.apiVersion && textAt(root, 'kind') === LESSON.kind;
}

function readOptions(fields: LessonFields, map: MapValue): Lesson['options'] {
  const entry = fields.present(map, 'options');
  const options = entry && fields.map(entry.value, '`options`', 'Write `{ semantics: calico-3.32 }`.');
  if (!options) return {};
  fields.known(options, ['semantics', 'podCIDRs', 'serviceCIDRs'], '`options`');
  const asked = fields.present(options, 'semantics');
  const semantics = asked && fields.word(asked.value, 'semantics', ALL_SEMANTICS);
  const [podCIDRs, serviceCIDRs] = ['podCIDRs', 'serviceCIDRs'].map((name) => {
    const items = fields.list(options, name, { most: lessonLimits.files });
    return items.flatMap((item) => {
      const text = textOf(item);
      if (text !== undefined && parseCidr(text)) return [text];
      fields.fault(item, 'invalid-value', `\`${name}\` holds something that is no CIDR`, 'Write `10.244.0.0/16`.');
      return [];
    });
  });
  return {
    ...(semantics ? { semantics } : {}),
    ...(podCIDRs && entryOf(options, 'podCIDRs') ? { podCIDRs } : {}),
    ...(serviceCIDRs && entryOf(options, 'serviceCIDRs') ? { serviceCIDRs } : {}),
  };
}

function readReceipts(fields: LessonFields, map: MapValue): readonly LessonReceipt[] {
  const advice = 'Name the page that the facts come from: `{ title: …, url: "https://…" }`.';
  return fields.list(map, 'receipts', { least: 1, most: lessonLimits.receipts }, advice).flatMap((item) => {
    const receipt = fields.map(item, 'A receipt', advice);
    if (!receipt) return [];
    fields.known(receipt, ['title', 'url'], 'a receipt');
    const title = fields.requiredText(receipt, 'title', 'a receipt', lessonLimits.about);
    const url = fields.requiredText(receipt, 'url', 'a receipt', lessonLimits.path);
    const isPage = url !== undefined && /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+(\/[^\s"'<>\\]*)?$/.test(url);
    if (url !== undefined && !isPage)
      fields.fault(receipt, 'invalid-value', '`url` is no address of a page', 'It begins with `https://`.');
    return title === undefined || !isPage ? [] : [{ title, url }];
  });
}

function readHead(fields: LessonFields, map: MapValue): Pick<Lesson, 'name' | 'title' | 'about' | 'track' | 'minutes'> {
  for (const [name, wanted] of Object.entries(LESSON)) {
    const value = entryOf(map, name)?.value;
    if (textOf(value) === wanted) continue;
    fields.fault(
      value ?? { start: map.start, end: map.start + 1 },
      'invalid-value',
      `This is no \`${wanted}\``,
      `Write \`${name}: ${wanted}\`.`,
    );
  }
  const name = fields.requiredText(map, 'name', 'the lesson', lessonLimits.title) ?? '';
  if (name !== '' && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
    const advice = 'Write small letters, digits and `-`, such as `first-deny`.';
    fields.fault(entryOf(map, 'name')?.value ?? map, 'invalid-value', '`name` is not in kebab case', advice);
  }
  const title = fields.requiredText(map, 'title', 'the lesson', lessonLimits.title) ?? '';
  const about = fields.optionalText(map, 'about', lessonLimits.about);
  const track = fields.present(map, 'track');
  const minutes = fields.present(map, 'minutes');
  const trackId = track && fields.word(track.value, 'track', TRACK_IDS);
  const count = minutes && fields.whole(minutes.value, 'minutes', 1, MOST_MINUTES);
  return {
    ...{ name, title },
    ...(about === undefined ? {} : { about }),
    ...(trackId ? { track: trackId } : {}),
    ...(count === undefined ? {} : { minutes: count }),
  };
}

function readRoot(fields: LessonFields, map: MapValue): Lesson {
  fields.known(map, FIELDS, 'a lesson');
  const head = readHead(fields, map);
  const story = fields.required(map, 'story', 'the lesson', 'Say where we are and what is at stake.');
  const start = fields.required(map, 'start', 'the lesson', 'Write the files that the learner begins with.');
  const baseline = readFileSet(fields, map, 'baseline');
  const steps = fields.list(map, 'steps', { least: 1, most: lessonLimits.steps });
  const at = entryOf(map, 'steps');
  return {
    path: fields.file,
    ...head,
    story: (story && readProse(fields, story.value, 'story', lessonLimits.story)) ?? '',
    options: readOptions(fields, map),
    start: (start && readFileSet(fields, map, 'start')) ?? [],
    ...(baseline ? { baseline } : {}),
    steps: steps.flatMap((item) => readStep(fields, item)),
    stepsAt: fields.rangeOf(at ? at.keySpan : entrySpan({ key: '', keySpan: map, value: map })),
    receipts: readReceipts(fields, map),
  };
}

/** Reads one lesson. Never throws. */
export function readLesson(file: SourceFile): ReadLesson {
  const fields = new LessonFields(file.path);
  const { documents, diagnostics } = readDocuments(file, READ_BUDGET);
  fields.take(diagnostics.filter(({ severity }) => severity !== 'info'));
  const [first, second] = documents;
  const start = { start: 0, end: 1 };
  if (second)
    fields.fault(second.root, 'wrong-count', 'A lesson is one document', 'Put each lesson into a file of its own.');
  const isEmpty = first?.root.kind !== 'map' && !fields.diagnostics.some(({ severity }) => severity === 'error');
  if (isEmpty)
    fields.fault(
      first?.root ?? start,
      'wrong-type',
      'A lesson is a map',
      'Begin with `apiVersion: sluice/v1` and `kind: Lesson`.',
    );
  const lesson = first?.root.kind === 'map' ? readRoot(fields, first.root) : undefined;
  const isWrong = fields.diagnostics.some(({ severity }) => severity === 'error');
  const sorted = [...fields.diagnostics].sort((a, b) => a.range.start - b.range.start);
  return { lesson: isWrong ? undefined : lesson, diagnostics: sorted };
}
