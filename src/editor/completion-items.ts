// What may be typed at the cursor in a NetworkPolicy: fields, enumerated values, and names and labels of what is loaded.

import { writeScalar } from '../documents/write-scalar.ts';
import type { SnapshotReport } from '../engine/results.ts';
import { type LabelScope, labelKeys, labelValues, namespaceNames, portNumbers } from './live-values.ts';
import { type FieldSchema, schemaAt } from './network-policy-schema.ts';
import { documentFacts, type TypingPlace, typingPlaceAt } from './typing-place.ts';

export interface CompletionItem {
  readonly label: string;
  readonly kind: 'field' | 'value' | 'live';
  /** Text to insert; continuation lines are indented as they must be in the file. */
  readonly text: string;
  readonly detail: string;
  readonly describe?: string;
  /** Asks for the next completion right after inserting. */
  readonly continues: boolean;
}

export interface Completion {
  /** Column (from 1) on the cursor's line from which the text is replaced. */
  readonly fromColumn: number;
  readonly items: readonly CompletionItem[];
}

/** Best first. Empty outside NetworkPolicies; a document that names no kind yet counts as one. */
export function completionAt(
  lines: readonly string[],
  line: number,
  column: number,
  report: SnapshotReport | undefined,
): Completion {
  const before = (lines[line - 1] ?? '').slice(0, column - 1);
  const facts = documentFacts(lines, line);
  if (/(^|\s)#/.test(before) || (facts.kind !== '' && facts.kind !== 'NetworkPolicy'))
    return { fromColumn: column, items: [] };
  const place = typingPlaceAt(lines, line, column);
  return { fromColumn: place.wordColumn, items: itemsFor(place, facts.namespace, report) };
}

function itemsFor(place: TypingPlace, namespace: string, report: SnapshotReport | undefined): CompletionItem[] {
  const schema = schemaAt(place.path);
  if (!schema) return [];
  const scope = labelScope(place, namespace);
  if (schema.type === 'scalar') return valueItems(schema, place, scope, report);
  if (place.role === 'value') return [];
  if (schema.type === 'map' && report && scope) {
    return labelKeys(report, scope).map(({ value, detail }) => live(value, `${writeScalar(value)}: `, detail, true));
  }
  if (schema.type !== 'object') return [];
  return Object.entries(schema.fields ?? {})
    .filter(([name]) => !place.siblings.has(name))
    .map(([name, field]) => fieldItem(name, field, place.indent));
}

function fieldItem(name: string, field: FieldSchema, indent: number): CompletionItem {
  const nested = `\n${' '.repeat(indent + 2)}`;
  const opening = { object: nested, map: nested, list: `${nested}- `, scalar: ' ' }[field.type];
  return {
    label: name,
    kind: 'field',
    text: `${name}:${opening}`,
    detail: '',
    describe: field.describe,
    continues: true,
  };
}

function valueItems(
  schema: FieldSchema,
  place: TypingPlace,
  scope: LabelScope | undefined,
  report: SnapshotReport | undefined,
): CompletionItem[] {
  const fixed = (schema.values ?? []).map(
    (value): CompletionItem => ({ label: value, kind: 'value', text: value, detail: '', continues: false }),
  );
  if (!report) return fixed;
  const found = liveValues(schema, place, scope, report);
  return [
    ...fixed,
    ...found.map(({ value, detail }) =>
      live(value, schema.source === 'port' ? value : writeScalar(value), detail, false),
    ),
  ];
}

function liveValues(schema: FieldSchema, place: TypingPlace, scope: LabelScope | undefined, report: SnapshotReport) {
  switch (schema.source) {
    case 'namespace-name':
      return namespaceNames(report);
    case 'port':
      return portNumbers(report, place.siblings.get('protocol') ?? 'TCP');
    case 'label-key':
      return scope ? labelKeys(report, scope) : [];
    case 'label-value': {
      const key = place.path.includes('matchExpressions') ? place.siblings.get('key') : place.path.at(-1);
      return scope && key !== undefined ? labelValues(report, scope, key) : [];
    }
    default:
      return [];
  }
}

/** Whose labels a selector speaks of; a peer's podSelector may reach into other namespaces, so those come after the policy's own. */
function labelScope(place: TypingPlace, namespace: string): LabelScope | undefined {
  if (place.path.includes('namespaceSelector')) return { of: 'namespaces' };
  if (!place.path.includes('podSelector')) return undefined;
  return { of: 'pods', namespace, others: place.path[1] !== 'podSelector' };
}

function live(label: string, text: string, detail: string, continues: boolean): CompletionItem {
  return { label, kind: 'live', text, detail, continues };
}
