// The policy that the cursor is in, and what is known of its effect.
import type { PolicySummary } from '../../engine/policy-results.ts';
import type { Analysis } from '../../engine/results.ts';
import type { WorkbenchState } from '../../state/workbench-state.ts';
import { changedFiles } from './changed-files.ts';

/** The policy whose object holds `line`, else the last that begins before it, else the file's first. */
export function policyAtLine(
  policies: readonly PolicySummary[],
  file: string,
  line: number,
): PolicySummary | undefined {
  const here = policies
    .filter(({ location }) => location.file === file)
    .sort((a, b) => a.location.line - b.location.line);
  return here.findLast(({ location }) => location.line <= line) ?? here[0];
}

export type PolicyEffect =
  /** The file is the only change, so every flip is its own. */
  | { readonly type: 'flips'; readonly opened: number; readonly closed: number; readonly unknown: number }
  /** Several files changed; flips are known by workload, not by policy. */
  | { readonly type: 'touched'; readonly workloads: number };

/** Undefined where the file does not differ from the baseline, or where what it does is not told by node. */
export function policyEffect(
  policy: PolicySummary,
  analysis: Pick<Analysis, 'impact' | 'flipsByNode'>,
  state: Pick<WorkbenchState, 'files' | 'baseline'>,
): PolicyEffect | undefined {
  const changed = changedFiles(state);
  if (!changed.includes(policy.location.file)) return undefined;
  if (changed.length === 1) return { type: 'flips', ...analysis.impact };
  // Too many flips are not told by node, and a list of too many nodes is cut.
  const { opened, closed, unknown } = analysis.impact;
  const isUntold = analysis.flipsByNode.length === 0 && opened + closed + unknown > 0;
  if (isUntold || policy.appliesToNodes > policy.appliesTo.length) return undefined;
  const subjects = new Set(policy.appliesTo);
  const touched = analysis.flipsByNode.filter(
    ([id, flips]) => subjects.has(id) && flips.opened + flips.closed + flips.unknown > 0,
  );
  return { type: 'touched', workloads: touched.length };
}
