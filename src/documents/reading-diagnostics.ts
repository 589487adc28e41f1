// Words and gaps for what was found while reading: problems and notes to diagnostics of one file.
import type { Diagnostic, Gap } from './diagnostic.ts';
import type { Span } from './document-value.ts';
import type { ReadingErrorKind, ReadingProblem } from './reading-error.ts';
import type { ReadingNotes } from './reading-notes.ts';
import type { SourceFile, SourceRange } from './source-file.ts';

const MAX_PROBLEMS = 100;

/** Limits that are Sluice's own; kubectl would read on. */
const OURS: ReadonlySet<ReadingErrorKind> = new Set<ReadingErrorKind>(['over-budget', 'depth', 'ambiguous-key']);

/** All diagnostics of a file in the order of its text. The first error that kubectl has too says that it stops there. */
export function fileDiagnostics(
  file: SourceFile,
  problems: readonly ReadingProblem[],
  notes: ReadingNotes,
): Diagnostic[] {
  const sorted = problems.toSorted((a, b) => a.start - b.start);
  const stop = sorted.find(({ kind }) => !OURS.has(kind));
  const diagnostics: Diagnostic[] = sorted.slice(0, MAX_PROBLEMS).map((problem) => ({
    code: problem.kind,
    severity: 'error',
    message: problem === stop ? `${problem.message}; kubectl reads no further in this file` : problem.message,
    advice: problem.advice,
    range: rangeIn(file, problem),
    gap: gapOf(problem.kind),
    ...relatedIn(file, problem.related),
  }));
  // A text that is JSON at first and then turns out to be YAML is read twice, up to where JSON ends.
  const places = new Set<string>();
  for (const { start, end, related, ...note } of notes.list) {
    const place = `${note.code} ${start} ${end}`;
    if (places.has(place)) continue;
    places.add(place);
    diagnostics.push({ ...note, range: rangeIn(file, { start, end }), ...relatedIn(file, related) });
  }
  diagnostics.sort((a, b) => a.range.start - b.range.start);
  return [...diagnostics, ...overflow(file, sorted, notes)];
}

/** `{{ .Values.name }}` in backquotes, shortened. */
function quoteAction(file: SourceFile, { start, end }: Span): string {
  const text = file.text.slice(start, end).replace(/\s+/g, ' ');
  return `\`${text.length > 40 ? `${text.slice(0, 40)}…` : text}\``;
}

export function templateDiagnostic(file: SourceFile, place: Span): Diagnostic {
  return {
    code: 'template',
    severity: 'error',
    message: `${quoteAction(file, place)} makes this file a template, so what it deploys is not known before it is rendered; it was not read`,
    advice:
      'Neither kubectl nor Calico fills in templates: load what renders this one (`helm template <chart> | sluice connectivity -`), or write the value.',
    range: rangeIn(file, place),
    gap: 'unreadable',
  };
}

function gapOf(kind: ReadingErrorKind): Gap {
  return kind === 'over-budget' || kind === 'depth' ? 'over-budget' : 'unreadable';
}

function overflow(file: SourceFile, problems: readonly ReadingProblem[], notes: ReadingNotes): Diagnostic[] {
  const range = rangeIn(file, { start: 0, end: 1 });
  const rest: Diagnostic[] = notes.overflow.map(([code, count]) => ({
    code,
    severity: 'info',
    message: `This file has ${count} findings \`${code}\`; only the first are listed`,
    range,
  }));
  if (problems.length > MAX_PROBLEMS) {
    const message = `${problems.length - MAX_PROBLEMS} more documents of this file could not be read`;
    rest.push({ code: 'yaml-syntax', severity: 'error', gap: 'unreadable', message, range });
  }
  return rest;
}

/** The place clamped to the text, at least one character long where the text has one. */
function rangeIn(file: SourceFile, { start, end }: Span): SourceRange {
  const { length } = file.text;
  const from = Math.max(0, Math.min(start, length - 1));
  return { file: file.path, start: from, end: Math.min(Math.max(end, from + 1), length) };
}

function relatedIn(file: SourceFile, related: ReadingProblem['related'] = []): Pick<Diagnostic, 'related'> {
  if (related.length === 0) return {};
  return { related: related.map(({ message, start, end }) => ({ message, range: rangeIn(file, { start, end }) })) };
}
