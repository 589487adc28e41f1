// An explanation for the exporters' tests.
import type { Explanation } from '../engine/explanation.ts';

/** `web` may not reach `db`: its egress is open, the ingress of `db` has a policy without a matching rule. */
export function drawnExplanation(): Explanation {
  const location = { file: 'policies/db.yaml', line: 4, column: 1, endLine: 9, endColumn: 1, start: 40, end: 120 };
  const policy = { id: 'NetworkPolicy/shop/db', kind: 'NetworkPolicy', namespace: 'shop', name: 'db', order: 1000 };
  return {
    snapshot: 1,
    from: 'workload:shop/Deployment/web',
    to: 'workload:shop/Deployment/db',
    src: 'workload:shop/Deployment/web',
    dst: 'workload:shop/Deployment/db',
    fromLabel: 'shop/Deployment/web',
    toLabel: 'shop/Deployment/db',
    protocol: 'TCP',
    port: 5432,
    traffic: 'TCP 5432',
    verdict: 'denied',
    summary: 'No rule of the policies that select shop/Deployment/db allows it.',
    egress: {
      direction: 'egress',
      endpoint: 'shop/Deployment/web',
      verdict: 'allowed',
      chain: 'no policy → allowed',
      steps: [
        {
          code: 'not-governed',
          tier: 'default',
          outcome: 'default-allow',
          reason: 'No policy selects it for egress.',
          isDecisive: true,
        },
      ],
      deciding: 0,
    },
    ingress: {
      direction: 'ingress',
      endpoint: 'shop/Deployment/db',
      verdict: 'denied',
      chain: 'default: db → no rule matches → denied',
      steps: [
        {
          code: 'no-rule-matches',
          tier: 'default',
          policy,
          outcome: 'no-match',
          rule: 1,
          reason: 'Rule 1 is for port 80.',
          location,
        },
        {
          code: 'tier-ends-denied',
          tier: 'default',
          outcome: 'end-of-tier',
          reason: 'Selected, and no rule allows the flow.',
        },
      ],
      deciding: 1,
    },
    missing: [{ code: 'address', message: 'The address of shop/web', remedy: 'Give --pod-cidr.' }],
  };
}
