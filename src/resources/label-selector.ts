// Reads a LabelSelector (Kubernetes API, meta/v1): matchLabels and matchExpressions, all of which must hold.
import { type Field, readList, readString, rejectAt, rejectMissing, rejectValue } from './field.ts';
import { readLabelFields } from './labels.ts';
import { type MapFields, readMap } from './map-fields.ts';
import { labelKeyErrors, labelValueErrors } from './name-syntax.ts';
import type { LabelRequirement, LabelSelector } from './resource.ts';

const SELECTOR = new Set(['matchLabels', 'matchExpressions']);
const REQUIREMENT = new Set(['key', 'operator', 'values']);
const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist'] as const;

/** Undefined where the field is missing or null, or of another type (which is reported). */
export function readLabelSelector(field: Field | undefined): LabelSelector | undefined {
  const fields = readMap(field, SELECTOR);
  if (!field || !fields) return undefined;
  const { context } = field;
  const requirements: LabelRequirement[] = [];
  for (const label of readLabelFields(fields.get('matchLabels'))) {
    const start = label.field.keySpan?.start ?? label.field.value.start;
    const range = context.rangeOf({ start, end: Math.max(start, label.field.value.end) });
    requirements.push({ key: label.key, operator: 'In', values: [label.value], range });
  }
  for (const item of readList(fields.get('matchExpressions'))) {
    const requirement = readRequirement(item);
    if (requirement) requirements.push(requirement);
  }
  return { requirements, range: context.rangeOf(field.value) };
}

function readRequirement(item: Field): LabelRequirement | undefined {
  const fields = readMap(item, REQUIREMENT);
  if (!fields) return undefined;
  const key = readKey(fields);
  const written = readString(fields.get('operator')) ?? '';
  const operator = OPERATORS.find((known) => known === written);
  const items = readList(fields.get('values'));
  const values = items.flatMap((value) => readValue(value) ?? []);
  if (operator) checkValueCount(fields, operator, items.length);
  else rejectOperator(fields, written);
  return operator && { key, operator, values, range: item.context.rangeOf(item.value) };
}

function readValue(item: Field): string | undefined {
  const value = readString(item);
  if (value !== undefined) for (const why of labelValueErrors(value)) rejectValue(item, value, why);
  return value;
}

function readKey(fields: MapFields): string {
  const field = fields.get('key');
  const key = readString(field);
  if (!field) rejectMissing(fields.field, 'key', '', 'Write the label key that the expression is about.');
  else if (key !== undefined) for (const why of labelKeyErrors(key)) rejectValue(field, key, why);
  return key ?? '';
}

function rejectOperator(fields: MapFields, written: string): void {
  const meant = OPERATORS.find((known) => known.toLowerCase() === written.toLowerCase());
  const advice = `Write \`${meant ?? OPERATORS.join('` or `')}\`.`;
  const field = fields.get('operator');
  if (!field) rejectMissing(fields.field, 'operator', 'not a valid selector operator', advice);
  else if (field.value.kind === 'string') rejectValue(field, written, 'not a valid selector operator', advice);
}

function checkValueCount(fields: MapFields, operator: LabelRequirement['operator'], count: number): void {
  const listed = fields.get('values');
  const needsValues = operator === 'In' || operator === 'NotIn';
  if (needsValues && count === 0 && (!listed || listed.value.kind === 'list')) {
    const why = "must be specified when `operator` is 'In' or 'NotIn'";
    const advice = 'Write at least one value, or use `Exists` or `DoesNotExist`.';
    if (listed) rejectAt(listed, `Required value: ${why}`, { code: 'required-field', advice });
    else rejectMissing(fields.field, 'values', why, advice);
  } else if (!needsValues && count > 0 && listed) {
    const message = "Forbidden: may not be specified when `operator` is 'Exists' or 'DoesNotExist'";
    const advice = `Remove \`values\`, or use \`${operator === 'Exists' ? 'In' : 'NotIn'}\`.`;
    rejectAt(listed, message, { code: 'forbidden-field', advice });
  }
}
