// Findings counted by the namespace of the object they are about.
import type { FileSummary, Location, Problem } from '../engine/results.ts';

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

/** The namespace of the object at a place; '' for what is of the whole cluster, or of no object. A namespace's own object counts as in it. */
export function namespaceOf(files: readonly FileSummary[]): (location: Location) => string {
  const byFile = new Map(files.map(({ path, objects }) => [path, objects]));
  const sorted = new Map<string, readonly ObjectPlace[]>();
  return ({ file, start }) => {
    const objects =
      sorted.get(file) ?? [...(byFile.get(file) ?? [])].sort((a, b) => a.location.start - b.location.start);
    sorted.set(file, objects);
    const object = objectAt(objects, start);
    return object?.kind === 'Namespace' ? object.name : (object?.namespace ?? '');
  };
}

/** By namespace, as `namespaceOf` names it. */
export function findingsByNamespace(
  problems: readonly Problem[],
  files: readonly FileSummary[],
): ReadonlyMap<string, FindingCounts> {
  const placed = namespaceOf(files);
  const counts = new Map<string, { error: number; warning: number; info: number }>();
  for (const { location, severity } of problems) {
    const namespace = placed(location);
    const own = counts.get(namespace) ?? { ...NO_FINDINGS };
    counts.set(namespace, own);
    own[severity]++;
  }
  return counts;
}
