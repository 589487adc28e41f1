// Reads of the state that more than one component needs: pure, at module scope, remembered per report.
import { groupBy } from '../base/group-by.ts';
import type { SourceFile } from '../documents/source-file.ts';
import type { PolicySummary } from '../engine/policy-results.ts';
import type {
  ExternalSummary,
  HostSummary,
  Location,
  NamespaceSummary,
  NodeId,
  PodSummary,
  Problem,
  SnapshotReport,
  WorkloadSummary,
} from '../engine/results.ts';
import type { WorkbenchState } from './workbench-state.ts';

export type KnownNode =
  | { readonly type: 'namespace'; readonly namespace: NamespaceSummary }
  | { readonly type: 'workload'; readonly workload: WorkloadSummary }
  | { readonly type: 'pod'; readonly workload: WorkloadSummary; readonly pod: PodSummary }
  | { readonly type: 'external'; readonly external: ExternalSummary }
  | { readonly type: 'host'; readonly host: HostSummary };

export const selectReport = (state: WorkbenchState) => state.analysis?.report;

let lastPair: readonly [readonly SourceFile[], readonly SourceFile[]] | undefined;
let lastChanged: ReadonlySet<string> = new Set();

/** Paths of changed, added and removed files; one set for one pair of lists. */
export function changedPaths(files: readonly SourceFile[], baseline: readonly SourceFile[]): ReadonlySet<string> {
  if (lastPair?.[0] === files && lastPair[1] === baseline) return lastChanged;
  const before = new Map(baseline.map((file) => [file.path, file]));
  const changed = new Set<string>();
  for (const file of files) {
    const old = before.get(file.path);
    if (old !== file && old?.text !== file.text) changed.add(file.path);
    before.delete(file.path);
  }
  for (const path of before.keys()) changed.add(path);
  lastPair = [files, baseline];
  lastChanged = changed;
  return changed;
}

/** Everything of a report that can be a node of the picture, by its id. */
export const nodesOf = remembered((report: SnapshotReport): ReadonlyMap<NodeId, KnownNode> => {
  const nodes = new Map<NodeId, KnownNode>();
  for (const external of report.externals) nodes.set(external.id, { type: 'external', external });
  for (const host of report.hosts) nodes.set(host.id, { type: 'host', host });
  for (const namespace of report.namespaces) {
    nodes.set(namespace.id, { type: 'namespace', namespace });
    for (const workload of namespace.workloads) {
      nodes.set(workload.id, { type: 'workload', workload });
      for (const pod of workload.pods) nodes.set(pod.id, { type: 'pod', workload, pod });
    }
  }
  return nodes;
});

/** Where it is written; namespaces and addresses have no place of their own. */
export function locationOf(node: KnownNode): Location | undefined {
  switch (node.type) {
    case 'workload':
    case 'pod':
      return node.workload.location;
    case 'host':
      return node.host.location;
    case 'external':
      return node.external.set?.location;
    case 'namespace':
      return undefined;
  }
}

export const policiesById = remembered(
  (report: SnapshotReport): ReadonlyMap<string, PolicySummary> =>
    new Map(report.policies.map((policy) => [policy.id, policy])),
);

/** Problems that make the answer incomplete. */
export const gapsOf = remembered((report: SnapshotReport): readonly Problem[] =>
  report.problems.filter((problem) => problem.gap !== undefined),
);

/** Documents whose effect the answer lacks: several problems of one document count once. */
export const incompleteDocumentsOf = remembered((report: SnapshotReport): number => {
  return new Set(gapsOf(report).map(documentOf)).size + report.unlisted.lost;
});

/** What tells the document of a problem from others: its object, or its line where it is none. */
export function documentOf({ location, object }: Problem): string {
  return `${location.file} ${object ?? location.line}`;
}

/** What reading and evaluating said about each file, in the report's order. */
export const problemsByFileOf = remembered((report: SnapshotReport) =>
  groupBy(report.problems, ({ location }) => location.file),
);

/** Reports never change, so what is computed from one is computed once. */
export function remembered<Value>(compute: (report: SnapshotReport) => Value): (report: SnapshotReport) => Value {
  const known = new WeakMap<SnapshotReport, { readonly value: Value }>();
  return (report) => {
    const found = known.get(report);
    if (found) return found.value;
    const value = compute(report);
    known.set(report, { value });
    return value;
  };
}
