// Proves lessons for tests: what fails as lines with places, all at once.
import { type LessonProof, proveLesson } from '../client/prove-lesson.ts';
import type { SourceFile } from '../documents/source-file.ts';

export interface ProofLines extends LessonProof {
  /** `FILE:LINE:COLUMN: message. Advice`. */
  readonly lines: readonly string[];
}

export function proofLines(file: SourceFile): ProofLines {
  const proof = proveLesson(file);
  const lines = proof.problems.map(
    ({ location, code, message, advice }) =>
      `${location.file}:${location.line}:${location.column}: ${message}. ${advice ?? ''} [${code}]`,
  );
  return { ...proof, lines };
}
