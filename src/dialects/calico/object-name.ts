// Objects as messages name them: by the kind that Sluice knows them under, which is unique.
import type { Resource } from '../../resources/resource.ts';

/** `CalicoNetworkPolicy dev-app/deny-all`, `Tier security`. */
export function objectName({ kind, meta }: Pick<Resource, 'kind' | 'meta'>): string {
  return `${kind} ${meta.namespace === '' ? meta.name : `${meta.namespace}/${meta.name}`}`;
}
