// A review that came as data (in the page, from the page that fetches one): checked field by field, for anybody may have written it.
import { fields, listOf, oneOf, type Shape, text } from '../base/value-shape.ts';
import type { SourceFile } from '../documents/source-file.ts';
import { optionsShape } from './options-shape.ts';
import type { OpenedReview } from './review-slice.ts';

/** As many as the browser is given of a dropped folder, and more text than it opens of files. */
const MOST_FILES = 50_000;
const MOST_TEXT = 256 * 1024 * 1024;
const MOST_NOTICES = 10_000;

const path: Shape<string> = (value) => text(10_000)(value) || undefined;
/** A file of head without a text is as base has it. */
const file = fields({ path }, { text: text(MOST_TEXT) });
const files = listOf(file, MOST_FILES);
const notice = fields({ path: text(10_000), severity: oneOf('info', 'warning', 'error'), message: text(10_000) }, {});

const input = fields(
  { schema: oneOf('sluice/review-input/v1'), name: text(1000), base: files, head: files },
  { options: optionsShape, tenantLabel: text(1000), notices: listOf(notice, MOST_NOTICES) },
);

/**
 * `value`: what JSON or a message gave, of schema `sluice/review-input/v1`: `{schema, name, base: [{path, text}], head: [{path,
 * text?}], options?, tenantLabel?, notices?}`. Undefined where a field is not as it should be, or a path comes twice on one side.
 */
export function readReviewInput(value: unknown): OpenedReview | undefined {
  const read = input(value);
  const base = read && withTexts(read.base, new Map());
  const head = base && withTexts(read.head, new Map(base.map((one) => [one.path, one.text])));
  if (!head) return undefined;
  const { name, options, tenantLabel, notices } = read;
  return {
    name,
    base,
    head,
    ...(options && { options }),
    ...(tenantLabel && { tenantLabel }),
    ...(notices && { notices }),
  };
}

function withTexts(
  given: readonly { readonly path: string; readonly text?: string }[],
  known: ReadonlyMap<string, string>,
): readonly SourceFile[] | undefined {
  if (new Set(given.map((one) => one.path)).size < given.length) return undefined;
  const whole = given.flatMap(({ path: at, text: own }) => {
    const body = own ?? known.get(at);
    return body === undefined ? [] : [{ path: at, text: body }];
  });
  return whole.length === given.length ? whole : undefined;
}
