// The report's problems as markers of one file, in Monaco's numbers.
import type { Severity } from '../documents/diagnostic.ts';
import type { Location, Problem } from '../engine/results.ts';

/** Monaco's IMarkerData, without its types, so that this stays testable without Monaco. */
export interface ProblemMarker {
  readonly severity: 2 | 4 | 8;
  readonly message: string;
  readonly code: string;
  readonly startLineNumber: number;
  readonly startColumn: number;
  readonly endLineNumber: number;
  readonly endColumn: number;
  readonly related: readonly { readonly file: string; readonly message: string; readonly location: Location }[];
}

/** Monaco's MarkerSeverity. */
const MARKER_SEVERITY: Readonly<Record<Severity, 2 | 4 | 8>> = { info: 2, warning: 4, error: 8 };

/** Markers are plain text in Monaco; only the lines are ours. */
export function problemMarkers(problems: readonly Problem[], file: string): ProblemMarker[] {
  return problemsOf(problems, file).map(({ severity, message, advice, code, location, related }) => ({
    severity: MARKER_SEVERITY[severity],
    message: advice ? `${message}\n${advice}` : message,
    code,
    startLineNumber: location.line,
    startColumn: location.column,
    endLineNumber: location.endLine,
    endColumn: location.endColumn,
    related: (related ?? []).map((place) => ({ file: place.location.file, ...place })),
  }));
}

/** The problems of `file` in the order of the text. */
export function problemsOf(problems: readonly Problem[], file: string): Problem[] {
  return problems.filter(({ location }) => location.file === file).sort((a, b) => a.location.start - b.location.start);
}
