// Manifests in the engine's hands, for tests that assert what flows they allow and how that is told.
import type { SourceFile } from '../../documents/source-file.ts';
import { defaultOptions, type EngineOptions } from '../../engine/engine-options.ts';
import { explainQuery } from '../../engine/explain-query.ts';
import type { DirectionTrace, Explanation } from '../../engine/explanation.ts';
import { judgeFlow } from '../../engine/judge-flow.ts';
import { createSnapshot } from '../../engine/snapshot.ts';
import { expectReachability, type Judge } from '../truth-table.ts';

export interface JudgedManifests {
  readonly judge: Judge;
  /** Holds the verdicts to a truth table. */
  expectFlows(grid: string): void;
  /** `explain('UDP 53', 'shop/web', 'kube-system/coredns')`. Throws for names that are not there. */
  explain(traffic: string, from: string, to: string): Explanation;
  /** `error enterprise-field: message. advice`, without what is merely told. */
  readonly problems: readonly string[];
}

/** Judges the files of one or more folders together. */
export function judgeManifests(files: readonly SourceFile[], options: Partial<EngineOptions> = {}): JudgedManifests {
  const snapshot = createSnapshot(files, { ...defaultOptions, ...options });
  const judge: Judge = (probe) => {
    const verdict = judgeFlow(snapshot, probe);
    return typeof verdict === 'string' ? verdict : verdict.error;
  };
  return {
    judge,
    expectFlows: (grid) => expectReachability(judge, grid),
    explain: (traffic, from, to) => {
      const [protocol = '', port] = traffic.split(' ');
      const answer = explainQuery(snapshot, { from, to, protocol, ...(port ? { port: Number(port) } : {}) });
      if ('error' in answer) throw new Error(answer.error);
      return answer;
    },
    problems: snapshot.diagnostics
      .filter(({ severity }) => severity !== 'info')
      .map(({ severity, code, message, advice = '' }) => `${severity} ${code}: ${message}. ${advice}`.trim()),
  };
}

/** The steps of one end that a reader sees, one line each: `default allow-dns rule 1 allow: rule 1 allows …`. */
export function drawSteps({ steps }: DirectionTrace): string[] {
  return steps
    .filter(({ outcome, skip }) => outcome !== 'not-applied' || skip === 'invalid' || skip === 'staged')
    .map(({ tier, policy, rule, outcome, skip, reason }) =>
      [tier, policy?.name, rule && `rule ${rule}`, `${skip ?? outcome}:`, reason].filter(Boolean).join(' '),
    );
}
