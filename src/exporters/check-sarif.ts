// Broken assertions as SARIF 2.1.0, each at its line, with the lines that decide its flow.

import type { FindingPage } from '../findings/finding-page.ts';
import type { CheckReport } from './check-report.ts';
import type { Exporter } from './exporter.ts';
import { sarifLog } from './sarif-problems.ts';

const RULES: readonly FindingPage[] = [
  {
    code: 'assertion-broken',
    title: 'A flow is not as an assertion says',
    why: 'An assertions file says that a flow must stay allowed or denied, and the manifests make it otherwise.',
    fix: 'Correct the policy that decides; change the assertion only where what is wanted has changed.',
    severity: 'error',
  },
  {
    code: 'assertion-unknown',
    title: 'An assertion cannot be judged',
    why: 'A name or pattern in it means nothing in these manifests, or no policy governs the flow.',
    fix: 'Correct the names, or load the manifests that hold what is missing.',
    severity: 'error',
  },
  {
    code: 'assertion-partial',
    title: 'An assertion speaks of too many pairs',
    why: 'Only part of its pairs were judged.',
    fix: 'Name fewer at once.',
    severity: 'warning',
  },
];

export const checkSarif: Exporter<CheckReport> = {
  format: 'sarif',
  export: ({ problems }) => sarifLog(problems, RULES),
};
