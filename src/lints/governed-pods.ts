// Which pods of each namespace some policy governs, in each direction; system namespaces are left to those who run the cluster.
import { DIRECTIONS, type Direction, type LintContext } from './lint-context.ts';
import { isSystemNamespace } from './system-namespaces.ts';

export interface NamespaceCoverage {
  readonly namespace: string;
  /** Classes of its pods that some policy governs, and the others. */
  readonly governed: Readonly<Record<Direction, readonly number[]>>;
  readonly open: Readonly<Record<Direction, readonly number[]>>;
}

const known = new WeakMap<LintContext, readonly NamespaceCoverage[]>();

/** Sorted by name; without namespaces that have no pods of their own network. */
export function coverageOf(context: LintContext): readonly NamespaceCoverage[] {
  const found = known.get(context) ?? read(context);
  known.set(context, found);
  return found;
}

function read({ snapshot: { universe, matrix } }: LintContext): readonly NamespaceCoverage[] {
  const all = new Map<string, { governed: Record<Direction, number[]>; open: Record<Direction, number[]> }>();
  for (const [id, { sample }] of universe.classes.entries()) {
    if (sample.type !== 'pod' || sample.hostNetwork || isSystemNamespace(sample.namespace)) continue;
    const made = all.get(sample.namespace) ?? {
      governed: { ingress: [], egress: [] },
      open: { ingress: [], egress: [] },
    };
    all.set(sample.namespace, made);
    for (const direction of DIRECTIONS)
      made[matrix.isGoverned(direction, id) ? 'governed' : 'open'][direction].push(id);
  }
  return [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([namespace, coverage]) => ({ namespace, ...coverage }));
}
