// Broken assertions as SARIF 2.1.0, each at its line, with the lines that decide its flow.
import type { CheckReport } from './check-report.ts';
import type { Exporter } from './exporter.ts';
import { type RuleFacts, sarifLog } from './sarif-problems.ts';

const RULES: readonly RuleFacts[] = [
  {
    code: 'assertion-broken',
    title: 'A flow is not as an assertion says',
    help: 'An assertions file says that a flow must stay allowed or denied, and the manifests make it otherwise.',
    severity: 'error',
  },
  {
    code: 'assertion-unknown',
    title: 'An assertion cannot be judged',
    help: 'A name or pattern in it means nothing in these manifests, or no policy governs the flow.',
    severity: 'error',
  },
  {
    code: 'assertion-partial',
    title: 'An assertion speaks of too many pairs',
    help: 'Only part of its pairs were judged. Name fewer at once.',
    severity: 'warning',
  },
];

export const checkSarif: Exporter<CheckReport> = {
  format: 'sarif',
  export: ({ problems }) => sarifLog(problems, RULES),
};
