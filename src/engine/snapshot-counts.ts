// How much a snapshot holds, and whether all of it counts.
import type { Cluster } from '../model/cluster.ts';
import { countPolicies } from './report-policies.ts';
import type { SnapshotReport } from './results.ts';
import type { Snapshot } from './snapshot.ts';

/** Of a cluster of hundreds of thousands of pods asked again with every answer. */
const pods = new WeakMap<Cluster, number>();

function podsOf(cluster: Cluster): number {
  const known = pods.get(cluster) ?? cluster.workloads.reduce((sum, workload) => sum + workload.replicas, 0);
  pods.set(cluster, known);
  return known;
}

/** Something could not be read, was rejected, or is not evaluated: the answers may lack something. */
export const isIncomplete = ({ diagnostics }: Snapshot): boolean =>
  diagnostics.some((diagnostic) => diagnostic.gap !== undefined);

export function snapshotCounts(snapshot: Snapshot): SnapshotReport['counts'] {
  const { readings, cluster } = snapshot;
  return {
    files: readings.filter(({ file }) => file.excerptOf === undefined).length,
    namespaces: cluster.namespaces.length,
    workloads: cluster.workloads.length,
    pods: podsOf(cluster),
    policies: countPolicies(snapshot),
  };
}
