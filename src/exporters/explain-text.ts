// One verdict with its traces for a terminal: both ends, each a ladder of steps with the places of their policies.
import { visibleText } from '../base/visible-text.ts';
import type { DirectionTrace, Explanation, TraceStep } from '../engine/explanation.ts';
import type { Exporter } from './exporter.ts';
import { counted, textTable } from './text-table.ts';

export const explainText: Exporter<Explanation> = {
  format: 'text',
  export: (explanation) => {
    const { fromLabel, toLabel, traffic, verdict, summary, egress, ingress, missing } = explanation;
    const lines = [
      `${fromLabel} → ${toLabel} ${traffic}: ${verdict}`,
      summary,
      ...backends(explanation),
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

function lane(title: string, { endpoint, verdict, chain, steps, deciding }: DirectionTrace): string[] {
  const shown = steps.flatMap((step, at) => (isFolded(step) && at !== deciding ? [] : [{ step, at }]));
  const rows = shown.map(({ step, at }) => [
    at === deciding ? '>' : ' ',
    stepName(step),
    step.outcome === 'not-applied' ? (step.skip ?? step.outcome) : step.outcome,
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

/** `default: NetworkPolicy/shop/db rule 1`, `security: GlobalNetworkPolicy/no-scans`; a tier's end by the tier alone. */
function stepName({ tier, policy, rule }: TraceStep): string {
  const head = tier === '' ? '' : `${tier}: `;
  const scope = policy?.namespace ? `${policy.namespace}/` : '';
  const name = policy === undefined ? tier : `${head}${policy.kind}/${scope}${policy.name}`;
  return rule === undefined ? name : `${name} rule ${rule}`;
}

function stepPlace({ location }: TraceStep): string {
  return location === undefined ? '' : `${location.file}:${location.line}`;
}
