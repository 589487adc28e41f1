// The posture with what else the page knows of namespaces: findings, assertions, completeness.
import { useMemo } from 'react';
import { findingsByNamespace } from '../../exporters/findings-by-namespace.ts';
import type { PostureReport } from '../../exporters/posture-report.ts';
import { selectReport } from '../../state/selectors.ts';
import { selectProblems } from '../../state/shown-problems.ts';
import { useAfterPaint } from '../use-after-paint.ts';
import { useWorkbench } from '../workbench-context.ts';

/** Undefined while it is not known. */
export function usePostureReport(): PostureReport | undefined {
  const posture = useAfterPaint(useWorkbench((state) => state.posture));
  const problems = useWorkbench(selectProblems);
  const report = useWorkbench(selectReport);
  const assertions = useWorkbench((state) => state.analysis?.assertions);
  return useMemo(() => {
    if (!posture || !report) return undefined;
    const results = assertions?.results ?? [];
    return {
      posture: posture.now,
      findings: findingsByNamespace(problems, report.files),
      assertions: {
        pinned: results.length,
        broken: results.filter(({ holds, isPartial }) => !holds && !isPartial).length,
      },
      incomplete: report.incomplete,
    };
  }, [posture, problems, report, assertions]);
}
