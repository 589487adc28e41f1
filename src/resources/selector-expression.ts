// Writes the labels that Kubernetes selects by as a Calico selector: `{matchLabels: {app: web}}` → `app == 'web'`.
import { type DocumentValue, entryOf, type MapValue } from '../documents/document-value.ts';
import { quoted } from './selector-repairs/written-values.ts';

const IDENTIFIER = /^[A-Za-z0-9_./-]{1,512}$/;

/** The expression that selects what the map would in Kubernetes; undefined where the map is none that Kubernetes selects by. */
export function selectorExpression(value: DocumentValue): string | undefined {
  if (value.kind !== 'map') return undefined;
  const labels = entryOf(value, 'matchLabels')?.value;
  const expressions = entryOf(value, 'matchExpressions')?.value;
  if (!labels && !expressions) return value.entries.length === 0 ? 'all()' : fromLabels(value)?.join(' && ');
  if (value.entries.some((entry) => entry.key !== 'matchLabels' && entry.key !== 'matchExpressions')) return undefined;
  const terms = [labels ? fromLabels(labels) : [], expressions ? fromExpressions(expressions) : []];
  const all = terms.flatMap((part) => part ?? [undefined]);
  if (!all.every((term) => term !== undefined)) return undefined;
  return all.length === 0 ? 'all()' : all.join(' && ');
}

function fromLabels(map: DocumentValue): string[] | undefined {
  if (map.kind === 'null') return [];
  if (map.kind !== 'map') return undefined;
  const terms = map.entries.map(({ key, value }) => {
    const text = textOf(value);
    return IDENTIFIER.test(key) && text !== undefined ? `${key} == ${text}` : undefined;
  });
  return terms.every((term) => term !== undefined) ? terms : undefined;
}

/** A literal of the selector language, which knows no escapes. */
function textOf(value: DocumentValue): string | undefined {
  return value.kind === 'string' ? quoted(value.value) : undefined;
}

function fromExpressions(list: DocumentValue): string[] | undefined {
  if (list.kind !== 'list') return undefined;
  const terms = list.items.map((item) => (item.kind === 'map' ? fromRequirement(item) : undefined));
  return terms.every((term) => term !== undefined) ? terms : undefined;
}

function fromRequirement(map: MapValue): string | undefined {
  const key = entryOf(map, 'key')?.value;
  const operator = entryOf(map, 'operator')?.value;
  if (key?.kind !== 'string' || operator?.kind !== 'string' || !IDENTIFIER.test(key.value)) return undefined;
  if (operator.value === 'Exists') return `has(${key.value})`;
  if (operator.value === 'DoesNotExist') return `!has(${key.value})`;
  const values = entryOf(map, 'values')?.value;
  if (values?.kind !== 'list') return undefined;
  const literals = values.items.map(textOf);
  if (!literals.every((literal) => literal !== undefined)) return undefined;
  if (operator.value === 'In') return `${key.value} in { ${literals.join(', ')} }`;
  if (operator.value === 'NotIn') return `${key.value} not in { ${literals.join(', ')} }`;
  return undefined;
}
