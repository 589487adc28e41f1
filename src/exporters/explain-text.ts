// One verdict with its traces for a terminal: both ends, each a ladder of steps with the places of their policies.
import { visibleText } from '../base/visible-text.ts';
import type { DirectionTrace, Explanation, TraceStep } from '../engine/explanation.ts';
import type { Exporter } from './exporter.ts';
import { counted, textTable } from './text-table.ts';

export const explainText: Exporter<Explanation> = {
  format: 'text',
  export: (explanation) => {
    const { fromLabel, toLabel, protocol, port, verdict, summary, egress, ingress, missing } = explanation;
    const lines = [
      `${fromLabel} → ${toLabel} ${protocol} ${port}: ${verdict}`,
      summary,
      '',
      ...lane('Egress at the source', egress),
      '',
      ...lane('Ingress at the destination', ingress),
    ];
    if (missing.length > 0)
      lines.push('', 'Not known:', ...missing.map((fact) => `  - ${fact.message}. ${fact.remedy}`));
    return `${lines.map(visibleText).join('\n')}\n`;
  },
};

function lane(title: string, { endpoint, verdict, chain, steps, deciding }: DirectionTrace): string[] {
  const shown = steps.flatMap((step, at) => (step.outcome === 'not-applied' && at !== deciding ? [] : [{ step, at }]));
  const rows = shown.map(({ step, at }) => [
    at === deciding ? '>' : ' ',
    stepName(step),
    step.outcome,
    stepPlace(step),
  ]);
  const table = textTable(rows, '  ').flatMap((line, at) => [line, `      ${shown[at]?.step.reason ?? ''}`.trimEnd()]);
  const folded = steps.length - shown.length;
  const rest =
    folded === 0
      ? []
      : [`     (${counted(folded, 'policy that does', 'policies that do')} not apply here; --format json lists all)`];
  return [`${title}, ${endpoint}: ${verdict}`, `  ${chain}`, ...table.filter((line) => line !== ''), ...rest];
}

function stepName({ tier, policy, rule }: TraceStep): string {
  const name = policy === undefined ? tier : `${tier}: ${policy.id}`;
  return rule === undefined ? name : `${name} rule ${rule}`;
}

function stepPlace({ location }: TraceStep): string {
  return location === undefined ? '' : `${location.file}:${location.line}`;
}
