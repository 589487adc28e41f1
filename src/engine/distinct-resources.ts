// One object for each kind, namespace and name: of several, the last in path order counts, as if applied one after another.
import type { Diagnostic } from '../documents/diagnostic.ts';
import type { Resource } from '../resources/resource.ts';

export interface DistinctResources {
  readonly resources: readonly Resource[];
  readonly diagnostics: readonly Diagnostic[];
}

/** `NetworkPolicy dev-app/deny-all`, or without a namespace `Namespace dev-app`. */
export function nameObject(resource: Resource): string {
  const { namespace, name } = resource.meta;
  return `${resource.kind} ${namespace === '' ? name : `${namespace}/${name}`}`;
}

/** Equal for objects of which only one can exist. */
export function keyOf({ kind, meta }: Resource): string {
  return `${kind}/${meta.namespace}/${meta.name}`;
}

/** Drops all but the last of objects with one name, and says so. `resources` in path and document order. */
export function distinctResources(resources: readonly Resource[]): DistinctResources {
  const last = new Map<string, Resource>();
  const diagnostics: Diagnostic[] = [];
  for (const resource of resources) {
    const key = keyOf(resource);
    const earlier = last.get(key);
    if (earlier) {
      diagnostics.push({
        code: 'duplicate-object',
        severity: 'warning',
        message: `\`${nameObject(resource)}\` is written twice; this one counts, because it comes last in path order`,
        advice: 'Keep one of the two, or give them different names.',
        range: resource.nameRange,
        object: nameObject(resource),
        related: [{ message: 'this one is overwritten', range: earlier.nameRange }],
      });
    }
    last.delete(key);
    last.set(key, resource);
  }
  return { resources: [...last.values()], diagnostics };
}
