// The texts that the explanation on show is about: while newer ones are being evaluated, those of before.
import { useRef } from 'react';
import type { SourceFile } from '../../documents/source-file.ts';
import type { Explanation } from '../../engine/explanation.ts';
import { useWorkbench } from '../workbench-context.ts';

/** Gives the text of a file by its path; undefined where the page does not have it. */
export function useExplainedFiles(explanation: Explanation | undefined): (path: string) => string | undefined {
  const files = useWorkbench((state) => state.files);
  const isCurrent = useWorkbench((state) => !state.stale && state.analysis?.report.snapshot === explanation?.snapshot);
  const explained = useRef<readonly SourceFile[]>(files);
  if (isCurrent) explained.current = files;
  return (path) => explained.current.find((file) => file.path === path && !file.large)?.text;
}
