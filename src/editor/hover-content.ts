// What the editor says about a field or a selector under the pointer, as Markdown paragraphs.
import { entryOf, type SourceDocument, type Span } from '../documents/document-value.ts';
import type { SnapshotReport, WorkloadSummary } from '../engine/results.ts';
import { type DocumentPlace, documentPlaceAt } from './document-place.ts';
import { schemaAt } from './network-policy-schema.ts';
import { plainMarkdown } from './plain-markdown.ts';
import { counted, namespaceLabels, type Selected, selectedBy } from './selected-workloads.ts';
import { type SelectorPlace, selectorPlaces } from './selector-places.ts';

export interface HoverContent {
  readonly span: Span;
  /** Markdown; everything from manifests is escaped. */
  readonly paragraphs: readonly string[];
}

const MOST_LISTED = 12;

/** Undefined where there is nothing to say. */
export function hoverContent(
  documents: readonly SourceDocument[],
  offset: number,
  report: SnapshotReport | undefined,
): HoverContent | undefined {
  const place = documentPlaceAt(documents, offset);
  if (!place || !isNetworkPolicy(place)) return undefined;
  const paragraphs: string[] = [];
  const schema = schemaAt(place.path);
  if (schema) paragraphs.push(schema.describe);
  const selector = report && selectorAround(documents, place, offset);
  if (selector) paragraphs.push(...selectionParagraphs(selector, report));
  return paragraphs.length > 0 ? { span: place.span, paragraphs } : undefined;
}

function isNetworkPolicy({ object }: DocumentPlace): boolean {
  const kind = entryOf(object, 'kind')?.value;
  return kind?.kind === 'string' && kind.value === 'NetworkPolicy';
}

function selectorAround(
  documents: readonly SourceDocument[],
  place: DocumentPlace,
  offset: number,
): SelectorPlace | undefined {
  if (!place.path.some((step) => step === 'podSelector' || step === 'namespaceSelector')) return undefined;
  return selectorPlaces(documents).findLast(({ keySpan, end }) => keySpan.start <= offset && offset <= end);
}

function selectionParagraphs(place: SelectorPlace, report: SnapshotReport): string[] {
  const selected = selectedBy(place, report);
  if (place.role === 'namespaces') return namespaceParagraphs(place, selected, report);
  if (selected.pods === undefined) return [];
  if (selected.workloads.length === 0)
    return [`**Selects no pods** ${whereLooked(place, selected)}.`, ...nearMiss(place, selected)];
  const verb = place.role === 'subject' ? 'Applies to' : 'Selects';
  const workloads = counted(selected.workloads.length, 'workload');
  return [
    `**${verb} ${counted(selected.pods, 'pod')}** of ${workloads}:`,
    listed(selected.workloads.map(workloadLine)),
  ];
}

function namespaceParagraphs(place: SelectorPlace, selected: Selected, report: SnapshotReport): string[] {
  if (selected.namespaces.length === 0) {
    const labels = report.namespaces.map((namespace) => namespaceLabels(namespace));
    return ['**Selects no namespace** of those loaded.', ...missingValues(place, labels)];
  }
  const pods = place.narrowed ? '' : ` with ${counted(selected.pods ?? 0, 'pod')}`;
  const names = selected.namespaces.map(({ name }) => `- ${plainMarkdown(name)}`);
  return [`**Selects ${counted(selected.namespaces.length, 'namespace')}**${pods}:`, listed(names)];
}

function workloadLine({ namespace, kind, name, replicas, hostNetwork }: WorkloadSummary): string {
  const count = replicas === 1 ? '' : ` ×${replicas}`;
  return `- ${plainMarkdown(`${namespace}/${kind}/${name}`)}${count}${hostNetwork ? ' (on the host network)' : ''}`;
}

function listed(lines: readonly string[]): string {
  const rest = lines.length - MOST_LISTED;
  return [...lines.slice(0, MOST_LISTED), ...(rest > 0 ? [`- and ${rest} more`] : [])].join('\n');
}

function whereLooked(place: SelectorPlace, selected: Selected): string {
  if (place.namespaces)
    return `in the ${counted(selected.namespaces.length, 'namespace')} that namespaceSelector selects`;
  return `in namespace ${plainMarkdown(place.policy.namespace)}`;
}

function nearMiss(place: SelectorPlace, selected: Selected): string[] {
  const labels = selected.namespaces.flatMap(({ workloads }) => workloads.map((workload) => workload.labels));
  return missingValues(place, labels);
}

/** For the first label that nothing has with a wanted value: the values there are. */
function missingValues(place: SelectorPlace, labels: readonly (readonly (readonly [string, string])[])[]): string[] {
  for (const { key, operator, values } of place.requirements) {
    if (operator !== 'In' && operator !== 'Exists') continue;
    const there = new Set<string>();
    for (const pairs of labels) for (const [name, value] of pairs) if (name === key) there.add(value);
    if (operator === 'Exists' ? there.size > 0 : values.some((value) => there.has(value))) continue;
    if (there.size === 0) return [`Nothing there has the label ${plainMarkdown(key)}.`];
    const found = [...there].sort().slice(0, MOST_LISTED).map(plainMarkdown).join(', ');
    return [`The label ${plainMarkdown(key)} has other values there: ${found}.`];
  }
  return [];
}
