// How the answer differs from the solution, file by file.
import { type LinePair, lineDiff } from '../../base/line-diff.ts';
import type { SourceFile } from '../../documents/source-file.ts';

export interface ComparedFile {
  readonly path: string;
  readonly change: 'new' | 'changed' | 'removed';
  readonly lines: readonly LinePair[];
}

/** In path order; files that are the same are left out. */
export function comparedFiles(answer: readonly SourceFile[], solution: readonly SourceFile[]): readonly ComparedFile[] {
  const paths = [...new Set([...answer, ...solution].map(({ path }) => path))].sort();
  return paths.flatMap((path): readonly ComparedFile[] => {
    const before = answer.find((file) => file.path === path);
    const after = solution.find((file) => file.path === path);
    if (before?.text === after?.text) return [];
    const change = before ? (after ? 'changed' : 'removed') : 'new';
    return [{ path, change, lines: lineDiff(before?.text ?? '', after?.text ?? '') }];
  });
}
