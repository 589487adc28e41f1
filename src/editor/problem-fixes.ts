// The fixes of problems on show, worked out once for each: lists are drawn again far more often than problems change.
import type { QuickFix } from '../documents/diagnostic.ts';
import type { SourceFile } from '../documents/source-file.ts';
import type { Problem } from '../engine/results.ts';
import { readFileOnce } from './document-cache.ts';
import { quickFixes } from './quick-fixes.ts';

const none: readonly QuickFix[] = [];
const known = new WeakMap<Problem, readonly QuickFix[]>();

/** The same list for the same problem. `stale`: the files may differ from those the problem was found in, so nothing is read off them. */
export function fixesOf(problem: Problem, files: readonly SourceFile[], stale: boolean): readonly QuickFix[] {
  const found = known.get(problem) ?? problem.fixes;
  if (found || stale) return found ?? none;
  const file = files.find(({ path }) => path === problem.location.file);
  const fixes = file ? quickFixes(file.text, readFileOnce(file).documents, problem) : none;
  known.set(problem, fixes);
  return fixes;
}
