// What of the manifests is staged or ignored, as far as the switches above the map need to know.
import type { Problem, SnapshotReport } from '../engine/results.ts';
import { remembered } from './selectors.ts';
import type { WorkbenchState } from './workbench-state.ts';

export interface StagedCount {
  readonly policies: number;
  /** Those of them that would take a policy away. */
  readonly deletions: number;
}

/** Staged policies of the manifests, whether they take part in the view or not. */
export const stagedCountOf = remembered(({ policies, inactive }: SnapshotReport): StagedCount => {
  const waiting = inactive.filter(({ stagedAction }) => stagedAction !== undefined);
  // One that acts in several places takes part several times.
  const taking = policies.filter(({ staged }) => staged).map(({ location }) => `${location.file} ${location.start}`);
  return {
    policies: new Set([...taking, ...waiting.map(({ location }) => `${location.file} ${location.start}`)]).size,
    deletions: waiting.filter(({ stagedAction }) => stagedAction === 'Delete').length,
  };
});

/** Whether there is something to preview, or a preview is on. */
export function selectStagingShown({ analysis, options }: WorkbenchState): boolean {
  const isOn = options.pending !== 'enforced' || options.compareWith === 'enforced';
  return isOn || (analysis !== undefined && stagedCountOf(analysis.report).policies > 0);
}

/** Policies that the chosen reading does not know. */
export const ignoredPoliciesOf = remembered((report: SnapshotReport): readonly Problem[] =>
  report.problems.filter(({ code }) => code === 'policy-ignored'),
);

/** What flips are told against, as it stands in a sentence. */
export function selectComparedWith({ options }: WorkbenchState): string {
  return options.compareWith === 'enforced' ? 'what is enforced' : 'the baseline';
}
