// Names with `*` for any letters: as a test of whole names, and the known name that is nearest to one that fits nothing.
import { nearestName } from '../base/nearest-name.ts';

/** A test of whole names; letters count as they are written. */
export function globTest(glob: string): (name: string) => boolean {
  if (glob === '*') return () => true;
  if (!glob.includes('*')) return (name) => name === glob;
  const parts = glob.split(/\*+/);
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  const between = parts.slice(1, -1);
  // Each part is looked for behind the one before it, so that no name takes longer than its length.
  return (name) => {
    if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length) return false;
    let at = first.length;
    for (const part of between) {
      const found = name.indexOf(part, at);
      if (found < 0 || found + part.length > name.length - last.length) return false;
      at = found + part.length;
    }
    return true;
  };
}

/** The name that a glob most likely means to fit: its letters are held against as many at the same end of each. */
export function nearestToGlob(glob: string, names: Iterable<string>): string | undefined {
  const literal = glob.replaceAll('*', '');
  if (literal === glob) return nearestName(glob, names);
  const byPart = new Map<string, string>();
  for (const name of names) {
    const part = glob.startsWith('*') ? name.slice(-literal.length) : name.slice(0, literal.length);
    if (!byPart.has(part)) byPart.set(part, name);
  }
  const near = nearestName(literal, byPart.keys());
  return near === undefined ? undefined : byPart.get(near);
}
