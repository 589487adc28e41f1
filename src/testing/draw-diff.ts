// Diff reports for the exporters' tests.
import type { FlipKind } from '../engine/results.ts';
import type { DiffReport, ExportedCause, ExportedFlip } from '../exporters/diff-report.ts';
import { flow } from './draw-report.ts';

/** `p.yaml:7: changes order of NetworkPolicy a/p`. */
export function cause(line: string): ExportedCause {
  const [, file = '', number, change = ''] = /^(.*?):(\d+): (.*)$/s.exec(line) ?? [];
  return { file, line: Number(number), change, id: change };
}

const someCause = 'p.yaml:7: changes order of NetworkPolicy a/p from 1 to 2';

function kindOf({ was, verdict }: Pick<ExportedFlip, 'was' | 'verdict'>): FlipKind {
  if (was === 'unknown' || verdict === 'unknown') return 'unknown';
  return verdict === 'allowed' ? 'opened' : 'closed';
}

/** `flip('a/Pod/x -> internet TCP 80 allowed', 'denied', 'internet', 'p.yaml:7: adds …')`. */
export function flip(
  line: string,
  was: ExportedFlip['was'],
  risk: ExportedFlip['risk'],
  ...causes: readonly string[]
): ExportedFlip {
  const drawn = flow(line);
  const risks = risk === 'none' ? [] : [{ id: risk, reason: risk }];
  const all = (causes.length > 0 ? causes : [someCause]).map(cause);
  return { ...drawn, was, flip: kindOf({ ...drawn, was }), risk, risks, causes: all, certainty: 'each' };
}

/** Flips in this order, and nothing else to tell but what is given. */
export function drawnDiff(flips: readonly ExportedFlip[], rest: Partial<DiffReport> = {}): DiffReport {
  const counts = { files: 1, namespaces: 1, workloads: 2, pods: 2, policies: 1 };
  const count = (kind: FlipKind): number => flips.filter((one) => one.flip === kind).length;
  return {
    flips,
    impact: { opened: count('opened'), closed: count('closed'), unknown: count('unknown') },
    isPartial: false,
    changes: [],
    ...{ base: counts, head: counts, problems: [], incomplete: false },
    ...rest,
  };
}
