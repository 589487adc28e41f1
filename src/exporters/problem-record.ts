// A problem as the JSON results write it: flat, places as line and column.
import type { Problem } from '../engine/results.ts';
import { placeOf } from './place-of.ts';

export interface ProblemRecord {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly advice?: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly object?: string;
  readonly gap?: string;
}

export function problemRecord({ code, severity, message, advice, location, object, gap }: Problem): ProblemRecord {
  return {
    code,
    severity,
    message,
    ...(advice === undefined ? {} : { advice }),
    ...placeOf(location),
    ...(object === undefined ? {} : { object }),
    ...(gap === undefined ? {} : { gap }),
  };
}
