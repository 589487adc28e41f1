// Whom a new policy most likely is for: the selected workload or namespace, else the namespace of the file on show.
import type { PolicySummary } from '../../engine/policy-results.ts';
import type { NamespaceSummary } from '../../engine/results.ts';
import type { Selection } from '../../state/workbench-state.ts';

export interface PolicySubject {
  readonly namespace: string;
  /** Id of a workload, or empty for all pods of the namespace. */
  readonly workload: string;
}

export function policySubject(
  namespaces: readonly NamespaceSummary[],
  selection: Selection | undefined,
  policies: readonly PolicySummary[],
  activeFile: string | undefined,
): PolicySubject {
  const id = selection?.type === 'node' ? selection.id : selection?.target;
  for (const { id: space, name, workloads } of namespaces) {
    if (id === space) return { namespace: name, workload: '' };
    const workload = workloads.find((candidate) => candidate.id === id || candidate.pods.some((pod) => pod.id === id));
    if (workload) return { namespace: name, workload: workload.id };
  }
  const ofFile = policies.find(({ location }) => location.file === activeFile)?.namespace;
  const first = namespaces.find(({ system }) => !system) ?? namespaces[0];
  return { namespace: ofFile || first?.name || 'default', workload: '' };
}
