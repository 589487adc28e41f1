// "Did you mean …?": the known name nearest to a misspelt one.

/** Longer names are never typing mistakes of the names we know, and the distance is quadratic in the length. */
const MAX_NAME_LENGTH = 64;

/**
 * The candidate with the fewest typing mistakes (insert, delete, replace, swap neighbours) from `name`, or undefined when
 * none is near: at most a third of the longer name's letters may be wrong, and never more than three. Letters that differ
 * only in case count half, and a name that differs in case alone counts half in all. The first of equally near candidates wins.
 */
export function nearestName(name: string, candidates: Iterable<string>): string | undefined {
  if (name.length === 0 || name.length > MAX_NAME_LENGTH) return undefined;
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    if (candidate === name) return candidate;
    if (candidate.length === 0 || candidate.length > MAX_NAME_LENGTH) continue;
    const limit = mistakesAllowed(Math.max(name.length, candidate.length));
    if (Math.abs(name.length - candidate.length) > limit) continue;
    const distance = nameDistance(name, candidate);
    if (distance <= limit && distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

function mistakesAllowed(length: number): number {
  return Math.min(3, Math.max(1, Math.floor(length / 3)));
}

/** Damerau–Levenshtein distance (optimal string alignment); a change of case alone costs at most one mistake in all. */
function nameDistance(a: string, b: string): number {
  if (a.toLowerCase() === b.toLowerCase()) return 0.5;
  return alignmentDistance(a, b);
}

/** Three rolling rows of the usual table: row `i` holds the distance from the first `i` letters of `a` to each prefix of `b`. */
function alignmentDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last: number[] = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row: number[] = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (last[j - 1] ?? 0) + replaceCost(a.charAt(i - 1), b.charAt(j - 1));
      let distance = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, replaced);
      const swapped = i > 1 && j > 1 && a.charAt(i - 1) === b.charAt(j - 2) && a.charAt(i - 2) === b.charAt(j - 1);
      if (swapped) distance = Math.min(distance, (beforeLast[j - 2] ?? 0) + 1);
      row.push(distance);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

function replaceCost(a: string, b: string): number {
  if (a === b) return 0;
  return a.toLowerCase() === b.toLowerCase() ? 0.5 : 1;
}
