// Objects as messages name them, by the kind that their manifest has.
import type { Resource } from '../../resources/resource.ts';

/** `NetworkPolicy dev-app/deny-all`, `Tier security`. */
export function objectName({ kind, meta }: Pick<Resource, 'kind' | 'meta'>): string {
  const written = kind === 'CalicoNetworkPolicy' ? 'NetworkPolicy' : kind;
  return `${written} ${meta.namespace === '' ? meta.name : `${meta.namespace}/${meta.name}`}`;
}
