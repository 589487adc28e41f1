// What is wrong with comments that let findings pass: no reason, a code that does not exist, or nothing there to let pass.
import { nearestName } from '../base/nearest-name.ts';
import type { Diagnostic, QuickFix } from '../documents/diagnostic.ts';
import { IGNORE_WORD, type IgnoreComment } from '../documents/ignore-comments.ts';
import type { SourceFile } from '../documents/source-file.ts';
import { mayPassByComment } from './let-pass.ts';

interface Commented {
  readonly file: SourceFile;
  readonly ignores?: readonly IgnoreComment[];
}

/** `diagnostics`: all that there are, with those that pass; `codes`: of all findings. In the order of the text. */
export function ignoreProblems(
  { file, ignores = [] }: Commented,
  diagnostics: readonly Diagnostic[],
  codes: readonly string[],
): readonly Diagnostic[] {
  const own = ignores.length === 0 ? [] : diagnostics.filter(({ range }) => range.file === file.path);
  return ignores.flatMap((comment) => {
    const near = own.filter(({ range }) => isCovered(comment, range.start));
    return [
      ...reasonProblem(comment, file),
      ...codeProblems(comment, file, codes),
      ...unusedProblem(comment, file, near, codes),
    ];
  });
}

const quoted = (codes: readonly string[]): string => codes.map((code) => `\`${code}\``).join(', ');

const written = (codes: readonly string[], { reason = '' }: IgnoreComment): string =>
  `# ${IGNORE_WORD} ${codes.join(', ')}: ${reason}`;

function isCovered({ covers }: IgnoreComment, offset: number): boolean {
  return covers !== undefined && covers.start <= offset && offset <= covers.end;
}

function reasonProblem({ codes, reason, span }: IgnoreComment, { path }: SourceFile): Diagnostic[] {
  if (reason !== undefined) return [];
  return [
    {
      code: 'ignore-no-reason',
      severity: 'warning',
      message: 'This comment does not say why, so it lets nothing pass',
      advice: `Write the reason: \`# ${IGNORE_WORD} ${codes[0] ?? 'CODE'}: …\`.`,
      range: { file: path, ...span },
    },
  ];
}

function codeProblems(comment: IgnoreComment, { path }: SourceFile, known: readonly string[]): Diagnostic[] {
  const range = { file: path, ...comment.span };
  const base = { code: 'ignore-unknown-code', severity: 'warning', range } as const;
  if (comment.codes.length === 0)
    return [{ ...base, message: 'This comment names no finding', advice: `Write \`# ${IGNORE_WORD} CODE: reason\`.` }];
  return comment.codes.flatMap((code): Diagnostic[] => {
    if (known.includes(code)) return [];
    const near = nearestName(code, known);
    const message = `No finding is called \`${code}\``;
    if (near === undefined) return [{ ...base, message, advice: 'Write the code as findings show it.' }];
    const codes = comment.codes.map((one) => (one === code ? near : one));
    const edit = { file: path, ...comment.span, text: written(codes, comment) };
    return [{ ...base, message, advice: `Write \`${near}\`.`, fixes: [{ title: `Write \`${near}\``, edits: [edit] }] }];
  });
}

/** The comment with the blanks before it, and with its line where nothing else is on it. */
function wholeOf({ span, isAlone }: IgnoreComment, text: string): { readonly start: number; readonly end: number } {
  const line = text.lastIndexOf('\n', span.start - 1) + 1;
  const before = text.slice(line, span.start);
  if (!isAlone || before.trim() !== '') return { start: line + before.trimEnd().length, end: span.end };
  const feed = text.indexOf('\n', span.end);
  return { start: line, end: feed < 0 ? text.length : feed + 1 };
}

/** `near`: what is at the place that it covers. */
function unusedProblem(
  comment: IgnoreComment,
  { path, text }: SourceFile,
  near: readonly Diagnostic[],
  codes: readonly string[],
): Diagnostic[] {
  const known = comment.codes.filter((code) => codes.includes(code));
  const unused = known.filter((code) => !near.some((one) => one.code === code && mayPassByComment(one)));
  if (unused.length === 0 || comment.reason === undefined) return [];
  const kept = comment.codes.filter((code) => !unused.includes(code));
  const isKept = near.some((one) => unused.includes(one.code));
  const range = { file: path, ...comment.span };
  const message = isKept
    ? `${quoted(unused)} cannot be let pass by a comment: it makes the answer incomplete, or breaks a pinned flow`
    : `No finding ${quoted(unused)} is here, so this comment lets none pass`;
  const fix: QuickFix =
    kept.length > 0
      ? {
          title: `Take ${quoted(unused)} out`,
          edits: [{ file: path, ...comment.span, text: written(kept, comment) }],
          safe: true,
        }
      : { title: 'Take the comment out', edits: [{ file: path, ...wholeOf(comment, text), text: '' }], safe: true };
  return [{ code: 'ignore-unused', severity: 'info', message, advice: `${fix.title}.`, range, fixes: [fix] }];
}
