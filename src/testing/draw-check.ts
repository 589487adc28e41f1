// Checked assertions for the exporters' tests.
import type { Explanation } from '../engine/explanation.ts';
import type { Location } from '../engine/results.ts';
import type { CheckedAssertion, CheckReport } from '../exporters/check-report.ts';

const at = (file: string, line: number): Location => ({
  file,
  line,
  column: 5,
  endLine: line,
  endColumn: 40,
  start: 10,
  end: 45,
});

function drawExplanation(policy: string): Explanation {
  const end = { endpoint: 'x', verdict: 'allowed', chain: 'no policy → allowed', steps: [], deciding: 0 } as const;
  const step = {
    code: 'tier-ends-denied',
    tier: 'default',
    outcome: 'end-of-tier',
    reason: 'no rule',
    isDecisive: true,
  } as const;
  const deny = { ...step, location: at('p.yaml', 3) };
  return {
    ...{ snapshot: 1, from: 'a', to: 'b', src: 'a', dst: 'b', fromLabel: 'a', toLabel: 'b', protocol: 'TCP' },
    ...{ port: 80, traffic: 'TCP 80', verdict: 'denied', summary: `${policy} allows nothing.`, missing: [] },
    egress: { ...end, direction: 'egress' },
    ingress: { ...end, direction: 'ingress', verdict: 'denied', chain: `default: ${policy} → denied`, steps: [deny] },
  };
}

/** One that holds, or one that is denied although it must be allowed, on line `line` of `shop.flows.yaml`. */
export function drawAssertion(name: string, holds: boolean, line = 4, end = 'shop/web'): CheckedAssertion {
  const odd = { src: 'a', dst: 'b', from: end, to: 'shop/db', ports: 'TCP/80', verdict: 'denied' } as const;
  return {
    ...{ name, from: end, to: 'shop/db', src: 'a', dst: 'b', port: 'TCP/80', expect: 'allowed' },
    ...{ verdict: holds ? 'allowed' : 'denied', holds, pairs: 1, oddPairs: holds ? 0 : 1, odd: holds ? [] : [odd] },
    query: { from: end, to: 'shop/db', protocol: 'TCP', port: 80 },
    location: at('shop.flows.yaml', line),
    ...(holds ? {} : { explanation: drawExplanation(`${name}-policy`) }),
  };
}

export function drawCheck(...assertions: readonly CheckedAssertion[]): CheckReport {
  const problems = assertions.flatMap(({ holds, name, location }) =>
    holds
      ? []
      : [
          {
            code: 'assertion-broken',
            severity: 'error' as const,
            message: `\`${name}\` is broken`,
            location,
            object: name,
          },
        ],
  );
  return { assertions, problems, incomplete: false };
}
