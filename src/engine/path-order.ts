// Lists of files in path order; an edit of one file of very many compares no paths but those on the way to it.
import { compareText } from '../base/compare-text.ts';

interface WithPath {
  readonly path: string;
}

/** Lists that are known to be in order, and those that are also known to hold no path twice. */
const ordered = new WeakSet<readonly WithPath[]>();
const distinct = new WeakSet<readonly WithPath[]>();

/** Files in path order, in which they mostly come already. */
export function inPathOrder<File extends WithPath>(files: readonly File[]): readonly File[] {
  if (ordered.has(files)) return files;
  const isOrdered = files.every((file, index) => {
    const before = files[index - 1];
    return !before || compareText(before.path, file.path) <= 0;
  });
  const list = isOrdered ? files : [...files].sort((a, b) => compareText(a.path, b.path));
  ordered.add(list);
  return list;
}

/** Files in path order; of files with one path the last counts. */
export function distinctFiles<File extends WithPath>(files: readonly File[]): readonly File[] {
  if (distinct.has(files)) return files;
  const sorted = inPathOrder(files);
  const isDouble = (file: File, index: number): boolean => sorted[index + 1]?.path === file.path;
  const list = sorted.some(isDouble) ? sorted.filter((file, index) => !isDouble(file, index)) : sorted;
  ordered.add(list);
  distinct.add(list);
  return list;
}

/** Where a path stands in a list in order, or would stand. */
function placeOf(files: readonly WithPath[], path: string): number {
  let low = 0;
  let high = files.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareText(files[middle]?.path ?? '', path) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Distinct files with some of them changed: `change` gives what takes the place of the file at a path, which may be missing;
 * undefined where it is to be gone.
 */
export function withChanged<File extends WithPath>(
  files: readonly File[],
  paths: readonly string[],
  change: (path: string, before: File | undefined) => File | undefined,
): readonly File[] {
  const list = [...distinctFiles(files)];
  for (const path of paths) {
    const place = placeOf(list, path);
    const before = list[place]?.path === path ? list[place] : undefined;
    const after = change(path, before);
    list.splice(place, before ? 1 : 0, ...(after ? [after] : []));
  }
  ordered.add(list);
  distinct.add(list);
  return list;
}
