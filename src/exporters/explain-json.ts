// One verdict with its traces as `sluice/explain/v1`.
import type { DirectionTrace, Explanation, TraceStep } from '../engine/explanation.ts';
import type { Exporter } from './exporter.ts';
import { placeOf } from './place-of.ts';

export const explainJson: Exporter<Explanation> = {
  format: 'json',
  export: (explanation) => {
    const { fromLabel, toLabel, protocol, port, traffic, verdict, summary, egress, ingress, missing } = explanation;
    const result = {
      schema: 'sluice/explain/v1',
      src: fromLabel,
      dst: toLabel,
      protocol,
      port,
      traffic,
      verdict,
      summary,
      egress: traceRecord(egress),
      ingress: traceRecord(ingress),
      missing,
    };
    return `${JSON.stringify(result, null, 2)}\n`;
  },
};

function traceRecord({ endpoint, verdict, chain, steps, deciding }: DirectionTrace) {
  return { endpoint, verdict, chain, steps: steps.map(stepRecord), deciding };
}

function stepRecord({ code, tier, policy, outcome, rule, reason, evidence, skip, location }: TraceStep) {
  return {
    code,
    tier,
    ...(policy === undefined ? {} : { policy: policy.id }),
    ...(policy?.order === undefined ? {} : { order: policy.order }),
    ...(policy?.staged ? { staged: true } : {}),
    outcome,
    ...(skip === undefined ? {} : { skip }),
    ...(rule === undefined ? {} : { rule }),
    reason,
    ...(evidence === undefined ? {} : { evidence }),
    ...(location === undefined ? {} : placeOf(location)),
  };
}
