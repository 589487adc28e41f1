// Diff reports for the exporters' tests.
import type { DiffReport, ExportedFlip } from '../exporters/diff-report.ts';
import { flow } from './draw-report.ts';

/** `flip('a/Pod/x -> internet TCP 80 allowed', 'denied', 'internet')`. */
export function flip(line: string, was: ExportedFlip['was'], risk: ExportedFlip['risk']): ExportedFlip {
  const causes = [{ file: 'p.yaml', line: 7, change: 'changed NetworkPolicy a/p' }];
  return { ...flow(line), was, risk, causes };
}

export function drawnDiff(
  flips: Partial<Pick<DiffReport, 'opened' | 'closed' | 'unknown' | 'incomplete'>>,
): DiffReport {
  const counts = { files: 1, namespaces: 1, workloads: 2, pods: 2, policies: 1 };
  return { opened: [], closed: [], unknown: [], base: counts, head: counts, problems: [], incomplete: false, ...flips };
}
