// Judges recorded cases: each a set of manifests of its own, loaded afresh; or a selector by itself.
import { defaultOptions, type EngineOptions } from '../engine/engine-options.ts';
import { explain } from '../engine/explain.ts';
import { type FlowProbe, judgeFlow } from '../engine/judge-flow.ts';
import { matchSelector } from '../engine/match-selector.ts';
import type { Verdict } from '../engine/results.ts';
import { createSnapshot } from '../engine/snapshot.ts';

/** A case with its manifests loaded. */
export interface OpenCase {
  /** The verdict, or why there is none. */
  judge(probe: FlowProbe): Verdict | { readonly error: string };
  /** One sentence for a verdict. */
  reason(probe: FlowProbe): string;
  /** What is wrong with the manifests: messages of problems of level error. */
  readonly errors: readonly string[];
  /** Messages about policies that are not evaluated, without which no verdict is sure. */
  readonly notEvaluated: readonly string[];
}

export function openCase(manifests: string, options: Partial<EngineOptions> = {}): OpenCase {
  const snapshot = createSnapshot([{ path: 'case.yaml', text: manifests }], { ...defaultOptions, ...options });
  return {
    judge: (probe) => judgeFlow(snapshot, probe),
    reason: ({ src, dst, ...traffic }) => {
      const answer = explain(snapshot, { from: src, to: dst, ...traffic });
      return 'error' in answer ? answer.error : answer.summary;
    },
    notEvaluated: snapshot.diagnostics.filter((one) => one.gap === 'not-evaluated').map((one) => one.message),
    errors: snapshot.diagnostics.filter((one) => one.severity === 'error').map((one) => one.message),
  };
}

/** Whether a Calico selector selects something with these labels, or why it is no selector. */
export function judgeSelector(
  text: string,
  labels: Readonly<Record<string, string>>,
): { readonly match: boolean } | { readonly error: string } {
  return matchSelector(text, new Map(Object.entries(labels)));
}
