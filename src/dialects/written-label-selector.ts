// Label selectors of Kubernetes as documents write them, read tolerantly: an answer about a selector must not wait for a valid manifest.
import { type DocumentValue, entryOf, type MapEntry, type MapValue } from '../documents/document-value.ts';
import { entrySpan, itemsAt, mapAt, textAt, textOf } from '../documents/value-parts.ts';
import { allOf, type LabelScope, type Selector } from '../model/selector.ts';
import type { Semantics } from '../model/semantics.ts';
import type { WrittenCondition } from '../model/written-policy.ts';
import { compileLabelSelector } from './compile-label-selector.ts';

const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist'] as const;
type Operator = (typeof OPERATORS)[number];

/** The selector under a name, and its conditions. */
export interface ReadSelector {
  readonly entry: MapEntry;
  /** Its conditions, on one line. */
  readonly text: string;
  readonly selector: Selector;
  readonly conditions: readonly WrittenCondition[];
}

interface Requirement {
  readonly key: string;
  readonly operator: Operator;
  readonly values: readonly string[];
}

function conditionOf(
  { key, operator, values }: Requirement,
  spans: WrittenCondition['spans'],
  scope: LabelScope,
  semantics: Semantics,
): WrittenCondition {
  const requirement = { key, operator, values, range: { file: '', start: 0, end: 0 } };
  const selector = compileLabelSelector({ requirements: [requirement], range: requirement.range }, scope, semantics);
  const [only = ''] = values;
  const text =
    operator === 'In' && values.length === 1
      ? `${key}: ${only}`
      : [key, operator, values.length > 0 ? `[${values.join(', ')}]` : ''].filter(Boolean).join(' ');
  const isWanted = operator === 'In' || operator === 'Exists';
  return {
    spans,
    text,
    selector,
    ...(isWanted ? { wanted: { key, values: operator === 'In' ? values : undefined } } : {}),
  };
}

function labelRequirements(map: MapValue): readonly (Requirement & { readonly entry: MapEntry })[] | undefined {
  const found: (Requirement & { readonly entry: MapEntry })[] = [];
  for (const entry of mapAt(map, 'matchLabels')?.entries ?? []) {
    const value = entry.value.kind === 'null' ? '' : textOf(entry.value);
    if (value === undefined) return undefined;
    found.push({ key: entry.key, operator: 'In', values: [value], entry });
  }
  return found;
}

function expression(item: DocumentValue): Requirement | undefined {
  if (item.kind !== 'map') return undefined;
  const key = textAt(item, 'key');
  const written = textAt(item, 'operator');
  const operator = OPERATORS.find((one) => one === written);
  const values = itemsAt(item, 'values').map(textOf);
  if (key === undefined || !operator || values.includes(undefined)) return undefined;
  return { key, operator, values: values.filter((value) => value !== undefined) };
}

/** Kubernetes API, LabelSelector: everything must hold. Undefined where it is not written, or something of it cannot be read. */
export function readLabelSelector(
  map: MapValue | undefined,
  name: string,
  scope: LabelScope,
  semantics: Semantics,
): ReadSelector | undefined {
  const entry = map && entryOf(map, name);
  if (!entry) return undefined;
  const { value } = entry;
  if (value.kind === 'null') return { entry, text: '{}', selector: { op: 'all' }, conditions: [] };
  const labels = value.kind === 'map' ? labelRequirements(value) : undefined;
  if (value.kind !== 'map' || !labels) return undefined;
  const conditions = labels.map((one) => conditionOf(one, [entrySpan(one.entry)], scope, semantics));
  for (const item of itemsAt(value, 'matchExpressions')) {
    const requirement = expression(item);
    if (!requirement || item.kind !== 'map') return undefined;
    conditions.push(conditionOf(requirement, item.entries.map(entrySpan), scope, semantics));
  }
  const text = conditions.length === 0 ? '{}' : conditions.map((one) => one.text).join(', ');
  return { entry, text, selector: allOf(conditions.map(({ selector }) => selector)), conditions };
}
