// What the draft changed through the file of this policy, where that can be told: one file with one policy is behind all flips.
import type { PolicySummary } from '../../engine/policy-results.ts';
import type { SnapshotReport } from '../../engine/results.ts';
import { changedPaths, remembered } from '../../state/selectors.ts';
import { FlipCounts } from '../side/FlipCounts.tsx';
import { useWorkbench } from '../workbench-context.ts';

const policiesPerFile = remembered((report: SnapshotReport): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { location } of report.policies) counts.set(location.file, (counts.get(location.file) ?? 0) + 1);
  return counts;
});

export function CardFlips({ policy }: { readonly policy: PolicySummary }) {
  const { file } = policy.location;
  const impact = useWorkbench(({ files, baseline, analysis }) => {
    const changed = changedPaths(files, baseline);
    if (changed.size !== 1 || !changed.has(file) || !analysis) return undefined;
    return policiesPerFile(analysis.report).get(file) === 1 ? analysis.impact : undefined;
  });
  return impact && <FlipCounts impact={impact} />;
}
