// Writes the comment that lets a finding pass, where it does.
import { IGNORE_WORD, ignoreComments, reasonIn } from '../documents/ignore-comments.ts';
import { readDocuments } from '../documents/read-documents.ts';
import type { SourceFile } from '../documents/source-file.ts';
import { applyEdits, type TextEdit } from '../documents/text-edit.ts';
import type { Problem } from '../engine/results.ts';
import { mayPassByComment } from './let-pass.ts';

/** The finding’s line alone, or everything of its code in the object. */
export type PassScope = 'line' | 'object';

/** Why no comment can let a finding pass, as a sentence; undefined where one can. */
export function passHindrance(problem: Problem, file: SourceFile | undefined): string | undefined {
  if (problem.gap !== undefined)
    return 'It makes the answer incomplete, which nothing hides. Mend it, or leave the document out.';
  if (!mayPassByComment(problem)) return 'A pinned flow says what must hold. Correct the policy, or the pinned flow.';
  if (!file) return 'Its file is not open here.';
  if (/^\s*[{[]/.test(file.text)) return 'JSON has no comments. Write this into a `sluice.yaml` beside the manifests:';
  return undefined;
}

/** The rule for a `sluice.yaml` that does the same. */
export function ignoreRule({ code, location, object }: Problem, reason: string): string {
  const about = object === undefined ? '' : `    object: ${JSON.stringify(object)}\n`;
  return `ignore:\n  - rule: ${code}\n    files: ${JSON.stringify(location.file)}\n${about}    reason: ${JSON.stringify(reason)}\n`;
}

/** Undefined for what is no reason, and where no comment would do. */
export function letPassEdit(
  file: SourceFile,
  problem: Problem,
  reason: string,
  scope: PassScope,
): TextEdit | undefined {
  const why = reasonIn(reason.replaceAll(/\s+/g, ' '));
  if (why === undefined || passHindrance(problem, file) !== undefined) return undefined;
  const comment = `# ${IGNORE_WORD} ${problem.code}: ${why}`;
  const { text, path } = file;
  const start = Math.min(problem.location.start, text.length);
  const above = (place: number): TextEdit => {
    const line = text.lastIndexOf('\n', place - 1) + 1;
    const [indent = ''] = /^[ \t]*/.exec(text.slice(line)) ?? [];
    return { file: path, start: line, end: line, text: `${indent}${comment}${text.includes('\r\n') ? '\r\n' : '\n'}` };
  };
  const feed = text.indexOf('\n', start);
  const stop = feed < 0 ? text.length : feed;
  const end = text[stop - 1] === '\r' ? stop - 1 : stop;
  const behind: TextEdit = { file: path, start: end, end, text: ` ${comment}` };
  const { documents } = readDocuments(file);
  const document = documents.find(({ span }) => span.start <= start && start <= span.end);
  const whole = document ? [above(document.root.start)] : [];
  // Inside a text of several lines a comment is none: then the next place is tried.
  const places = scope === 'line' ? [above(start), behind, ...whole] : [...whole, above(start), behind];
  return places.find((edit) => passesWith(edit, file, problem, start));
}

function passesWith(edit: TextEdit, { path, text }: SourceFile, { code }: Problem, start: number): boolean {
  const after = applyEdits(text, [edit]);
  const place = edit.start <= start ? start + edit.text.length : start;
  const { documents } = readDocuments({ path, text: after });
  return ignoreComments(after, documents).some(
    ({ codes, reason, covers }) =>
      reason !== undefined &&
      covers !== undefined &&
      codes.includes(code) &&
      covers.start <= place &&
      place <= covers.end,
  );
}
