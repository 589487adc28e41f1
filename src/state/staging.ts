// What of the manifests is staged or ignored, as far as the switches above the map need to know.
import type { Problem, SnapshotReport } from '../engine/results.ts';
import { remembered } from './selectors.ts';
import type { WorkbenchState } from './workbench-state.ts';

const holdsStaged = remembered(
  ({ policies, inactive }: SnapshotReport): boolean =>
    policies.some(({ staged }) => staged) || inactive.some(({ stagedAction }) => stagedAction !== undefined),
);

/** Whether there is something to preview, or a preview is on. */
export function selectStagingShown({ analysis, options }: WorkbenchState): boolean {
  const isOn = options.pending !== 'enforced' || options.compareWith === 'enforced';
  return isOn || (analysis !== undefined && holdsStaged(analysis.report));
}

/** Policies that the chosen reading does not know. */
export const ignoredPoliciesOf = remembered((report: SnapshotReport): readonly Problem[] =>
  report.problems.filter(({ code }) => code === 'policy-ignored'),
);

/** What flips are told against, as it stands in a sentence. */
export function selectComparedWith({ options }: WorkbenchState): string {
  return options.compareWith === 'enforced' ? 'what is enforced' : 'the baseline';
}
