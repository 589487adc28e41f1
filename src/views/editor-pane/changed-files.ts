// Which files differ from the baseline.
import type { WorkbenchState } from '../../state/workbench-state.ts';
import { useWorkbench } from '../workbench-context.ts';

type Texts = Pick<WorkbenchState, 'files' | 'baseline'>;

export function useIsDirty(path: string): boolean {
  return useWorkbench((state) => isDirty(state, path));
}

/** True also for a file that the baseline lacks. */
export function isDirty({ files, baseline }: Texts, path: string): boolean {
  const textIn = (list: Texts['files']) => list.find((file) => file.path === path)?.text;
  return textIn(files) !== textIn(baseline);
}

/** Paths of changed, added and removed files. */
export function changedFiles({ files, baseline }: Texts): string[] {
  const before = new Map(baseline.map(({ path, text }) => [path, text]));
  const changed = files.filter(({ path, text }) => before.get(path) !== text).map(({ path }) => path);
  const now = new Set(files.map(({ path }) => path));
  return [...changed, ...baseline.filter(({ path }) => !now.has(path)).map(({ path }) => path)];
}
