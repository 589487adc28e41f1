// Repairs of a problem: those it brings along, else what its place makes obvious: a misspelt field or value, a label value that needs quotes.
import { nearestName } from '../base/nearest-name.ts';
import type { QuickFix } from '../documents/diagnostic.ts';
import { entryOf, type MapValue, type SourceDocument } from '../documents/document-value.ts';
import { writeScalar } from '../documents/write-scalar.ts';
import type { Problem } from '../engine/results.ts';
import { type DocumentPlace, documentPlaceAt } from './document-place.ts';
import { schemaAt } from './network-policy-schema.ts';

/** Maps whose values are strings in every Kubernetes object. */
const STRING_MAPS = new Set(['labels', 'annotations', 'matchLabels', 'nodeSelector']);

/** Fixes for `problem`, whose place must still hold in `text`; the likeliest first. Always text edits. */
export function quickFixes(text: string, documents: readonly SourceDocument[], problem: Problem): readonly QuickFix[] {
  if (problem.fixes && problem.fixes.length > 0) return problem.fixes;
  const place = documentPlaceAt(documents, problem.location.start);
  if (!place) return [];
  const { start, end } = place.span;
  const written = text.slice(start, end);
  const replace = (replacement: string, title: string): QuickFix[] => [
    { title, edits: [{ file: problem.location.file, start, end, text: replacement }] },
  ];
  if (place.role === 'value' && needsQuotes(place))
    return replace(writeScalar(written, true), `Put \`${written}\` in quotes`);
  const nearest = kindOf(place.object) === 'NetworkPolicy' ? nearestFor(place) : undefined;
  return nearest === undefined ? [] : replace(writeScalar(nearest), `Write \`${nearest}\``);
}

function needsQuotes({ path, value }: DocumentPlace): boolean {
  const parent = path.at(-2);
  const isLabel =
    typeof parent === 'string' &&
    (STRING_MAPS.has(parent) || (parent === 'values' && path.includes('matchExpressions')));
  return isLabel && (value.kind === 'int' || value.kind === 'float' || value.kind === 'bool');
}

/** The field meant by a misspelt key, or the value meant by a misspelt one. */
function nearestFor({ path, role, value }: DocumentPlace): string | undefined {
  const last = path.at(-1);
  if (role === 'key' && typeof last === 'string' && !schemaAt(path)) {
    const fields = schemaAt(path.slice(0, -1))?.fields;
    return fields && nearestName(last, Object.keys(fields));
  }
  const allowed = schemaAt(path)?.values;
  if (value.kind !== 'string' || !allowed || allowed.includes(value.value)) return undefined;
  return nearestName(value.value, allowed);
}

function kindOf(object: MapValue): string | undefined {
  const kind = entryOf(object, 'kind')?.value;
  return kind?.kind === 'string' ? kind.value : undefined;
}
