// Counting a report's objects by kind.
import { compareText } from '../../base/compare-text.ts';
import { visibleText } from '../../base/visible-text.ts';
import type { FileSummary, UnusedSummary } from '../../engine/results.ts';

/** Most frequent kinds first. */
export function countKinds(files: readonly FileSummary[]): readonly (readonly [kind: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const file of files) for (const [kind, count] of file.kinds) counts.set(kind, (counts.get(kind) ?? 0) + count);
  return [...counts].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
}

const reasons = {
  'policy-not-evaluated': 'policy kind that is not evaluated: its effect is missing',
  rejected: 'the API server would reject it: counts as absent',
  'not-an-object': 'not a Kubernetes object',
  'not-used': 'no effect on flows',
} as const;
const order: readonly string[] = Object.keys(reasons);

export interface UnusedKind {
  readonly kind: string;
  readonly reason: string;
  readonly names: readonly string[];
}

/** Kinds whose effect is missing come first. */
export function countUnused(unused: readonly UnusedSummary[]): readonly UnusedKind[] {
  const kinds = new Map<string, { kind: string; reason: UnusedSummary['reason']; names: string[] }>();
  for (const { apiVersion, kind, namespace, name, reason } of unused) {
    const key = `${apiVersion} ${kind} ${reason}`;
    const shown = visibleText(namespace === '' ? name : `${namespace}/${name}`) || 'without a name';
    const known = kinds.get(key);
    if (known) known.names.push(shown);
    else kinds.set(key, { kind: visibleText(kind) || 'no kind', reason, names: [shown] });
  }
  return [...kinds.values()]
    .sort((a, b) => order.indexOf(a.reason) - order.indexOf(b.reason) || compareText(a.kind, b.kind))
    .map(({ kind, reason, names }) => ({ kind, reason: reasons[reason], names }));
}
