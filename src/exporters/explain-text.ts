// One verdict with its traces for a terminal: both ends, each a ladder of steps with the places of their policies.

import { counted } from '../base/counted.ts';
import { visibleText } from '../base/visible-text.ts';
import type { DirectionTrace, Explanation, TraceStep } from '../engine/explanation.ts';
import { excerptRows } from './excerpt.ts';
import type { Exporter } from './exporter.ts';
import { placeOf } from './place-of.ts';
import { groupSkipped, policyWords } from './policy-words.ts';
import { textTable } from './text-table.ts';

/** The text of a file; undefined where it is not at hand. */
type TextOf = (path: string) => string | undefined;

const noTexts: TextOf = () => undefined;

/** With the lines of the manifests that each verdict rests on, as far as their texts are at hand. */
export function explainWithTexts(explanation: Explanation, textOf: TextOf): string {
  const { fromLabel, toLabel, traffic, verdict, summary, egress, ingress, missing } = explanation;
  const lines = [
    `${fromLabel} → ${toLabel} ${traffic}: ${verdict}`,
    summary,
    ...backends(explanation),
    '',
    ...lane('Egress at the source', egress, textOf),
    '',
    ...lane('Ingress at the destination', ingress, textOf),
  ];
  if (missing.length > 0) lines.push('', 'Not known:', ...missing.map((fact) => `  - ${fact.message}. ${fact.remedy}`));
  return `${lines.map(visibleText).join('\n')}\n`;
}

export const explainText: Exporter<Explanation> = {
  format: 'text',
  export: (explanation) => explainWithTexts(explanation, noTexts),
};

/** The lines behind a step that decides, those with words that made it so marked by `>`. */
function excerptOf({ location, marks, isDecisive }: TraceStep, textOf: TextOf): string[] {
  const text = isDecisive && location ? textOf(location.file) : undefined;
  if (text === undefined || !location) return [];
  const rows = excerptRows(text, location, marks);
  const width = Math.max(...rows.map((row) => (row.type === 'line' ? String(row.line).length : 0)));
  return rows.map((row) => {
    if (row.type === 'gap') return `        ${'…'.padStart(width)}`;
    const isMarked = row.parts.some(({ mark }) => mark !== undefined);
    const line = row.parts.map((part) => part.text).join('');
    return `      ${isMarked ? '>' : ' '} ${String(row.line).padStart(width)} | ${line}`;
  });
}

/** What becomes of a connection to a service, backend by backend. */
function backends({ service }: Explanation): string[] {
  if (!service || service.backends.length < 2) return [];
  return textTable(
    service.backends.map(({ name, port, verdict }) => [name, String(port), verdict]),
    '  ',
  );
}

/** A policy that was not asked is folded, unless it is one that the reader wrote and that takes no part at all. */
function isFolded({ outcome, skip }: TraceStep): boolean {
  return outcome === 'not-applied' && skip !== 'invalid' && skip !== 'staged' && skip !== 'replaced';
}

function lane(title: string, { endpoint, verdict, chain, steps, deciding }: DirectionTrace, textOf: TextOf): string[] {
  const shown = steps.flatMap((step, at) => (isFolded(step) && at !== deciding ? [] : [{ step, at }]));
  const folded = steps.filter((step, at) => isFolded(step) && at !== deciding);
  const rows = shown.map(({ step, at }) => [
    at === deciding ? '>' : ' ',
    step.tier,
    orderWords(step),
    stepName(step),
    step.outcome === 'not-applied' ? (step.skip ?? step.outcome) : step.outcome,
    stepPlace(step),
  ]);
  const table = textTable(rows, '  ').flatMap((line, at) => {
    const step = shown[at]?.step;
    return [line, `      ${reasonWords(step)}`.trimEnd(), ...(step ? excerptOf(step, textOf) : [])];
  });
  const groups = groupSkipped(folded).map(({ words }) => words);
  const rest =
    folded.length === 0
      ? []
      : [`     (${counted(folded.length, 'policy')} not asked: ${groups.join(', ')}; --format json lists all)`];
  return [`${title}, ${endpoint}: ${verdict}`, `  ${chain}`, ...table.filter((line) => line !== ''), ...rest];
}

/** `NetworkPolicy shop/db rule 1`, `GlobalNetworkPolicy no-scans (staged)`; nothing for the end of a tier. */
function stepName({ policy, rule }: TraceStep): string {
  if (policy === undefined) return '';
  return `${policyWords(policy)}${policy.staged ? ' (staged)' : ''}${rule === undefined ? '' : ` rule ${rule}`}`;
}

/** A policy without an order comes last. */
function orderWords({ policy }: TraceStep): string {
  if (policy === undefined) return '';
  return policy.order === undefined ? '-' : String(policy.order);
}

function reasonWords(step: TraceStep | undefined): string {
  const evidence = step?.evidence?.length ? ` (${step.evidence.join(', ')})` : '';
  return `${step?.reason ?? ''}${evidence}`;
}

function stepPlace({ location }: TraceStep): string {
  if (location === undefined) return '';
  const { file, line } = placeOf(location);
  return `${file}:${line}`;
}
