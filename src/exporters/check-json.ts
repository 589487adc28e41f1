// Assertions as `sluice/check/v1`.
import type { Explanation } from '../engine/explanation.ts';
import { type CheckedAssertion, type CheckReport, decidingPlace } from './check-report.ts';
import type { Exporter } from './exporter.ts';
import { placeOf } from './place-of.ts';

export const checkJson: Exporter<CheckReport> = {
  format: 'json',
  export: ({ assertions, incomplete }) => {
    const broken = assertions.filter(({ holds, isPartial }) => !holds && !isPartial).length;
    const summary = { assertions: assertions.length, hold: assertions.filter(({ holds }) => holds).length, broken };
    const result = { schema: 'sluice/check/v1', summary, assertions: assertions.map(recordOf), incomplete };
    return `${JSON.stringify(result, null, 2)}\n`;
  },
};

function recordOf(assertion: CheckedAssertion) {
  const { name, from, to, port, expect, verdict, holds, fault, pairs, oddPairs, odd, explanation, location } =
    assertion;
  return {
    name,
    from,
    to,
    ...(port === undefined ? {} : { port }),
    expect,
    ...(verdict === undefined ? {} : { verdict }),
    holds,
    ...(fault === undefined ? {} : { fault }),
    ...(assertion.isPartial ? { partial: true } : {}),
    pairs,
    ...(holds
      ? {}
      : {
          differing: {
            pairs: oddPairs,
            ...(assertion.isAtLeast ? { atLeast: true } : {}),
            first: odd.map(({ src: _, dst: __, ...pair }) => pair),
          },
        }),
    ...(explanation ? { trace: traceOf(explanation) } : {}),
    ...placeOf(location),
  };
}

function traceOf({ fromLabel, toLabel, traffic, verdict, summary, egress, ingress, missing }: Explanation) {
  const ends = [egress, ingress].map((trace) => {
    const place = decidingPlace(trace);
    return { verdict: trace.verdict, chain: trace.chain, ...(place ? placeOf(place) : {}) };
  });
  const facts = missing.map(({ message }) => message);
  return { from: fromLabel, to: toLabel, traffic, verdict, summary, egress: ends[0], ingress: ends[1], missing: facts };
}
