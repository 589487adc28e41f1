// Connectivity for a terminal: a summary, then the flows by source.

import { counted } from '../base/counted.ts';
import { groupBy } from '../base/group-by.ts';
import { visibleText } from '../base/visible-text.ts';
import type { Assumption } from '../engine/results.ts';
import type { ConnectivityReport } from './connectivity-report.ts';
import type { Exporter } from './exporter.ts';
import { verdictWords } from './flow-words.ts';
import { type FoldedFlow, foldFlows } from './fold-flows.ts';
import { textTable } from './text-table.ts';

export const connectivityText: Exporter<ConnectivityReport> = {
  format: 'text',
  export: (report) => {
    const lines = [summaryLine(report), ...bySource(foldFlows(report.flows)), ...assumptionLines(report.assumptions)];
    return `${lines.join('\n')}\n`;
  },
};

function summaryLine({ flows, counts, incomplete }: ConnectivityReport): string {
  const unknown = flows.filter((flow) => flow.verdict === 'unknown').length;
  const what = [
    counted(counts.workloads, 'workload'),
    counted(counts.pods, 'pod'),
    counted(counts.namespaces, 'namespace'),
    counted(counts.policies, 'policy'),
  ].join(', ');
  const verdicts = `${counted(flows.length - unknown, 'possible flow')}${unknown > 0 ? `, ${counted(unknown, 'unknown', 'unknown')}` : ''}`;
  return `${verdicts} (${what})${incomplete ? '; incomplete: some documents do not count, see the messages' : ''}`;
}

function bySource(flows: readonly FoldedFlow[]): string[] {
  const table = textTable(
    flows.map((flow) => [visibleText(flow.dst), flow.ports, verdictWords(flow)]),
    '  → ',
  );
  const rows = flows.map((flow, at) => ({ src: flow.src, lines: [table[at] ?? '', ...missingLine(flow)] }));
  return [...groupBy(rows, (row) => row.src)].flatMap(([src, own]) => [
    '',
    visibleText(src),
    ...own.flatMap((row) => row.lines),
  ]);
}

function missingLine({ missing }: FoldedFlow): string[] {
  return missing === undefined ? [] : [`      ${visibleText(missing)}`];
}

/** Subjects beyond these are counted. */
const MAX_SUBJECTS = 5;

function assumptionLines(assumptions: readonly Assumption[]): string[] {
  if (assumptions.length === 0) return [];
  return [
    '',
    'Assumed, because no manifest says it:',
    ...assumptions.map((one) => visibleText(`  - ${assumptionWords(one)}`)),
  ];
}

function assumptionWords({ message, remedy, subjects }: Assumption): string {
  const named = subjects.slice(0, MAX_SUBJECTS).join(', ');
  const more = subjects.length > MAX_SUBJECTS ? ` and ${subjects.length - MAX_SUBJECTS} more` : '';
  return `${message}${named === '' ? '' : `: ${named}${more}`}${remedy === undefined ? '' : ` (${remedy})`}`;
}
