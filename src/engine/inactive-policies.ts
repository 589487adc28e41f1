// Policies that are in the manifests and take no part, so that a trace can say why it does not name them.
import type { SourceRange } from '../documents/source-file.ts';
import type { Resource } from '../resources/resource.ts';
import type { SkipReason } from './explanation.ts';
import type { FileReading } from './read-workspace.ts';

export interface InactivePolicy {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly reason: Extract<SkipReason, 'staged' | 'invalid'>;
  readonly range: SourceRange;
}

const isPolicy = (kind: string): boolean => kind.endsWith('NetworkPolicy');

/** Policies whose manifests the API server would refuse. */
export function rejectedPolicies(readings: readonly FileReading[]): InactivePolicy[] {
  return readings.flatMap(({ decoded }) =>
    decoded.unused
      .filter((unused) => unused.reason === 'rejected' && isPolicy(unused.kind))
      .map(({ kind, namespace, name, range }) => ({ kind, namespace, name, reason: 'invalid', range })),
  );
}

/** Policies that a dialect's review left out; `rejected` says which of them it refused. */
export function leftOutPolicies(
  given: readonly Resource[],
  taken: readonly Resource[],
  isRejected: (resource: Resource) => boolean,
): InactivePolicy[] {
  const kept = new Set(taken);
  return given
    .filter((resource) => isPolicy(resource.kind) && !kept.has(resource))
    .map((resource) => ({
      kind: resource.kind,
      namespace: resource.meta.namespace,
      name: resource.meta.name,
      reason: isRejected(resource) ? 'invalid' : 'staged',
      range: resource.range,
    }));
}
