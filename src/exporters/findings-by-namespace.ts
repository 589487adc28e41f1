// Findings counted by the namespace of the object they are about.
import type { FileSummary, Problem } from '../engine/results.ts';

export interface FindingCounts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
}

export const NO_FINDINGS: FindingCounts = { error: 0, warning: 0, info: 0 };

type ObjectPlace = FileSummary['objects'][number];

/** The last object that begins at an offset or before. */
function objectAt(objects: readonly ObjectPlace[], offset: number): ObjectPlace | undefined {
  let [low, high] = [0, objects.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((objects[middle]?.location.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const found = objects[low - 1];
  return found && offset <= found.location.end ? found : undefined;
}

/** By namespace; '' for what is of the whole cluster, or of no object. A namespace's own object counts as in it. */
export function findingsByNamespace(
  problems: readonly Problem[],
  files: readonly FileSummary[],
): ReadonlyMap<string, FindingCounts> {
  const byFile = new Map(files.map(({ path, objects }) => [path, objects]));
  const sorted = new Map<string, readonly ObjectPlace[]>();
  const counts = new Map<string, { error: number; warning: number; info: number }>();
  for (const { location, severity } of problems) {
    const objects =
      sorted.get(location.file) ??
      [...(byFile.get(location.file) ?? [])].sort((a, b) => a.location.start - b.location.start);
    sorted.set(location.file, objects);
    const object = objectAt(objects, location.start);
    const namespace = object?.kind === 'Namespace' ? object.name : (object?.namespace ?? '');
    const own = counts.get(namespace) ?? { ...NO_FINDINGS };
    counts.set(namespace, own);
    own[severity]++;
  }
  return counts;
}
