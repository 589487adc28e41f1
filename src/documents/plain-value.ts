// Document values without their ranges, as ordinary JavaScript data.
import type { DocumentValue } from './document-value.ts';

/**
 * Objects, arrays and scalars. Objects have no prototype, so that a key such as `__proto__` is a key like any other. The value
 * must come from `readDocuments`, whose budget bounds the depth of this recursion.
 */
export function plainValue(value: DocumentValue): unknown {
  switch (value.kind) {
    case 'null':
      return null;
    case 'list':
      return value.items.map(plainValue);
    case 'map': {
      const object: Record<string, unknown> = Object.create(null);
      for (const entry of value.entries) object[entry.key] = plainValue(entry.value);
      return object;
    }
    default:
      return value.value;
  }
}
