// Paths of entries: one spelling for each, and no two alike.

/** `a\b//./c.yaml` becomes `a/b/c.yaml`; `..` stays, because the path is shown and never used. */
export function normalisePath(path: string): string {
  const slashed = path.replaceAll('\\', '/');
  const parts = slashed.split('/').filter((part, at) => (part !== '' || at === 0) && part !== '.');
  return parts.join('/') || slashed;
}

/** `a/b/` of `a/b/c.yaml`; empty at the top. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** The path itself, or `a (2).yaml` where `a.yaml` is taken. */
export function uniquePath(path: string, taken: ReadonlySet<string>): string {
  if (!taken.has(path)) return path;
  const dot = path.lastIndexOf('.');
  const cut = dot > path.lastIndexOf('/') + 1 ? dot : path.length;
  for (let number = 2; ; number++) {
    const other = `${path.slice(0, cut)} (${number})${path.slice(cut)}`;
    if (!taken.has(other)) return other;
  }
}
