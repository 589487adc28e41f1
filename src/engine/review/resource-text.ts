// What a resource says, as a text: equal for two resources from which the very same follows.
import type { Resource } from '../../resources/resource.ts';

const isRange = (value: object): boolean => 'file' in value && 'start' in value && 'end' in value;

/** Where something is written says nothing; that it is written may. */
function replaced(_: string, value: unknown): unknown {
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Map) return { map: [...value] };
  if (value instanceof Set) return { set: [...value] };
  return isRange(value) ? 'written' : value;
}

const known = new WeakMap<Resource, string>();

/** Two with one text are evaluated alike: nothing else of a resource enters a verdict. */
export function resourceText(resource: Resource | undefined): string {
  if (!resource) return '';
  const before = known.get(resource);
  if (before !== undefined) return before;
  const text = JSON.stringify(resource, replaced);
  known.set(resource, text);
  return text;
}
