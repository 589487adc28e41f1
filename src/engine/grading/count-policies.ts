// How much policy there is: what limits of lessons count.
import type { SourceRange } from '../../documents/source-file.ts';
import type { Policy } from '../../model/policy.ts';
import type { Snapshot } from '../snapshot.ts';

/** Each object once, however many places it acts in; what follows from other objects not at all. */
function writtenPolicies({ policies }: Pick<Snapshot, 'policies'>): readonly Policy[] {
  const byObject = new Map<SourceRange, Policy>();
  for (const policy of policies) if (!policy.implied) byObject.set(policy.range, policy);
  return [...byObject.values()];
}

export function countPolicies(snapshot: Pick<Snapshot, 'policies'>): number {
  return writtenPolicies(snapshot).length;
}

/** Rules of both directions. */
export function countRules(snapshot: Pick<Snapshot, 'policies'>): number {
  return writtenPolicies(snapshot).reduce(
    (sum, { ingress = [], egress = [] }) => sum + ingress.length + egress.length,
    0,
  );
}
