// Policies that are in the manifests and take no part, so that a trace can say why it does not name them.
import type { SourceRange } from '../documents/source-file.ts';
import type { Resource } from '../resources/resource.ts';
import type { SkipReason } from './explanation.ts';
import type { FileReading } from './read-workspace.ts';
import type { Direction } from './results.ts';

export interface InactivePolicy {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly reason: Extract<SkipReason, 'staged' | 'replaced' | 'invalid'>;
  /** Where it would stand; undefined where that is not known. */
  readonly place?: { readonly tier: string; readonly order: number | undefined };
  /** The directions it would govern; undefined where that is not known. */
  readonly directions?: readonly Direction[];
  /** What promoting it would do. */
  readonly stagedAction?: string;
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

/** The API's own policies stand at 1000 in the tier `default` (Calico reference, "Tier"). */
function placeOf(resource: Resource): NonNullable<InactivePolicy['place']> {
  return 'spec' in resource && 'order' in resource.spec
    ? { tier: resource.spec.tier, order: resource.spec.order }
    : { tier: 'default', order: 1000 };
}

/** The directions that are written or were filled in; undefined where there are none of either. */
function directionsOf(resource: Resource): readonly Direction[] | undefined {
  if (!('spec' in resource) || !('types' in resource.spec)) return undefined;
  return resource.spec.types.map((type) => (type === 'Ingress' ? 'ingress' : 'egress'));
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
    .map((resource) => {
      const directions = directionsOf(resource);
      return {
        kind: resource.kind,
        namespace: resource.meta.namespace,
        name: resource.meta.name,
        reason: isRejected(resource) ? 'invalid' : 'stagedAction' in resource ? 'staged' : 'replaced',
        ...('stagedAction' in resource ? { stagedAction: resource.stagedAction } : {}),
        place: placeOf(resource),
        ...(directions ? { directions } : {}),
        range: resource.range,
      };
    });
}
