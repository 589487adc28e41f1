// Names, labels and ports of what is loaded, most used first, for completion.
import { compareText } from '../base/compare-text.ts';
import { counted } from '../base/counted.ts';
import type { NamespaceSummary, SnapshotReport } from '../engine/results.ts';

export interface LiveValue {
  readonly value: string;
  /** `2 pods`, `frontend, backend`. */
  readonly detail: string;
}

export type LabelScope =
  | { readonly of: 'namespaces' }
  /** Pods of `namespace`; those of other namespaces after them where `others` is set. */
  | { readonly of: 'pods'; readonly namespace: string; readonly others: boolean };

interface Labelled {
  readonly labels: readonly (readonly [key: string, value: string])[];
  readonly count: number;
  readonly own: boolean;
}

export function labelKeys(report: SnapshotReport, scope: LabelScope): LiveValue[] {
  return tally(report, scope, (labels) => labels.map(([key]) => key));
}

export function labelValues(report: SnapshotReport, scope: LabelScope, key: string): LiveValue[] {
  return tally(report, scope, (labels) => labels.filter(([name]) => name === key).map(([, value]) => value));
}

export function namespaceNames(report: SnapshotReport): LiveValue[] {
  return report.namespaces.map(({ name, counts }) => ({
    value: name,
    detail: counted(counts.workloads, 'workload'),
  }));
}

/** Port numbers that workloads declare for `protocol`, ascending, with who declares them. */
export function portNumbers(report: SnapshotReport, protocol: string): LiveValue[] {
  const declarers = new Map<string, Set<string>>();
  for (const { workloads } of report.namespaces) {
    for (const { name, declaredPorts } of workloads) {
      for (const declared of declaredPorts) {
        const [itsProtocol, port] = declared.split(' ');
        if (itsProtocol !== protocol || !port || !/^\d+$/.test(port)) continue;
        declarers.set(port, (declarers.get(port) ?? new Set()).add(name));
      }
    }
  }
  const ports = [...declarers].sort(([a], [b]) => Number(a) - Number(b));
  return ports.map(([value, names]) => ({ value, detail: [...names].sort(compareText).slice(0, 3).join(', ') }));
}

function tally(report: SnapshotReport, scope: LabelScope, pick: (labels: Labelled['labels']) => string[]): LiveValue[] {
  const counts = new Map<string, { count: number; own: boolean }>();
  for (const { labels, count, own } of labelled(report, scope)) {
    for (const value of pick(labels)) {
      const before = counts.get(value);
      counts.set(value, { count: (before?.count ?? 0) + count, own: own || before?.own === true });
    }
  }
  const noun = scope.of === 'pods' ? 'pod' : 'namespace';
  return [...counts]
    .sort(([a, x], [b, y]) => Number(y.own) - Number(x.own) || y.count - x.count || compareText(a, b))
    .map(([value, { count, own }]) => ({ value, detail: counted(count, noun) + (own ? '' : ', other namespaces') }));
}

function labelled(report: SnapshotReport, scope: LabelScope): Labelled[] {
  if (scope.of === 'namespaces') {
    return report.namespaces.map((namespace) => ({ labels: namespaceLabels(namespace), count: 1, own: true }));
  }
  return report.namespaces
    .filter(({ name }) => scope.others || name === scope.namespace)
    .flatMap(({ name, workloads }) =>
      workloads.map(({ labels, replicas }) => ({ labels, count: replicas, own: name === scope.namespace })),
    );
}

/** Every namespace has the label `kubernetes.io/metadata.name`, whether its manifest shows it or not (KEP-2161). */
function namespaceLabels(namespace: NamespaceSummary): Labelled['labels'] {
  const others = namespace.labels.filter(([key]) => key !== 'kubernetes.io/metadata.name');
  return [['kubernetes.io/metadata.name', namespace.name], ...others];
}
